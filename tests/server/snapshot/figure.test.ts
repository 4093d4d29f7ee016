// The figure as a whole, drawn from Calais: what holds for any date, any size, either language.
import fc from "fast-check";
import jsQr from "jsqr";
import { PNG } from "pngjs";
import { describe, expect } from "vitest";
import { geodesicDistance } from "#model/space/geometry.ts";
import { addDays, type Day, printDay } from "#model/time/day.ts";
import { calaisDataset } from "#tests/support/databases/calais-dataset.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { CALAIS_VERSION, siteCountsOn } from "#tests/support/packages/calais-facts.ts";
import { pngOf } from "#tests/support/pictures/any-proof.ts";
import { drawnFor } from "#tests/support/pictures/drawn-for.ts";
import { frameOf, linesOf, partWithId, wordsOf } from "#tests/support/pictures/figure-text.ts";
import { inputAt } from "#tests/support/pictures/input-at.ts";
import { FURNITURE } from "#web/view/address/furniture.ts";
import { PAPERS, SHAPES } from "#web/view/address/picture-size.ts";
import { boundsOf, createProjection } from "#web/view/drawing/projection.ts";
import { drawFigure } from "#web/view/figure/figure.ts";
import { scaleBarOf } from "#web/view/figure/map/scale-bar.ts";
import { shownFeatures } from "#web/view/figure/shown-features.ts";
import {
  alternativeText,
  captionText,
  longDescription,
} from "#web/view/figure/words/figure-caption.ts";

const sizes = [
  ...Object.keys(PAPERS).map((paper) => `paper=${paper}`),
  ...Object.values(SHAPES).map(([width, height]) => `width=${width}&height=${height}`),
  "paper=a4&orientation=portrait",
  "width=400&height=600",
  "width=2400&height=600",
];

const questions = fc
  .record({
    day: fc.integer({ min: 0, max: 1460 }),
    size: fc.constantFrom(...sizes),
    language: fc.constantFrom("en", "fr"),
    title: fc.option(
      fc.constantFrom(
        "Où ont vécu les personnes exilées à Calais, et jusqu’où elles ont été repoussées",
        "Essai & co",
        "",
      ),
    ),
    without: fc.subarray([...FURNITURE]),
    certainty: fc.constantFrom("possible", "certain"),
    distances: fc.boolean(),
  })
  .map(({ certainty, day, distances, language, size, title, without }) => {
    const date = printDay(addDays(15_706 as Day, day));
    const said = title === null ? "" : `&title=${encodeURIComponent(title)}`;
    const left = without.length > 0 ? `&without=${without.join(",")}` : "";
    return `date=${date}&${size}&lang=${language}&certainty=${certainty}&distances=${distances}${said}${left}`;
  });

const NUMBER_WAS_ON_A_NAME = "date=2016-02-29&width=1080&height=1350&lang=en&without=precision";

const overlap = (a: ReturnType<typeof linesOf>[number], b: typeof a) =>
  a.left < b.right - 0.5 &&
  b.left < a.right - 0.5 &&
  a.top < b.bottom - 0.5 &&
  b.top < a.bottom - 0.5;

describe("whatever is asked", () => {
  dbTest("no two lines of words overlap, and none leaves its frame", async () => {
    const dataset = await calaisDataset();
    fc.assert(
      fc.property(questions, (query) => {
        const { svg } = drawnFor(dataset, query);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(
          Number,
        );
        const map = partWithId(svg, "map");
        const { width: mapWidth, height: mapHeight } = frameOf(svg, "map");
        for (const [part, right, bottom] of [
          [map, mapWidth, mapHeight],
          [svg.replace(map, "").replace(partWithId(svg, "locator"), ""), width, height],
        ] as const) {
          const lines = linesOf(part);
          expect(lines.length).toBeGreaterThan(0);
          for (const [index, line] of lines.entries()) {
            expect(line.left, line.text).toBeGreaterThanOrEqual(-0.5);
            expect(line.right, line.text).toBeLessThanOrEqual(right + 0.5);
            expect(line.top, line.text).toBeGreaterThanOrEqual(-0.5);
            expect(line.bottom, line.text).toBeLessThanOrEqual(bottom + 0.5);
            for (const other of lines.slice(index + 1))
              if (overlap(line, other)) throw new Error(`“${line.text}” on “${other.text}”`);
          }
        }
      }),
      { numRuns: 60, examples: [[NUMBER_WAS_ON_A_NAME]] },
    );
  });

  dbTest(
    "date, credit, licence and version are said, and every number has its source",
    async () => {
      const dataset = await calaisDataset();
      fc.assert(
        fc.property(questions, (query) => {
          const { input, svg } = drawnFor(dataset, query);
          const said = wordsOf(svg);
          expect(said).toContain(input.moments[0]?.date ?? "?");
          expect(said).toContain("OpenStreetMap");
          expect(said).toContain(CALAIS_VERSION);
          expect(said).toContain("CC-BY-4.0");
          const notes = wordsOf(partWithId(svg, "notes"));
          const used = [...wordsOf(partWithId(svg, "names")).matchAll(/\[([\d, ]+)\]/g)];
          for (const [, numbers = ""] of used)
            for (const number of numbers.split(", ")) expect(notes).toContain(`[${number}]`);
          const { length } = alternativeText(input);
          expect(length).toBeLessThanOrEqual(250);
          expect(length).toBeGreaterThan(30);
        }),
        { numRuns: 40 },
      );
    },
  );

  dbTest("the scale bar agrees with the geodesic within 1 %, in round lengths", async () => {
    const dataset = await calaisDataset();
    fc.assert(
      fc.property(questions, (query) => {
        const { view } = drawnFor(dataset, query);
        const { metres, pixels } = scaleBarOf(createProjection(view));
        const [lon = 0, lat = 0] = view.centre;
        const degrees = (pixels / (512 * 2 ** view.zoom)) * 360;
        const length = geodesicDistance([lon - degrees / 2, lat], [lon + degrees / 2, lat]);
        expect(Math.abs(length / metres - 1)).toBeLessThan(0.01);
        expect(String(metres)).toMatch(/^[125]0*$/);
      }),
      { numRuns: 40 },
    );
  });
});

describe("any part of the map", () => {
  const frames = fc.record({
    day: fc.integer({ min: 0, max: 1460 }),
    lon: fc.double({ min: 1.6, max: 2.1, noNaN: true }),
    lat: fc.double({ min: 50.85, max: 51.05, noNaN: true }),
    degrees: fc.constantFrom(0.0005, 0.004, 0.02, 0.06, 0.2, 3, 40),
    shape: fc.constantFrom("width=400&height=700", "width=420&height=900", "width=900&height=500"),
    distances: fc.boolean(),
  });

  dbTest(
    "can be drawn, from the whole earth to a yard, and nothing of it lies far outside",
    async () => {
      const dataset = await calaisDataset();
      await fc.assert(
        fc.asyncProperty(frames, async ({ day, degrees, distances, lat, lon, shape }) => {
          const box = [lon - degrees, lat - degrees / 2, lon + degrees, lat + degrees / 2];
          const date = printDay(addDays(15_706 as Day, day));
          const query = `date=${date}&bbox=${box.map((one) => one.toFixed(5)).join(",")}&${shape}&distances=${distances}`;
          const { svg } = drawnFor(dataset, query);
          for (const [, path = ""] of partWithId(svg, "map").matchAll(/ d="(M[^"]*)"/g))
            for (const number of path.match(/-?\d+(\.\d+)?/g) ?? [])
              expect(Math.abs(Number(number)), query).toBeLessThan(3000);
          const png = await pngOf({ svg });
          expect(png.length).toBeGreaterThan(1000);
        }),
        { numRuns: 80 },
      );
    },
  );
});

describe("the furniture", () => {
  dbTest("is left off when it is not wanted, and said when there is no room", async () => {
    const dataset = await calaisDataset();
    const all = drawFigure(inputAt(dataset, "date=2016-09-05&paper=a3&orientation=portrait"));
    expect(all.leftOff).toEqual([]);
    for (const id of ["legend", "happened", "curve", "locator", "qr", "scale-bar", "notes"])
      expect(partWithId(all.svg, id), id).not.toBe("");
    const bare = drawFigure(
      inputAt(dataset, `date=2016-09-05&paper=a3&without=${FURNITURE.join(",")}`),
    );
    for (const id of ["happened", "curve", "locator", "qr"])
      expect(partWithId(bare.svg, id), id).toBe("");
    for (const id of ["date", "legend", "scale-bar", "sources", "credit"])
      expect(partWithId(bare.svg, id), id).not.toBe("");
    expect(wordsOf(bare.svg)).toContain("5 September 2016");
    const small = drawFigure(inputAt(dataset, "date=2016-09-05&width=400&height=600"));
    expect(small.leftOff).toEqual(expect.arrayContaining(["locator", "curve"]));
  });

  dbTest(
    "is a legend of what is in sight alone; the uncertainty of a line is, where the line is not",
    async () => {
      const dataset = await calaisDataset();
      const drawn = (bbox: string) =>
        drawFigure(inputAt(dataset, `date=2016-09-05&lang=en&bbox=${bbox}`)).svg;
      const town = drawn("1.850,50.945,1.856,50.948");
      expect(wordsOf(partWithId(town, "legend"))).not.toMatch(/the bypass|fences/);
      const port = drawn("1.89,50.96,1.92,50.97");
      expect(wordsOf(partWithId(port, "legend"))).toMatch(/the bypass.*fences/);
      // A hundred metres beside the road, drawn with ± 250 m.
      const beside = partWithId(drawn("1.9085,50.9500,1.9095,50.9506"), "separator");
      expect(beside).toContain("stroke-opacity");
    },
  );

  dbTest("carries a square code that leads to the same view", async () => {
    const dataset = await calaisDataset();
    const input = inputAt(dataset, "date=2014-05-27&lang=fr&certainty=certain&scale=2");
    const { svg } = drawFigure(input);
    const png = await pngOf({ svg });
    const picture = PNG.sync.read(Buffer.from(png));
    const [, x = 0, y = 0, side = 0] = (
      /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/.exec(partWithId(svg, "qr")) ?? []
    ).map(Number);
    const unit = input.height / Number(/viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(svg)?.[1]);
    const size = Math.floor(side * unit);
    const code = new PNG({ width: size, height: size });
    PNG.bitblt(picture, code, Math.ceil(x * unit), Math.ceil(y * unit), size, size, 0, 0);
    expect(jsQr(new Uint8ClampedArray(code.data), size, size)?.data).toBe(input.permalink);
    const { label } = dataset.meta.version;
    expect(input.permalink).toBe(
      `http://localhost/?date=2014-05-27&certainty=certain&lang=fr&v=${label}`,
    );
  });

  dbTest("names date and language even where the address leaves them to others", async () => {
    const dataset = await calaisDataset();
    expect(inputAt(dataset, "").permalink).toBe(
      `http://localhost/?date=2014-05-27&lang=en&v=${dataset.meta.version.label}`,
    );
  });

  dbTest("leads to the part of the map that it shows", async () => {
    const { permalink } = inputAt(
      await calaisDataset(),
      "date=2016-03-01&bbox=1.87,50.96,1.93,50.98",
    );
    expect(permalink).toMatch(
      /^http:\/\/localhost\/\?date=2016-03-01&lang=en&v=[\d.]+#map=1[234][.\d]*\/50\.9[67]\d*\/1\.(9|899)\d*$/,
    );
  });
});

describe("several dates", () => {
  dbTest("have one frame, one legend, and a date each", async () => {
    const dataset = await calaisDataset();
    const { svg } = drawFigure(
      inputAt(dataset, "dates=2014-05-27,2016-09-05&width=1600&height=900"),
    );
    const [first, second] = [partWithId(svg, "map-1"), partWithId(svg, "map-2")];
    expect(first).toContain('id="separator-1"');
    const bypass = (part: string, id: string) => / d="([^"]*)"/.exec(partWithId(part, id))?.[1];
    expect(bypass(first, "ground-1")).toBe(bypass(second, "ground-2"));
    expect(svg.match(/id="legend"/g)).toHaveLength(1);
    expect(wordsOf(svg)).toContain("27 May 2014");
    expect(wordsOf(svg)).toContain("5 September 2016");
    expect(wordsOf(partWithId(svg, "legend"))).toContain("fences and wall");
  });

  dbTest(
    "are the last days of the periods, with their names, where periods are asked for",
    async () => {
      const dataset = await calaisDataset();
      const input = inputAt(dataset, "dates=phases&paper=a4");
      expect(input.moments.map(({ name }) => name)).toEqual(
        dataset.phases.map(({ title }) => title.en),
      );
      expect(input.moments[1]?.date).toBe("27 May 2014");
      const { svg } = drawFigure(input);
      for (const { title } of dataset.phases)
        for (const word of (title.en ?? "").split(" ")) expect(wordsOf(svg)).toContain(word);
    },
  );

  dbTest("carry badges of what changed, where they are compared", async () => {
    const { svg } = drawFigure(
      inputAt(await calaisDataset(), "date=2016-09-05&compare=2014-05-27&width=1600&height=900"),
    );
    expect(partWithId(svg, "changes-1")).not.toBe("");
    expect(wordsOf(partWithId(svg, "legend"))).toContain("closed between them");
    expect(wordsOf(svg).indexOf("27 May 2014")).toBeLessThan(
      wordsOf(svg).lastIndexOf("5 September 2016"),
    );
  });

  dbTest("of an animation leave the map where it is", async () => {
    const dataset = await calaisDataset();
    const days = ["2013-01-01", "2014-05-27", "2015-06-02", "2016-09-05", "2016-12-31"];
    const inputs = days.map((day) =>
      inputAt(dataset, `date=${day}&width=1280&height=720&without=happened`),
    );
    const steadyOver = inputs.flatMap(({ moments }) => moments);
    const drawn = inputs.map((input) => drawFigure({ ...input, steadyOver }).svg);
    expect(new Set(drawn.map((svg) => /<g id="map"[^>]*>/.exec(svg)?.[0])).size).toBe(1);
    expect(new Set(drawn.map((svg) => partWithId(svg, "legend"))).size).toBe(1);
    for (const svg of drawn)
      expect(wordsOf(partWithId(svg, "sources"))).toMatch(
        /Sources( \(\d+ of \d+.*\))?: \[1\]|\d+ sources/,
      );
  });
});

describe("in words", () => {
  dbTest("it is a caption, an alternative text and a description, with who counted", async () => {
    const dataset = await calaisDataset();
    const input = inputAt(dataset, "date=2014-05-27&lang=en");
    const { inside, total } = siteCountsOn("2014-05-27");
    expect(alternativeText(input)).toContain(
      `Map: Calais 2013–2016: ${inside} of ${total} known sites inside the bypass, 27 May 2014. ${total} sites`,
    );
    expect(captionText(input)).toContain("Syrian camp, rue Lamy");
    // Three are named, of as many as the first line says.
    const [, counted] = /(\d+) of \d+ sites[;)]/.exec(captionText(input)) ?? [];
    expect(captionText(input)).toContain(`figures (the 3 largest of ${counted}): `);
    expect(captionText(input)).toContain("counted by");
    expect(longDescription(input)).toContain("nobody’s figure is recent");
    expect(longDescription(input).split("\n- ").length).toBeGreaterThan(total);
    const french = inputAt(dataset, "date=2014-05-27&lang=fr");
    expect(captionText(french)).toContain("27 mai 2014");
    expect(captionText(french)).not.toMatch(/[a-zé)]: /);
    expect(longDescription(french)).not.toContain("en anglais");
    // Who counted is said in English, and that it is, where the data do not say it in French.
    const counts = dataset.counts.map((one) => ({ ...one, countedBy: { en: "Police" } }));
    const half = longDescription(inputAt({ ...dataset, counts }, "date=2014-05-27&lang=fr"));
    expect(half).toMatch(/ \(en anglais\)/);
    const nothing = inputAt(dataset, "date=2016-12-15&lang=en");
    const none = "No site known to these data in the area studied on 15 December 2016";
    for (const words of [alternativeText, captionText, longDescription])
      expect(words(nothing)).toContain(none);
  });

  dbTest("what is shown are the features within the frame", async () => {
    const dataset = await calaisDataset();
    const input = inputAt(dataset, "date=2016-09-05&bbox=1.84,50.94,1.87,50.96&lang=en");
    const { view } = drawFigure(input);
    const near = shownFeatures(input, boundsOf(view), view.zoom).features;
    expect(near.map(({ properties }) => properties.name)).not.toContain("La Lande camp");
    expect(near.some(({ properties }) => properties.shown === "former site")).toBe(true);
    const whole = inputAt(dataset, "date=2016-09-05&lang=en");
    const lande = shownFeatures(whole, dataset.meta.extent, 12).features.find(
      ({ properties }) => properties.place === "la-lande" && properties.shown === "site",
    );
    expect(lande?.properties.people_low).toBeGreaterThan(6000);
    expect(lande?.properties.counted_by).toBeTruthy();
  });
});
