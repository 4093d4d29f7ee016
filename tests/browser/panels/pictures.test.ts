// Making pictures in the page: the dialog, its files, its animations; and the map in another page.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { ALL_FORMATS, BufferSource, Input } from "mediabunny";
import type { Download, Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, describe, expect, inject } from "vitest";
import { seriousViolations } from "#tests/support/browser/accessibility.ts";
import { withArticle } from "#tests/support/browser/article.ts";
import { openMenu } from "#tests/support/browser/menu.ts";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";

afterAll(closeBrowser);

const DESCRIPTOR = JSON.parse(readFileSync("geodata/calais/datapackage.json", "utf8"));
/** Of the two dates that the package prefers to compare. */
const HEADLINE: string = DESCRIPTOR.rocade.headline.en;
const NO_MAP = { ...DESKTOP, withoutMap: true };
const dialog = (page: Page) => page.locator(".picture-dialog");

async function openDialog(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(Make a picture|Faire une image)$/ }).click();
  await dialog(page).locator(".picture-paper svg").first().waitFor();
}

async function saved(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent("download");
  await press();
  const download: Download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

describe("the picture", () => {
  browserTest("in the preview is the file of the server, whatever is chosen", () =>
    withPage(
      "/?date=2016-09-05&lang=fr&sel=place:la-lande",
      DESKTOP,
      async ({ page, complaints }) => {
        await openDialog(page);
        await dialog(page).getByRole("button", { name: "Plus près" }).click();
        await dialog(page).getByLabel("Titre", { exact: true }).first().fill("La Lande & après");
        await dialog(page).getByRole("button", { name: "Niveaux de gris" }).click();
        await dialog(page).getByLabel("Code carré").uncheck();
        await page.waitForFunction(
          () =>
            document
              .querySelector(".picture-paper title")
              ?.textContent?.startsWith("La Lande & après") &&
            !document.querySelector(".picture-paper #qr"),
        );
        const { name, bytes } = await saved(page, () =>
          dialog(page).getByRole("button", { name: "SVG", exact: true }).click(),
        );
        expect(name).toBe("rocade-2016-09-05-fr.svg");
        // Both as a browser reads them; the file carries its typeface and its proof besides.
        const same = await page.evaluate((file) => {
          const read = (text: string) => {
            const holder = document.createElement("div");
            holder.innerHTML = text;
            return holder.innerHTML;
          };
          const drawn = document.querySelector(".picture-paper")?.innerHTML ?? "";
          const own = file.replace(/<style>[^<]*<\/style>|<metadata.*?<\/metadata>/gs, "");
          return read(own.trim()) === drawn;
        }, bytes.toString("utf8"));
        expect(same).toBe(true);
        expect(await seriousViolations(page)).toEqual([]);
        expect(complaints).toEqual([]);
      },
    ),
  );

  browserTest("is saved as PNG, PDF, WebP, JPEG and ZIP, and says so", () =>
    withPage("/?date=2014-05-27", NO_MAP, async ({ page, complaints }) => {
      await openDialog(page);
      await dialog(page).getByLabel("Size").first().selectOption("1:1");
      const starts = { PNG: "\x89PNG", PDF: "%PDF", WebP: "RIFF", JPEG: "\xff\xd8" } as const;
      for (const [label, start] of Object.entries(starts)) {
        const { bytes, name } = await saved(page, () =>
          dialog(page).getByRole("button", { name: label, exact: true }).click(),
        );
        expect(bytes.subarray(0, start.length).toString("latin1")).toBe(start);
        await dialog(page).getByRole("status").filter({ hasText: name }).waitFor();
      }
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await dialog(page).getByRole("button", { name: "Copy picture" }).click();
      await dialog(page).getByRole("status").filter({ hasText: "Copied." }).waitFor();
      const types = await page.evaluate(async () =>
        (await navigator.clipboard.read()).flatMap((item) => item.types),
      );
      expect(types).toContain("image/png");
      await dialog(page).getByLabel("Caption", { exact: true }).fill("Our own words.");
      const { bytes } = await saved(page, () =>
        dialog(page).getByRole("button", { name: /^ZIP/ }).click(),
      );
      const files = unzipSync(bytes);
      expect(Buffer.from(files["caption.en.txt"] ?? []).toString()).toBe("Our own words.\n");
      expect(complaints).toEqual([]);
    }),
  );

  browserTest("says what is wrong with a choice, and goes back to the machine's words", () =>
    withPage("/?date=2014-05-27", NO_MAP, async ({ page }) => {
      await openDialog(page);
      await dialog(page).getByLabel("What it shows").selectOption("days");
      // Days are there to be changed, and the picture of them.
      await dialog(page).locator("#map-2").waitFor();
      await dialog(page).getByLabel(/^Days/).fill("2014-05-27, soon");
      const alert = dialog(page).getByRole("alert");
      await alert.waitFor();
      expect(await alert.textContent()).toContain("dates");
      await dialog(page).getByLabel(/^Days/).fill("");
      await alert.waitFor({ state: "detached" });
      await dialog(page).getByLabel(/^Days/).fill("2014-05-27, 2016-09-05");
      await dialog(page).locator("#map-2").waitFor();
      const title = dialog(page).getByLabel("Title", { exact: true }).first();
      const made = await title.inputValue();
      expect(made).toBe(HEADLINE);
      await title.fill("Mine");
      await dialog(page)
        .getByRole("button", { name: "Back to the text made from the data" })
        .click();
      await expect.poll(() => title.inputValue()).toBe(made);
    }),
  );

  browserTest("can be made with keys alone, and leaves the focus where it was", () =>
    withPage("/?date=2014-05-27", NO_MAP, async ({ page }) => {
      const opener = page.getByRole("button", { name: "Make a picture" });
      await opener.focus();
      await page.keyboard.press("Enter");
      await dialog(page).locator(".picture-paper svg").first().waitFor();
      const date = await page.locator(".time-date").textContent();
      for (let count = 0; count < 6; count += 1) await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(
        true,
      );
      await page.keyboard.press("ArrowRight");
      expect(await page.locator(".time-date").textContent()).toBe(date);
      await page.keyboard.press("Escape");
      await dialog(page).waitFor({ state: "detached" });
      expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    }),
  );

  browserTest("fits a telephone", () =>
    withPage(
      "/?date=2014-05-27&lang=fr",
      { ...PHONE, withoutMap: true },
      async ({ page, complaints }) => {
        // The map has no room for the button there.
        await openMenu(page);
        await openDialog(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect(wide).toBe(false);
        const box = await dialog(page).locator(".picture-paper").boundingBox();
        expect(box?.width).toBeGreaterThan(200);
        // The preview ends where the words below it begin.
        const facts = await dialog(page).locator(".picture-facts").boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(facts?.y ?? 0);
        expect(await seriousViolations(page)).toEqual([]);
        expect(complaints).toEqual([]);
      },
    ),
  );
});

describe("the animation", () => {
  const make = async (page: Page, format: string, size = "640") => {
    const part = dialog(page).locator(".picture-animation");
    await part.getByLabel("Step").selectOption("year");
    await part.getByLabel("File").selectOption(format);
    await part.getByLabel("Size").selectOption(size);
    await part.getByRole("button", { name: "Make the animation" }).click();
    const save = part.getByRole("button", { name: /^Save: .*\.(mp4|gif|zip)$/ });
    await save.waitFor({ timeout: 90_000 });
    return saved(page, () => save.click());
  };

  browserTest("is a video, a GIF or pictures: one of each day, as long as asked", () =>
    withPage("/?date=2014-05-27", NO_MAP, async ({ page, complaints }) => {
      await openDialog(page);
      const video = await make(page, "mp4");
      expect(video.name).toBe("rocade-2013-01-01-2016-12-31.mp4");
      // Five days of half a second, ten pictures a second. A browser that draws with the processor uses the full range of
      // the colours (yuvj420p), and the film says so.
      expect(probe(video.bytes)).toMatch(
        inject("hasFfprobe") ? /^h264,640,452,yuvj?420p,10\/1,25 2\.500000$/ : /^left out$/,
      );
      const film = new Input({ formats: ALL_FORMATS, source: new BufferSource(video.bytes) });
      const { comment = "" } = await film.getMetadataTags();
      const proof = JSON.parse(comment);
      expect(proof).toMatchObject({
        rocade: "proof/1",
        language: "en",
        days: expect.arrayContaining(["2016-12-31"]),
      });
      expect(proof.days?.length).toBe(5);
      const gif = await make(page, "gif");
      expect(gif.bytes.toString("latin1")).toContain('"rocade":"proof/1"');
      expect(gif.bytes.subarray(0, 6).toString()).toBe("GIF89a");
      expect(gif.bytes.readUInt16LE(6)).toBe(640);
      const frames = unzipSync((await make(page, "frames")).bytes);
      expect(Object.keys(frames)).toEqual([
        "0001-2013-01-01.png",
        "0002-2014-01-01.png",
        "0003-2015-01-01.png",
        "0004-2016-01-01.png",
        "0005-2016-12-31.png",
        "sources.csv",
        "figure.json",
        "frames.txt",
      ]);
      const beside = JSON.parse(Buffer.from(frames["figure.json"] ?? []).toString());
      expect(beside).toEqual(proof);
      // A player that is taken away lets go of its film.
      expect(complaints.filter((text) => !text.startsWith("failed: blob:"))).toEqual([]);
    }),
  );

  browserTest("sets other scripts as the server does, and loads what they take only then", () =>
    withPage(
      "/?date=2014-05-27",
      { ...DESKTOP, waitForMap: false },
      async ({ page, complaints }) => {
        const asked: string[] = [];
        page.context().on("request", (request) => asked.push(request.url()));
        const forScripts = () => asked.filter((url) => /harfbuzz|snapshot\.fonts/.test(url));
        await openDialog(page);
        await dialog(page).getByLabel("Size").first().selectOption("9:16");
        await make(page, "frames");
        expect(forScripts()).toEqual([]);
        const title = "مخيم كاليه — Calais";
        await dialog(page).getByLabel("Title", { exact: true }).first().fill(title);
        await page.waitForFunction(
          (words) => document.querySelector(".picture-paper")?.textContent?.includes(words),
          title,
        );
        const frames = unzipSync((await make(page, "frames", "1920")).bytes);
        expect(forScripts().some((url) => url.endsWith(".wasm"))).toBe(true);
        const query = new URLSearchParams({ date: "2015-01-01", lang: "en", title });
        const answer = await fetch(
          `${inject("productUrl")}/snapshot.png?${query}&width=1080&height=1920`,
        );
        // The head, of a size with room for all: below it a film keeps room for what its other days need.
        const head = (bytes: Uint8Array) => {
          const { data, width } = PNG.sync.read(Buffer.from(bytes));
          return data.subarray(0, width * 4 * 80);
        };
        const ours = head(frames["0003-2015-01-01.png"] ?? new Uint8Array());
        expect(ours.equals(head(new Uint8Array(await answer.arrayBuffer())))).toBe(true);
        expect(complaints.filter((text) => !text.startsWith("failed: blob:"))).toEqual([]);
      },
    ),
  );

  browserTest("can be called off", () =>
    withPage("/?date=2014-05-27", NO_MAP, async ({ page }) => {
      await openDialog(page);
      const part = dialog(page).locator(".picture-animation");
      await part.getByLabel("Step").selectOption("week");
      await part.getByRole("button", { name: "Make the animation" }).click();
      await part.getByRole("button", { name: "Cancel" }).click();
      await part.getByRole("status").filter({ hasText: "Cancelled." }).waitFor();
      expect(await part.locator(".animation-result").count()).toBe(0);
    }),
  );
});

/** Codec, size, pixel format, rate, count of pictures and length, as ffprobe has them. */
function probe(video: Buffer): string {
  if (!inject("hasFfprobe")) return "left out";
  const entries =
    "stream=codec_name,width,height,pix_fmt,avg_frame_rate,nb_read_frames:format=duration";
  const args = ["-v", "error", "-count_frames", "-show_entries", entries, "-of", "csv=p=0", "-"];
  return execFileSync("ffprobe", args, { input: video, encoding: "utf8" })
    .trim()
    .replace("\n", " ");
}

describe("the map in another page", () => {
  browserTest("is built in a dialog, runs in a frame, says its height, and leads back", () =>
    withPage("/?date=2016-09-05&lang=fr", DESKTOP, async ({ page, complaints }) => {
      await openDialog(page);
      await page.getByRole("button", { name: "Intégrer la carte" }).click();
      await page.frameLocator(".embed-preview iframe").locator(".map[data-drawn]").waitFor();
      await page.getByLabel("Couleurs").selectOption("dark");
      await page.getByLabel(/^Le cadre prend la hauteur/).check();
      expect(await seriousViolations(page)).toEqual([]);
      const code = await page.getByLabel("HTML à coller").first().inputValue();
      expect(code).toContain('loading="lazy"');
      const outside = await page.context().newPage();
      await withArticle(
        code,
        async (address) => {
          await outside.setViewportSize({ width: 500, height: 700 });
          await outside.goto(address);
          const frame = outside.frameLocator("iframe");
          await frame.locator(".map[data-drawn]").waitFor();
          await outside.waitForFunction(() => {
            const { height } = document.querySelector("iframe") ?? {};
            return height !== undefined && height !== "600";
          });
          expect(await frame.locator("html").getAttribute("data-theme")).toBe("dark");
          expect(await frame.locator(".time-date").textContent()).toContain("5 septembre 2016");
          const link = await frame.locator(".embed-open").getAttribute("href");
          expect(link).toContain("/?");
          expect(link).toContain("date=2016-09-05");
          const kept = await frame
            .locator("html")
            .evaluate(async () => [localStorage.length, (await caches.keys()).length]);
          expect(kept[0]).toBe(0);
        },
        "127.0.0.1",
      );
      expect(complaints).toEqual([]);
    }),
  );

  browserTest("shows a picture where there is no script", () =>
    withPage(
      "/embed?date=2014-05-27&lang=en",
      { ...DESKTOP, javaScriptEnabled: false, selector: ".still" },
      async ({ page }) => {
        const { width, alt } = await page
          .locator(".still")
          .evaluate((image: HTMLImageElement) => ({ width: image.naturalWidth, alt: image.alt }));
        expect(width).toBeGreaterThan(500);
        expect(alt).toContain("27 May 2014");
      },
    ),
  );
});
