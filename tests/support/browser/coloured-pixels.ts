import type { FrameLocator, Page } from "playwright-core";
import { PNG } from "pngjs";

/** How many pixels of the map have the colour of some event; at `least` 20 also that of one that is faint. */
export async function colouredPixels(page: Page | FrameLocator, least = 60): Promise<number> {
  const { data } = PNG.sync.read(await page.locator(".map").screenshot());
  let count = 0;
  for (let index = 0; index < data.length; index += 4) {
    const rgb = [data[index] ?? 0, data[index + 1] ?? 0, data[index + 2] ?? 0];
    if (Math.max(...rgb) - Math.min(...rgb) > least) count += 1;
  }
  return count;
}
