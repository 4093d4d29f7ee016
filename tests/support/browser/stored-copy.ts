import type { Page } from "playwright-core";

/** Waits until the browser has all that it needs to open the page of the address, with a slash at its end, again. */
export const storedCopy = (page: Page, root: string) =>
  page.waitForFunction(async (address) => {
    const registration = await navigator.serviceWorker.getRegistration(address);
    if (registration?.scope !== address || registration.active === null) return false;
    const store = await caches.open(`rocade-1 ${address}`);
    // What the page stores last.
    return (await store.match(`${address}api/dataset`)) !== undefined;
  }, root);
