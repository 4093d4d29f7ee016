// From somebody's own file to a map of it, by hand, in the browser alone.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, inject } from "vitest";
import { projectRoot } from "#db/project-root.ts";
import { openMenu } from "#tests/support/browser/menu.ts";
import {
  browserTest,
  closeBrowser,
  DESKTOP,
  PHONE,
  withPage,
} from "#tests/support/browser/page.ts";
import {
  atWorkbench,
  drawn,
  made,
  readout,
  taken,
  title,
} from "#tests/support/browser/workbench.ts";

afterAll(closeBrowser);

const product = inject("productUrl");
const inPackages = (file: string) => path.join(projectRoot(), "node_modules", file);
const RIOTS = inPackages("vega-datasets/data/la-riots.csv");
const EARTHQUAKES = inPackages("vega-datasets/data/earthquakes.json");
const ACLED = path.join(projectRoot(), "tests/fixtures/presets/made-up-acled.csv");

describe("the workbench", () => {
  browserTest("has a door in the menu, and one in the list of datasets", () =>
    withPage("/", DESKTOP, async ({ page }) => {
      const menu = await openMenu(page);
      await menu.getByRole("link", { name: "Map your own events" }).click();
      await page.locator(".new-zone").waitFor();
      expect(await title(page).innerText()).toBe("Your own events on a time map");
      await page.goto(`${product}/datasets`);
      await page.getByRole("link", { name: /your own events/ }).click();
      await page.locator(".new-zone").waitFor();
    }),
  );

  browserTest("may ask for the files of its page, and for nothing else", () =>
    withPage("/new", { ...DESKTOP, selector: ".new-zone" }, async ({ page }) => {
      const policy = async (address: string) =>
        (await fetch(address)).headers.get("Content-Security-Policy") ?? "";
      const ofPage = await policy(`${product}/new`);
      expect(ofPage).toContain(`connect-src ${product}/assets/;`);
      expect(ofPage).toContain("form-action 'none'");
      expect(ofPage).not.toContain("'self'");
      const answers = await page.evaluate(async () => {
        const ask = (address: string) =>
          fetch(address).then(
            () => "sent",
            () => "refused",
          );
        return [await ask("/api"), await ask("/new?rows=secret"), await ask("/healthz")];
      });
      expect(answers).toEqual(["refused", "refused", "refused"]);
      const assets = readdirSync(path.join(projectRoot(), "dist/web/assets"));
      const reader = assets.find((name) => name.startsWith("reading-worker-"));
      expect(await policy(`${product}/assets/${reader}`)).toContain("connect-src 'none'");
    }),
  );

  browserTest("has a table of text on the map in four steps, dropped with the mouse", () =>
    atWorkbench("/new?lang=en", async ({ click, page, steps }) => {
      const text = readFileSync(RIOTS, "utf8");
      await page.locator(".new-zone").evaluate((zone, content) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], "la-riots.csv", { type: "text/csv" }));
        zone.dispatchEvent(
          new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }),
        );
      }, text);
      await page.getByText("63 rows and 11 columns").waitFor();
      await click("Continue");
      await page.getByText("30 April 1992").waitFor();
      await page.getByText("All 63 rows can be read").waitFor();
      await click("Show 63 events on the map");
      await drawn(page);
      expect(await readout(page)).toContain("63 events");
      expect(steps()).toBeLessThanOrEqual(7);
      // What it has no address for has no link.
      expect(await page.locator(".new-product a[href*='/api']").count()).toBe(0);
    }),
  );

  browserTest("knows a table that many have, and fills it in", () =>
    atWorkbench("/new?lang=en", async ({ click, give, page, steps }) => {
      await give(EARTHQUAKES);
      await page.getByText("1,707 rows").waitFor();
      await click("Continue");
      await page.getByText("This looks like a table of USGS earthquakes").waitFor();
      await click("Show 1,707 events on the map");
      await drawn(page);
      expect(await readout(page)).toContain("1,707 events");
      expect(steps()).toBeLessThanOrEqual(8);
    }),
  );

  browserTest("speaks French on a telephone", () =>
    atWorkbench(
      "/new?lang=fr",
      async ({ click, give, page, steps }) => {
        await give(ACLED);
        await click("Continuer");
        await page.getByText("Cela ressemble à un tableau de type ACLED").waitFor();
        await click("Montrer 3 événements sur la carte");
        await drawn(page);
        expect(await readout(page)).toContain("3 événements");
        expect(steps()).toBeLessThanOrEqual(8);
      },
      PHONE,
    ),
  );

  browserTest("asks for what is open, and gives back what cannot be read", () =>
    atWorkbench("/new?lang=en", async ({ click, give, page }) => {
      const rows = ["Title,Date,Latitude,Longitude", "One,03/04/2015,50.95,1.85", "Two,hier,51,2"];
      await give(made("open.csv", `${rows.join("\n")}\n`));
      const guessed = page.getByRole("option", { name: /^as guessed/ });
      await guessed.first().waitFor({ state: "attached" });
      expect(await guessed.allInnerTexts()).toEqual([
        ...["as guessed: utf-8", "as guessed: comma", "as guessed: 1"],
      ]);
      await click("Continue");
      await page.getByText("Which is 03/04/2015: day first, or month first?").waitFor();
      await click("day / month / year");
      await page.getByText("3 April 2015").waitFor();
      await page.getByText("1 of 2 rows can be read").waitFor();
      await click("Continue");
      expect(await title(page).innerText()).toBe("1 row cannot be read");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        click("Save these rows"),
      ]);
      const saved = readFileSync(await download.path(), "utf8");
      expect(saved).toContain("Two,hier,51,2");
      expect(saved).toContain("Date: found");
      await click("Show 1 event on the map");
      await drawn(page);
    }),
  );

  browserTest(
    "gives a package away that it reads again, and keeps the work until it is forgotten",
    () =>
      atWorkbench("/new?lang=en", async ({ click, give, page }) => {
        await give(RIOTS);
        await click("Continue");
        await click("Show 63 events");
        await drawn(page);
        await click("Take it away");
        await page.getByText("3 questions are open").waitFor();
        for (const name of ["Names of persons", "Addresses", "Exact positions"]) {
          const question = page.getByRole("group", { name });
          expect(await question.getByRole("radio", { checked: true }).count()).toBe(0);
          await question.getByRole("radio", { name: "Publish as they are" }).check();
        }
        const file = made("la-riots.zip", await taken(page, "Data package (ZIP)"));
        await page.reload();
        await page.getByText("You were working on la-riots.csv").waitFor();
        await click("Forget it");
        await page.getByText("You were working on").waitFor({ state: "detached" });
        await page.reload();
        await page.locator(".new-zone").waitFor();
        expect(await page.getByText("You were working on").count()).toBe(0);
        await give(file);
        await drawn(page);
        expect(await readout(page)).toContain("63 events");
      }),
  );

  browserTest(
    "gives nothing away before it has asked whom it might harm, and does as it is told",
    () =>
      atWorkbench("/new?lang=en", async ({ click, give, page }) => {
        await give(RIOTS);
        await click("Continue");
        await click("Show 63 events");
        await drawn(page);
        await click("Take it away");
        const answer = (question: string, name: string) =>
          page.getByRole("group", { name: question }).getByRole("radio", { name }).check();
        await page.getByText("3 questions are open").waitFor();
        expect(await page.getByRole("button", { name: /ZIP|Mapping/ }).count()).toBe(0);
        await answer("Names of persons", "Put numbers in their place");
        await answer("Addresses", "Leave out");
        await answer("Exact positions", "Round to 1 km");
        const files = unzipSync(await taken(page, "Data package (ZIP)"));
        const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
        expect(text("events.csv")).not.toMatch(/Meeks|Avalon|,34\.\d{3}/);
        expect(text("events.csv")).toContain("first_name 1");
        expect(JSON.parse(text("datapackage.json")).rocade.description.en).toBe(
          "In first_name, last_name a number stands for whoever or whatever is meant. Not published: address. Positions are made coarse, to 1 km.",
        );
        const mapping = JSON.parse(strFromU8(await taken(page, "Mapping (JSON)")));
        expect(mapping).toMatchObject({ rounding: "1km", leaveOut: ["address"] });
        const layer = Buffer.from(await taken(page, "GeoPackage")).toString("latin1");
        expect(layer.slice(0, 15)).toBe("SQLite format 3");
        expect(layer).toContain("first_name 1");
        expect(layer).not.toMatch(/Meeks|Avalon/);
        // The map is what is taken away.
        await click("Map");
        await drawn(page);
        await click("Take it away");
        await page.getByRole("button", { name: "Data package (ZIP)" }).waitFor();
      }),
  );

  browserTest("refuses in words what is no table, and goes on", () =>
    atWorkbench("/new?lang=en", async ({ click, give, page }) => {
      const wide = Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(",");
      const deep = `{"type":"FeatureCollection","features":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
      const hostile = [
        made("wide.csv", `${wide}\n${wide}\n`),
        made("deep.geojson", deep),
        made("picture.csv", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])),
        made("empty.csv", ""),
      ];
      for (const file of hostile) {
        await give(file);
        const told = page.locator(".new-refused");
        await told.getByText(path.basename(file)).first().waitFor();
        expect(await told.innerText()).toMatch(/Found .+; expected .+/);
        expect(await told.innerText()).not.toMatch(/\bat .+:\d+:\d+|Error/);
      }
      await give(RIOTS);
      await click("Continue");
      await page.getByText("All 63 rows can be read").waitFor();
    }),
  );
});
