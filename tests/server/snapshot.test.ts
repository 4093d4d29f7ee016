// The figure by its address: what it says, that it is well formed, and what it refuses.
import { describe, expect } from "vitest";
import { findDataset } from "#db/queries/dataset.ts";
import { geodesicDistance } from "#model/geometry.ts";
import { testApp } from "#tests/support/app.ts";
import { CALAIS_ID, dbTest, testDatabase } from "#tests/support/database.ts";
import { scaleBarOf } from "#web/figure/scale-bar.ts";
import { textWidth } from "#web/figure/text-width.ts";
import { createProjection, fitView } from "#web/figure/view.ts";

async function snapshot(query: string, headers: Record<string, string> = {}) {
  const { app } = await testApp();
  const response = await app.request(`/snapshot.svg${query}`, { headers });
  return { response, svg: await response.text() };
}

/** Every element that opens closes, in order; answers the names met. */
function elementsOf(svg: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  for (const [, closing, name = "", selfClosing] of svg.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/gi)) {
    if (closing) expect(open.pop()).toBe(name);
    else {
      names.push(name);
      if (!selfClosing) open.push(name);
    }
  }
  expect(open).toEqual([]);
  return names;
}

const words = (svg: string) => svg.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

describe("the figure", () => {
  dbTest.for([
    [
      "?date=2014-05-27&lang=en",
      "27 May 2014",
      ["14 sites (9 certain)", "mean 1.3 km", "Syrian camp, rue Lamy", "300–400"],
      ["fences"],
    ],
    [
      "?date=2016-09-05&lang=fr",
      "5 septembre 2016",
      ["2 lieux", "Camp de la Lande", "clôtures et mur", "OpenStreetMap", "version 1.0.0"],
      ["peut-être là"],
    ],
    ["?time=2015-01-01/2015-06-30&lang=en", "1 January to 30 June 2015", ["Tioxide"], []],
  ] as const)(
    "%s carries date, sentence, names, legend, sources, licence and version",
    async ([query, date, said, unsaid]) => {
      const { response, svg } = await snapshot(query);
      expect(response.headers.get("Content-Type")).toBe("image/svg+xml; charset=utf-8");
      const names = elementsOf(svg);
      expect(names).toContain("text");
      expect(words(svg)).toContain(date);
      for (const text of said) expect(words(svg)).toContain(text);
      for (const text of unsaid) expect(words(svg)).not.toContain(text);
      expect(words(svg)).toContain("http://localhost/?");
      // Live text and real vectors in named groups; nothing interactive, nothing from elsewhere.
      for (const id of [
        "ground",
        "bypass",
        "people",
        "names",
        "sites",
        "legend",
        "notes",
        "scale-bar",
      ])
        expect(svg).toContain(`id="${id}"`);
      expect(svg).not.toMatch(/data-sel|<image|<style|<script|href=/);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    },
  );

  dbTest("has the same bytes for the same address, and a tag that ends in 304", async () => {
    const [first, second] = [
      await snapshot("?date=2014-05-27"),
      await snapshot("?date=2014-05-27"),
    ];
    expect(second.svg).toBe(first.svg);
    const tag = first.response.headers.get("ETag") ?? "";
    expect((await snapshot("?date=2014-05-27", { "If-None-Match": tag })).response.status).toBe(
      304,
    );
  });

  dbTest("is as large as asked, in pixels or on paper", async () => {
    const sizeOf = async (query: string) => {
      const { svg } = await snapshot(query);
      return /^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg)?.slice(1).map(Number);
    };
    expect(await sizeOf("?width=1080&height=1920")).toEqual([1080, 1920]);
    expect(await sizeOf("?paper=a4")).toEqual([3508, 2480]);
    expect(await sizeOf("?paper=letter&dpi=150")).toEqual([1650, 1275]);
  });

  dbTest(
    "keeps every line of heading, legend and notes within the paper, in a wider font too",
    async () => {
      for (const query of [
        "?lang=fr&width=1080&height=1920",
        "?lang=fr&width=1200&height=630",
        "?paper=a4",
      ]) {
        const { svg } = await snapshot(query);
        const [, width = "0"] = /viewBox="0 0 ([\d.]+)/.exec(svg) ?? [];
        const outside = svg.replace(/<svg id="map"[\s\S]*?<\/svg>/, "");
        for (const [, size, spans = ""] of outside.matchAll(
          /<text[^>]*font-size="([\d.]+)"[^>]*>([\s\S]*?)<\/text>/g,
        ))
          for (const [, x, line = ""] of spans.matchAll(/<tspan x="([\d.]+)"[^>]*>([^<]*)</g))
            expect(
              Number(x) + textWidth(line, Number(size), "regular") * 1.1,
              line,
            ).toBeLessThanOrEqual(Number(width));
      }
    },
  );

  dbTest("leads to the page that shows the same", async () => {
    const { svg } = await snapshot("?date=2016-09-05&certainty=certain&width=900&title=Essai");
    expect(words(svg)).toContain("http://localhost/?date=2016-09-05&amp;certainty=certain");
    expect(words(svg)).toContain("Essai");
    expect(words(svg)).not.toContain("width=");
  });

  dbTest("says so when nothing is recorded, and shows only what a filter leaves", async () => {
    const { svg: none } = await snapshot("?date=2014-05-27&q=nowhere&lang=en");
    expect(words(none)).toContain("Nothing is recorded for this date.");
    const { svg: squats } = await snapshot("?date=2014-05-27&kinds=squat&lang=en");
    expect(words(squats)).not.toContain("Syrian camp");
    expect(words(squats)).toContain("Squat, rue");
  });

  dbTest("has a scale bar that agrees with the geodesic within 1 %", async () => {
    const dataset = await findDataset(await testDatabase(), CALAIS_ID);
    if (!dataset) throw new Error("no dataset");
    for (const width of [300, 900, 3000]) {
      const view = fitView(dataset.meta.home, width, width / 2);
      const { metres, pixels } = scaleBarOf(createProjection(view));
      const [lon = 0, lat = 0] = view.centre;
      const degrees = (pixels / (512 * 2 ** view.zoom)) * 360;
      const length = geodesicDistance([lon - degrees / 2, lat], [lon + degrees / 2, lat]);
      expect(Math.abs(length / metres - 1)).toBeLessThan(0.01);
      expect(pixels).toBeLessThanOrEqual(150);
      expect(String(metres)).toMatch(/^[125]0*$/);
    }
  });
});

describe("a picture that cannot be made", () => {
  dbTest.for([
    ["?width=10", "width"],
    ["?width=6000&height=6000", "width"],
    ["?width=1e3", "width"],
    ["?paper=a0", "paper"],
    ["?paper=a4&width=900", "width"],
    ["?dpi=300", "dpi"],
    ["?paper=a4&dpi=1200", "dpi"],
    ["?date=2014-02-30", "date"],
    ["?lang=de", "lang"],
    ["?bbox=2,50,1,51", "bbox"],
    ["?bbox=1,-90,2,90", "bbox"],
    [`?title=${"x".repeat(200)}`, "title"],
    ["?theme=sepia", "theme"],
    ["?view=now", "view"],
    ["?date=2014-05-27&date=2014-05-28", "date"],
  ] as const)("%s answers 400 and names %s", async ([query, name]) => {
    const { response, svg } = await snapshot(query);
    expect(response.status).toBe(400);
    expect(JSON.parse(svg).problems.map((problem: { name: string }) => problem.name)).toContain(
      name,
    );
  });
});
