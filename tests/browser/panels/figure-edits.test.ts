// An editor changes a figure in its window: names and notes by pointer and by keyboard, taken back and kept.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { seriousViolations } from "#tests/support/browser/accessibility.ts";
import { browserTest, closeBrowser, DESKTOP, withPage } from "#tests/support/browser/page.ts";
import { unpackFigure } from "#web/export/packed-figure.ts";

afterAll(closeBrowser);

const NO_MAP = { ...DESKTOP, withoutMap: true };
const PAGE = "/?date=2014-05-27&lang=en";
const dialog = (page: Page) => page.locator(".picture-dialog");
const paper = (page: Page) => dialog(page).locator(".picture-paper");
const nameOf = (page: Page, id: string) =>
  paper(page).locator(`[id="names-place-${id}"] text`).last();
const button = (page: Page, name: string) =>
  dialog(page).getByRole("button", { name, exact: true });

async function openDialog(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Make a picture" }).click();
  await paper(page).locator("svg").first().waitFor();
}

/** The document behind the hash of the page. */
const figureAt = (page: Page) =>
  unpackFigure(new URLSearchParams(new URL(page.url()).hash.slice(1)).get("f") ?? "");

async function middleOf(page: Page, id: string): Promise<[number, number]> {
  const box = await nameOf(page, id).boundingBox();
  if (!box) throw new Error(`${id} has no name`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

async function drag(page: Page, [x, y]: readonly [number, number], by: readonly [number, number]) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by[0], y + by[1], { steps: 3 });
  await page.mouse.up();
}

/** The file of the service is what the preview shows. */
async function isServed(page: Page): Promise<boolean> {
  const coming = page.waitForEvent("download");
  await button(page, "SVG").click();
  const file = readFileSync(await (await coming).path(), "utf8");
  return page.evaluate((text) => {
    const holder = document.createElement("div");
    holder.innerHTML = text.replace(/<style>[^<]*<\/style>|<metadata.*?<\/metadata>/gs, "").trim();
    return holder.innerHTML === document.querySelector(".picture-paper")?.innerHTML;
  }, file);
}

describe("an editor of a figure", () => {
  browserTest("drags a name, writes a note, takes both back, and finds them again later", () =>
    withPage(PAGE, NO_MAP, async ({ page, complaints }) => {
      await openDialog(page);
      const from = await middleOf(page, "camp-lamy");
      await drag(page, from, [70, -50]);
      const moved = () =>
        middleOf(page, "camp-lamy").then(([x, y]) =>
          Math.hypot(x - from[0] - 70, y - from[1] + 50),
        );
      await expect.poll(moved).toBeLessThan(4);

      const [x, y] = await middleOf(page, "camp-tioxide");
      await page.mouse.dblclick(x + 60, y + 120);
      const words = dialog(page).getByRole("textbox", { name: "Note", exact: true });
      // Whoever has made it writes it, over the words that it came with.
      await expect
        .poll(() => words.evaluate((field) => field === document.activeElement))
        .toBe(true);
      // At once: letters that a busy machine takes one by one are as many steps back.
      await page.keyboard.insertText("Cleared, at dawn");
      const note = paper(page).locator("[id='annotations-note-1'] text");
      await expect.poll(() => note.last().textContent()).toBe("Cleared, at dawn");
      expect(await isServed(page)).toBe(true);
      expect(await seriousViolations(page)).toEqual([]);

      // Out of the field, whose own keys these are.
      await button(page, "Undo").focus();
      await page.keyboard.press("Control+z");
      await page.keyboard.press("Control+z");
      await note.first().waitFor({ state: "detached" });
      await page.keyboard.press("Control+z");
      await expect.poll(moved).toBeGreaterThan(40);
      for (let step = 0; step < 3; step += 1) await page.keyboard.press("Control+Shift+z");
      await expect.poll(() => note.last().textContent()).toBe("Cleared, at dawn");
      // A note that comes back is not to be written: in its field the keys would be the field's own.
      expect(await words.evaluate((field) => field === document.activeElement)).toBe(false);

      // The address follows a little later.
      await expect.poll(() => figureAt(page)?.annotations?.[0]?.text).toBe("Cleared, at dawn");
      // What the figure shows is in the address, too, even where the page leaves it to the dataset.
      expect(page.url()).toContain("date=2014-05-27");
      await page.reload();
      await expect.poll(() => note.last().textContent()).toBe("Cleared, at dawn");
      await page.keyboard.press("Escape");
      await dialog(page).waitFor({ state: "detached" });
      await expect.poll(() => page.url()).not.toContain("f=");
      await openDialog(page);
      await expect.poll(() => note.last().textContent()).toBe("Cleared, at dawn");
      expect(complaints).toEqual([]);
    }),
  );

  browserTest("does the same by keyboard, and hands it on as a document", () =>
    withPage(PAGE, NO_MAP, async ({ page, complaints }) => {
      await openDialog(page);
      await dialog(page).getByLabel("Name of").selectOption("camp-tioxide");
      const before = await middleOf(page, "camp-tioxide");
      await button(page, "Name down").focus();
      for (let step = 0; step < 4; step += 1) await page.keyboard.press("Enter");
      const below = () => middleOf(page, "camp-tioxide").then((now) => now[1] - before[1]);
      await expect.poll(below).toBeGreaterThan(10);
      await dialog(page).getByLabel("On the map", { exact: true }).fill("The works");
      await expect.poll(() => nameOf(page, "camp-tioxide").textContent()).toBe("The works");
      await dialog(page)
        .getByLabel(/^Stands out/)
        .check();
      await dialog(page).getByLabel("Byline").fill("Map: a desk");
      await button(page, "Write a note").press("Enter");
      await dialog(page).getByLabel("What leads there").selectOption("circle");
      await paper(page).locator("[id='annotations-note-1'] circle").first().waitFor();
      await expect
        .poll(() => paper(page).locator("[id=credit]").textContent())
        .toContain("Map: a desk");
      expect(await isServed(page)).toBe(true);

      const coming = page.waitForEvent("download");
      await button(page, "Save as a document").click();
      const saved = await coming;
      expect(saved.suggestedFilename()).toBe("figure.json");
      const file = await saved.path();
      expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
        rocade: "figure/1",
        labels: { "camp-tioxide": { text: "The works" } },
        highlights: ["place:camp-tioxide"],
        text: { byline: "Map: a desk" },
      });
      const drawn = await paper(page).innerHTML();
      await page.goto(new URL("/?date=2016-09-05&lang=en", page.url()).href);
      await openDialog(page);
      const chosen = dialog(page).locator("input[type=file]");
      await chosen.setInputFiles({
        name: "other.json",
        mimeType: "application/json",
        buffer: Buffer.from("{}"),
      });
      await dialog(page).getByText("other.json has no document of a figure.").waitFor();
      await chosen.setInputFiles(file);
      await expect
        .poll(() =>
          paper(page)
            .innerHTML()
            .catch(() => ""),
        )
        .toSatisfy((again: string) => again === drawn);
      expect(complaints).toEqual([]);
    }),
  );

  browserTest(
    "draws in the colours of a house, is told of those that cannot be read, and goes back",
    () =>
      withPage("/?date=2014-05-27&lang=fr", NO_MAP, async ({ page, complaints }) => {
        await page.getByRole("button", { name: "Faire une image" }).click();
        const marks = paper(page).locator('[id="sites-place-camp-lamy"]').first();
        await marks.waitFor();
        const before = await marks.innerHTML();
        await dialog(page).getByText("Couleurs de la maison").click();
        const inside = dialog(page).getByLabel("en deçà de la rocade", { exact: true });
        await inside.fill("#7a1f4b");
        await expect.poll(() => marks.innerHTML()).toContain("#7a1f4b");
        expect(await isServed(page)).toBe(true);
        expect(figureAt(page)).toMatchObject({ colours: { first: "#7a1f4b" } });

        await inside.fill("#ffe000");
        const told = dialog(page).getByRole("alert");
        await told.waitFor();
        expect(await told.textContent()).toMatch(
          /^Ces couleurs ne se distinguent pas assez\s: en deçà de la rocade sur le papier \(contraste 1,3, au moins 3\)/,
        );
        await dialog(page).getByRole("button", { name: "Revenir aux couleurs du thème" }).click();
        await expect.poll(() => marks.innerHTML()).toBe(before);
        expect(await seriousViolations(page)).toEqual([]);
        expect(complaints).toEqual([]);
      }),
  );
});
