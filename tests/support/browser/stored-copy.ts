import type { Page } from "playwright-core";
import { expect } from "vitest";

/** The browser stores a copy of the page for a visit without a network, as it does not in other tests: a sixth of their work. */
export const WITH_STORED_COPY = { serviceWorkers: "allow" } as const;

/** Waits until the browser has all that it needs to open the page of the address, with a slash at its end, again. */
export async function storedCopy(page: Page, root: string): Promise<void> {
  // Not by `waitForFunction`: to it a promise is as good as what it will give.
  const isStored = () =>
    page.evaluate(async (address) => {
      const registration = await navigator.serviceWorker.getRegistration(address);
      if (registration?.scope !== address || registration.active === null) return false;
      const store = await caches.open(`rocade-1 ${address}`);
      // What the page stores last.
      return (await store.match(`${address}api/dataset`)) !== undefined;
    }, root);
  await expect.poll(isStored, { timeout: 60_000, interval: 100 }).toBe(true);
}
