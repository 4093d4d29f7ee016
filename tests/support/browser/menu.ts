import type { Page } from "playwright-core";

/** Opens the menu of views, and answers it. */
export async function openMenu(page: Page) {
  await page.locator("[data-key=menu]").focus();
  await page.keyboard.press("Enter");
  return page.locator("#views");
}

/** Opens a view by the menu, with the keyboard. */
export async function openView(page: Page, name: string): Promise<void> {
  const menu = await openMenu(page);
  await menu.getByRole("button", { name, exact: true }).focus();
  await page.keyboard.press("Enter");
}
