// The workbench in French: what it says of a file is French, too.
import { afterAll, describe, expect } from "vitest";
import { browserTest, closeBrowser } from "#tests/support/browser/page.ts";
import { atWorkbench, drawn, made } from "#tests/support/browser/workbench.ts";

afterAll(closeBrowser);

const quake = (id: number) => ({
  type: "Feature",
  id: `us${id}`,
  properties: {
    ...{ mag: 4.2, place: "Fiji", time: 1_517_966_773_840 + id, updated: 1_517_966_996_303 },
    ...{
      url: "",
      detail: "",
      net: "us",
      code: `${id}`,
      tsunami: 0,
      magType: "mb",
      type: "earthquake",
    },
    title: `M 4.2 - Fiji ${id}`,
  },
  geometry: { type: "Point", coordinates: [178 + id / 10, -18, 10] },
});

describe("the workbench in French", () => {
  browserTest("tells in French of what it read and drew", () =>
    atWorkbench("/new?lang=fr", async ({ click, give, page }) => {
      const features = Array.from({ length: 5 }, (_, at) => quake(at));
      await give(made("seismes.geojson", JSON.stringify({ type: "FeatureCollection", features })));
      await page.getByText(/altitudes, laissées de côté/).waitFor();
      expect(await page.locator("main [lang=en]").count()).toBe(0);
      await click("Continuer");
      await page.getByText(/^Cela ressemble à un tableau de séismes de l’USGS/).waitFor();
      await click(/^Montrer 5 événements/);
      await drawn(page);
      await click("Faire une image");
      await page.getByRole("button", { name: /^Copier\s: Légende/ }).waitFor();
    }),
  );
});
