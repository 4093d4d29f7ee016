// The workbench as somebody uses it in a browser.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { DESKTOP, type OpenPage, type PHONE, withPage } from "./page.ts";

const folder = mkdtempSync(path.join(tmpdir(), "rocade-new-"));
/** A file of this run. */
export function made(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

type Open = OpenPage & {
  /** Clicks, counting what a reader does. */
  readonly click: (name: string | RegExp) => Promise<void>;
  readonly give: (...files: string[]) => Promise<void>;
  readonly steps: () => number;
  /** Requests for anything but files of the built page. */
  readonly asked: readonly string[];
};

/** Opens the workbench, and watches what it asks for: nothing but the files of its page. */
export async function atWorkbench(
  address: string,
  work: (open: Open) => Promise<void>,
  options: typeof DESKTOP | typeof PHONE = DESKTOP,
): Promise<void> {
  const asked: string[] = [];
  const watch = async (page: Page) => {
    page.on("request", (request) => {
      const url = request.url().replace(inject("productUrl"), "");
      if (!/^(\/assets\/|\/icon\.svg|\/new\?|blob:|data:)/.test(url)) asked.push(url);
    });
  };
  await withPage(address, { ...options, selector: ".new-zone", prepare: watch }, async (open) => {
    const { page } = open;
    let steps = 0;
    await work({
      ...open,
      asked,
      steps: () => steps,
      click: async (name) => {
        steps += 1;
        await page.getByRole("button", { name }).first().click();
      },
      give: async (...files) => {
        steps += 1;
        await page.locator(".new-file").setInputFiles(files);
      },
    });
    expect(open.complaints).toEqual([]);
    expect(open.strangers).toEqual([]);
    expect(asked).toEqual([]);
  });
}

/** The file that a button gives. */
export async function taken(page: Page, name: string | RegExp): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name }).click(),
  ]);
  return readFileSync(await download.path());
}

export const title = (page: Page) => page.locator("main h1");
export const drawn = (page: Page) => page.locator(".map[data-drawn]").waitFor();
export const readout = (page: Page) => page.locator(".time-bar").innerText();
