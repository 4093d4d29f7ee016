import type { Page } from "playwright-core";

/**
 * The paths of the API that the page asks for from now on; the list grows. Left out is what a page that rests stores of
 * itself for a visit without a network, whenever the browser has time for it: the page, its parts and its document.
 */
export function dataRequests(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.includes("/api/") && !pathname.endsWith("/api/dataset")) asked.push(pathname);
  });
  return asked;
}
