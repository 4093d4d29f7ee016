import type { FrameLocator, Page } from "playwright-core";

/** Opens the values of one way of narrowing what *Find* lists, by its title. */
export const openNarrowing = (page: Page | FrameLocator, title: string): Promise<void> =>
  page.locator(".narrowing summary", { hasText: title }).click();
