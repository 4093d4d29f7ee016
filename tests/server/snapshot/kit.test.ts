// A publishing kit is whole: all that its page shows is in it, in every width and language, and nothing is asked elsewhere.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { Parser } from "saxen";
import { describe, expect } from "vitest";
import { importPackage } from "#import/load/import-package.ts";
import { calaisDataset } from "#tests/support/databases/calais-dataset.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { writeGuardedPackage } from "#tests/support/packages/guarded-package.ts";
import { SECRETS } from "#tests/support/packages/guarded-secrets.ts";
import { withBoth } from "#tests/support/packages/harbour-beside.ts";
import { HARBOUR_ID } from "#tests/support/packages/harbour-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { unpackedKit } from "#tests/support/pictures/unpacked-kit.ts";
import { testApp } from "#tests/support/product/app.ts";
import { PRINT } from "#web/view/drawing/palette.ts";

type App = Awaited<ReturnType<typeof testApp>>["app"];

async function kitAt(app: App, address: string) {
  const answer = await app.request(address);
  expect(answer.status, address).toBe(200);
  return { headers: answer.headers, ...(await unpackedKit(answer)) };
}

/** What an XML parser says of a page that is written as XML. */
function faultsOf(page: string): string[] {
  const faults: string[] = [];
  const parser = new Parser().on("error", ({ message }) => faults.push(message));
  parser.parse(page.replace("<!doctype html>", ""));
  return faults;
}

async function verdictOf(app: App, file: Uint8Array): Promise<string> {
  const answer = await app.request("/verify", { method: "POST", body: new Uint8Array(file) });
  return (await answer.json()).verdict;
}

const TWO_DATES = "dates=1890-12-01,1892-12-01&lang=en";

describe("the kit of two dates of a dataset with a story", () => {
  dbTest("has every file that its page asks for, and asks for nothing else", async () => {
    const { app } = await testApp();
    const { asked, files, headers, names, page, text } = await kitAt(
      app,
      "/kit.zip?dates=compare&lang=en&theme=light",
    );
    expect(headers.get("Content-Type")).toBe("application/zip");
    expect(headers.get("Content-Disposition")).toMatch(/^attachment; filename="[\w.-]+-kit\.zip"$/);
    expect(faultsOf(page)).toEqual([]);
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((one) => !names.includes(one))).toEqual([]);
    const scripts = `${text("kit.js")}${text("rocade-map.js")}`;
    expect(scripts).not.toMatch(/fetch\(|XMLHttpRequest|sendBeacon|eval\(|localStorage|cookie/);
    expect(page).not.toMatch(/<script(?! defer="" src="[\w-]+\.js"><)|\son\w+=/);

    // Each width and theme of each picture, which says itself what it must.
    const { story } = await calaisDataset();
    const state = JSON.parse(text("kit.json"));
    const pictures: { name: string; alt: string; files: { file: string; width: number }[] }[] =
      state.pictures;
    expect(pictures.map(({ name }) => name)).toEqual([
      ...["figure", "before", "after"],
      ...story.map((_, index) => `step-${String(index + 1).padStart(2, "0")}`),
    ]);
    for (const { alt, files: own, name } of pictures) {
      expect(page, name).toContain(`alt="${alt.replace(/'/g, "&#39;")}"`);
      expect(new Set(own.map(({ width }) => width))).toEqual(
        new Set(name.startsWith("step") ? [390, 700] : [390, 700, 1200]),
      );
      for (const { file, width } of own) {
        const svg = text(file);
        expect(svg, file).toContain(`width="${width}"`);
        for (const part of ["sources", "legend"]) expect(svg, file).toContain(`id="${part}"`);
        expect(svg, file).toContain("ODbL-1.0");
        expect(svg, file).not.toMatch(/<script|href="http/);
      }
    }
    expect(names.filter((name) => name.endsWith(".png"))).toEqual(
      [390, 700, 1200].map((width) => `figures/figure-${width}.png`),
    );

    // Words in every language, also on the page.
    for (const language of ["en", "fr"])
      for (const what of ["caption", "alt-text", "description", "credit"])
        expect(text(`texts/${what}.${language}.txt`).length, what).toBeGreaterThan(20);
    expect(page).toContain('<html lang="en">');
    expect(page).toMatch(/<summary lang="fr">/);
    expect(page).toContain('class="before-after');
    expect(page.match(/<li class="step">/g)?.length).toBe(story.length);

    // The sources of all pictures and steps; the licences with their links.
    const sources: { id: string }[] = parse(text("data/sources.csv"), { columns: true });
    const cited = new Set(story.flatMap(({ sourceIds }) => sourceIds));
    expect([...cited].filter((id) => !sources.some((one) => one.id === id))).toEqual([]);
    expect(page).toContain('href="https://creativecommons.org/licenses/by/4.0/"');
    expect(JSON.parse(text("data/shown.geojson")).features.length).toBeGreaterThan(10);
    // It was made where nobody else can go: no button leads there, and it says so.
    expect(page).not.toContain("<rocade-map");
    expect(text("README.txt")).toContain("localhost");

    // A figure is the very file of its own address; one of several days agrees with the data.
    expect(await verdictOf(app, files["figures/figure-700.svg"] ?? new Uint8Array())).toBe(
      "intact",
    );
    const step = files["figures/step-03-390.svg"] ?? new Uint8Array();
    expect(await verdictOf(app, step)).toBe("records-agree");
    const told = await app.request("/verify", { method: "POST", body: new Uint8Array(step) });
    expect(JSON.stringify(await told.json())).toContain("one of several pictures of a kit");
  });
});

describe("the kit of a dataset without a story", () => {
  dbTest("has the slider of two dates, no steps, and the same bytes each time", () =>
    withBoth({ publicUrl: new URL("https://maps.example.org/here/") }, async ({ app, db }) => {
      const at = `/here/d/${HARBOUR_ID}/kit.zip?${TWO_DATES}`;
      const first = await app.request(at);
      const bytes = Buffer.from(await first.clone().arrayBuffer());
      const { asked, names, page, text } = await unpackedKit(first);
      expect(faultsOf(page)).toEqual([]);
      expect(asked.filter((one) => !names.includes(one))).toEqual([]);
      expect(page).toContain('class="before-after');
      expect(page).not.toContain('class="step"');
      expect(names.some((name) => name.includes("step-"))).toBe(false);
      expect(text("kit.css")).toMatch(/--left: \d/);
      // Each has its key in its own colours, though both are laid out alike.
      for (const name of ["figure", "before", "after"]) {
        expect(text(`figures/${name}-700.svg`)).toContain(PRINT.ink);
        expect(text(`figures/${name}-700-dark.svg`)).not.toContain(PRINT.ink);
      }
      // Readers reach this service: the page can open its map, at the dataset's own address.
      expect(page).toContain(
        `<rocade-map src="https://maps.example.org/here/d/${HARBOUR_ID}/embed?`,
      );
      expect(text("embed.txt")).toContain("<iframe");

      const other = await testApp({ db, publicUrl: new URL("https://maps.example.org/here/") });
      const again = await other.app.request(at);
      expect(again.headers.get("ETag")).toBe(first.headers.get("ETag"));
      expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
      const known = await app.request(at, {
        headers: { "If-None-Match": first.headers.get("ETag") ?? "" },
      });
      expect(known.status).toBe(304);
    }),
  );

  dbTest("has no slider of one date, the theme that was asked for alone, and proves itself", () =>
    withBoth({}, async ({ app }) => {
      const at = `/d/${HARBOUR_ID}/kit.zip?date=1890-12-01&theme=grey&lang=fr`;
      const answer = await app.request(at);
      const bytes = new Uint8Array(await answer.clone().arrayBuffer());
      const { names, page, text } = await unpackedKit(answer);
      expect(page).not.toContain('class="before-after');
      expect(page).toContain('<html lang="fr">');
      expect(names.filter((name) => name.startsWith("figures/")).sort()).toEqual(
        [1200, 390, 700].flatMap((width) => [
          `figures/figure-${width}.png`,
          `figures/figure-${width}.svg`,
        ]),
      );
      expect(text("README.txt")).toContain("un dossier à publier");
      expect(await verdictOf(app, bytes)).toBe("intact");
    }),
  );
});

describe("the kit of a dataset with a long story", () => {
  dbTest("says that the story is too long for a picture of each step", () =>
    rolledBack(async (db) => {
      const folder = temporaryFolder("long-story");
      const datasetId = "long-story";
      writeGuardedPackage(folder, datasetId, SECRETS);
      const file = path.join(folder, "story.csv");
      const [step] = parse(readFileSync(file), { columns: true }) as Record<string, string>[];
      const steps = Array.from({ length: 41 }, (_, index) => ({
        ...step,
        order: String(index + 1),
        id: `step-${index + 1}`,
      }));
      writeFileSync(file, stringify(steps, { header: true }));
      expect(await importPackage(db, folder)).toMatchObject({ status: "loaded" });
      const { app } = await testApp({ db, datasetId });
      for (const [lang, told] of [
        ["en", "The story has 41 steps"],
        ["fr", "Le récit compte 41 étapes"],
      ]) {
        const { names, page, text } = await kitAt(app, `/kit.zip?theme=light&lang=${lang}`);
        expect(faultsOf(page)).toEqual([]);
        expect(page).toContain(told);
        expect(text("README.txt")).toContain(told);
        expect(names.some((name) => name.includes("step-"))).toBe(false);
      }
    }),
  );
});

describe("what a kit does not take", () => {
  dbTest("is named with what is allowed: its sizes are its own", async () => {
    const { app } = await testApp();
    for (const name of ["width=800", "paper=a4", "use=card", "text=outlines"]) {
      const answer = await app.request(`/kit.zip?date=2014-05-27&${name}`);
      expect(answer.status, name).toBe(400);
      const [parameter = "", value] = name.split("=");
      expect((await answer.json()).detail, name).toBe(
        `${parameter}: got "${value}", allowed is no value: a kit has each picture 390, 700 and 1200 pixels wide, with live text`,
      );
    }
    // All at once; what a kit refuses is not offered.
    const wrong = await app.request("/kit.zip?tilte=Calais&width=800&dates=2014-13-27");
    const { problems } = (await wrong.json()) as { problems: { name: string; allowed: string }[] };
    expect(problems.map((problem) => problem.name)).toEqual(["width", "tilte", "dates"]);
    const offered = problems[1]?.allowed ?? "";
    expect(offered).toMatch(/^title \(did you mean that\?\), date, /);
    expect(offered).not.toMatch(/\b(use|width|height|scale|paper|orientation|dpi|text)\b/);
    expect((await app.request("/kit.zip?date=2014-05-27&nothing=1")).status).toBe(400);
    expect((await app.request("/kit.zip?date=2014-05-27&v=9.9.9")).status).toBe(404);
    const c2pa = await app.request("/kit.zip?date=2014-05-27&credentials=c2pa");
    expect((await c2pa.json()).detail).toContain("signature");
  });
});
