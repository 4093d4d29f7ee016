// What an editor changed on the maps of a figure: names, notes, and what stands out.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameOf, linesOf, partWithId, wordsOf } from "#tests/support/pictures/figure-text.ts";
import { inputAt } from "#tests/support/pictures/input-at.ts";
import { createDataset, createPlace, createPointPhase } from "#tests/support/records/dataset.ts";
import { createProjection } from "#web/view/drawing/projection.ts";
import { drawFigure } from "#web/view/figure/figure.ts";
import { printUnmet } from "#web/view/figure/unmet-edits.ts";
import { alternativeText, longDescription } from "#web/view/figure/words/figure-caption.ts";

/** Longitude and latitude. */
const AT = { alder: [1.84, 50.95], birch: [1.87, 50.955], cedar: [1.9, 50.95] } as const;
const IDS = Object.keys(AT) as (keyof typeof AT)[];
const DATASET = createDataset({
  places: IDS.map((id) => createPlace({ id })),
  placePhases: IDS.map((id) =>
    createPointPhase({ id, placeId: id, geometry: { type: "Point", coordinates: [...AT[id]] } }),
  ),
  events: [],
});

const inputOf = (query: string) =>
  inputAt(DATASET, `date=2014-05-10&lang=en&${new URLSearchParams(query)}`);
const svgOf = (query: string) => drawFigure(inputOf(query)).svg;
const linesOn = (svg: string, id: string) => linesOf(partWithId(svg, id));
const middle = ({ bottom, left, right, top }: ReturnType<typeof linesOf>[number]) => [
  (left + right) / 2,
  (top + bottom) / 2,
];

/** Where the mark of a place is drawn. */
function markOf(query: string, id: keyof typeof AT) {
  const { view } = drawFigure(inputOf(query));
  return createProjection(view).toPixel([...AT[id]]);
}

const SIZES = ["width=900&height=640", "width=540&height=960", "use=card", "use=feed", "paper=a4"];

describe("the base map", () => {
  const landmark = (id: string, en: string, coordinates: number[]) => ({
    place: createPlace({ id, kind: "landmark", name: { en } }),
    phase: createPointPhase({ id, placeId: id, geometry: { type: "Point", coordinates } }),
  });
  const named = (id: string, en: string, coordinates: number[]) =>
    ({
      id,
      class: "label",
      name: { en },
      minZoom: 0,
      geometry: { type: "Point", coordinates },
      quality: { precisionM: 50, basis: "estimated" },
      positionNote: null,
      sourceIds: [],
    }) as const;
  const landmarks = [
    landmark("dock", "Old dock", [1.84, 50.95]),
    landmark("mill", "Mill station", [1.9, 50.95]),
  ];
  const dataset = createDataset({
    places: landmarks.map(({ place }) => place),
    placePhases: landmarks.map(({ phase }) => phase),
    events: [],
    basemap: [
      named("dock", "Old dock", [1.842, 50.951]),
      named("mill", "Mill", [1.9005, 50.9502]),
      named("wood", "Mill wood", [1.87, 50.96]),
    ],
  });
  const textsOn = (query: string) =>
    linesOf(
      partWithId(drawFigure(inputAt(dataset, `date=2014-05-10&lang=en&${query}`)).svg, "map"),
    ).map(({ text }) => text);

  it("says the words that an editor has for a place that it names", () => {
    const texts = textsOn("label=dock,,,Quay");
    expect(texts).toContain("Quay");
    expect(texts).not.toContain("Old dock");
  });

  it("does not say the name that an editor has taken off, and goes on saying others", () => {
    expect(textsOn("")).toEqual(expect.arrayContaining(["Old dock", "Mill", "Mill wood"]));
    const texts = textsOn("label=dock,none&label=mill,none");
    expect(texts).not.toContain("Old dock");
    expect(texts).not.toContain("Mill");
    expect(texts).toContain("Mill wood");
  });
});

describe.for(SIZES)("of a figure with %s", (size) => {
  it("a name stands where it was put, in the words that it was given", () => {
    const query = `${size}&label=birch,40,-70,Birch wood, once`;
    const [line] = linesOn(svgOf(query), "names-place-birch");
    const [x = 0, y = 0] = markOf(query, "birch");
    expect(line?.text).toBe("Birch wood, once");
    const [left = 0, top = 0] = line ? middle(line) : [];
    expect(Math.hypot(left - (x + 40), top - (y - 70))).toBeLessThan(4);
  });

  it("a name with other words alone finds its own place", () => {
    const svg = svgOf(`${size}&label=cedar,,,The cedars`);
    expect(linesOn(svg, "map").map(({ text }) => text)).toContain("The cedars");
    // The printed address tells the edit by the id of the place.
    expect(wordsOf(svg).replace(/http.*/s, "")).not.toMatch(/\bcedar\b/);
  });

  it("a name that was taken off is told of, and its mark stays", () => {
    const svg = svgOf(`${size}&label=alder,none&note=As the editor says.`);
    expect(linesOn(svg, "map").map(({ text }) => text)).not.toContain("alder");
    expect(wordsOf(svg)).toContain("As the editor says. 1 site not named on the map.");
    expect(partWithId(svg, "sites-place-alder")).not.toBe("");
  });

  it("a note without a full stop has one before what is told after it", () => {
    const words = wordsOf(svgOf(`${size}&label=alder,none&note=As the editor says`));
    expect(words).toContain("As the editor says. 1 site not named on the map.");
    expect(wordsOf(svgOf(`${size}&note=As the editor says`))).toMatch(/As the editor says(?!\.)/);
  });

  it("a byline stands on it", () => {
    expect(wordsOf(svgOf(`${size}&byline=Map: a desk`))).toContain("Map: a desk");
  });

  it("all but what stands out is faint, and the key says so", () => {
    const svg = svgOf(`${size}&highlight=place:birch`);
    expect(partWithId(svg, "sites-place-birch")).not.toContain('opacity="0.25"');
    expect(partWithId(svg, "sites-place-alder")).toContain('opacity="0.25"');
    expect(wordsOf(svg)).toContain("faint: for context");
  });

  it("a note is whole within the map, wherever it was put", () => {
    const far = fc.integer({ min: -600, max: 600 });
    const degrees = fc.integer({ min: -40, max: 40 });
    const arrows = fc.constantFrom("curved", "straight", "none", "circle", "circle-60");
    fc.assert(
      fc.property(far, far, degrees, degrees, arrows, (right, down, x, y, arrow) => {
        const at = [1.87 + x / 100, 50.95 + y / 200];
        const words = "Cleared at dawn, as those who lived there tell";
        const svg = svgOf(`${size}&annotation=${at},${right},${down},${arrow},${words}`);
        const { height, width } = frameOf(svg, "map");
        const lines = linesOn(svg, "annotations-note-1");
        expect(lines.map(({ text }) => text).join(" ")).toBe(words);
        for (const { bottom, left, right: end, top } of lines) {
          expect(Math.min(left, top)).toBeGreaterThanOrEqual(-0.5);
          expect(end).toBeLessThanOrEqual(width + 0.5);
          expect(bottom).toBeLessThanOrEqual(height + 0.5);
        }
        expect(svg).not.toMatch(/NaN|Infinity/);
      }),
      { numRuns: 25 },
    );
  });

  it("no two groups have one id, whatever was changed", () => {
    const svg = svgOf(
      `${size}&label=birch,40,-70&annotation=1.87,50.95,30,30,curved,One&annotation=1.88,50.95,30,30,circle,Two`,
    );
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
  });
});

describe("of several maps", () => {
  const pair = "width=1200&height=700&dates=2014-05-10,2014-06-10";
  const asked = (query: string) =>
    drawFigure(inputAt(DATASET, `lang=en&${pair}&${new URLSearchParams(query)}`)).svg;

  it("a note is on the one that it was written on, or on all", () => {
    const one = asked("annotation=1.87,50.95,30,30,curved@2,Only here");
    expect(linesOn(one, "map-1").map(({ text }) => text)).not.toContain("Only here");
    expect(linesOn(one, "map-2").map(({ text }) => text)).toContain("Only here");
    const all = asked("annotation=1.87,50.95,30,30,curved,On both");
    for (const map of ["map-1", "map-2"])
      expect(linesOn(all, map).map(({ text }) => text)).toContain("On both");
  });

  it("each record has an id on each map", () => {
    const ids = [...asked("").matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
    expect(ids).toEqual(
      expect.arrayContaining(["sites-1-place-birch", "sites-2-place-birch", "names-2-place-alder"]),
    );
  });
});

describe("in words", () => {
  it("the alternative text is the editor's, and the description tells what was written", () => {
    const input = inputOf("alt=A map of three woods.&annotation=1.87,50.95,0,0,none,Cleared");
    expect(alternativeText(input)).toBe("A map of three woods.");
    expect(longDescription(input)).toContain("Written on the map: “Cleared”.");
    expect(longDescription(inputOf(""))).not.toContain("Written on");
  });
});

describe("edits that nothing on the maps answers to", () => {
  const unmetBy = (query: string) => drawFigure(inputOf(query)).unmet.map(printUnmet);
  const box = "bbox=1.83,50.94,1.88,50.96";

  it.for([
    ["label=birch,40,-70,Birch wood", []],
    ["label=birch,none", []],
    [`label=cedar,,,The cedars&${box}`, ["label:cedar"]],
    [`label=cedar,none&${box}`, ["label:cedar"]],
    ["annotation=1.87,50.95,40,40,curved,Here", []],
    ["annotation=50.95,1.87,40,40,curved,Swapped", ["annotation:1"]],
    [
      `annotation=1.87,50.95,0,40,none,Here&annotation=1.9,50.95,0,40,none,There&${box}`,
      ["annotation:2"],
    ],
    ["dates=2014-05-10,2014-06-10&annotation=1.87,50.95,0,40,none@2,Here", []],
    ["dates=2014-05-10,2014-06-10&annotation=1.87,50.95,0,40,none@3,Here", ["annotation:1"]],
    ["highlight=place:birch", []],
    [`highlight=place:birch,place:cedar&${box}`, ["highlight:place:cedar"]],
  ] as const)("of %s are %j", ([query, unmet]) => {
    expect(unmetBy(query)).toEqual(unmet);
  });
});

describe("what leads from a note", () => {
  const noted = "annotation=1.87,50.955,170,0,straight,Cleared at dawn";
  const boxOf = (query: string) => linesOn(svgOf(query), "names-place-birch")[0];

  it("is crossed by no name that has room beside it", () => {
    const query = `width=900&height=640&${noted}`;
    const [x = 0, y = 0] = markOf(query, "birch");
    const box = boxOf(query);
    // The line goes to the right from the mark.
    expect(box && (box.right < x || box.top > y || box.bottom < y)).toBe(true);
  });

  it("has an open head, unlike the way that people went", () => {
    const note = partWithId(svgOf(`width=900&height=640&${noted}`), "annotations-note-1");
    const paths = [...note.matchAll(/<path[^>]*>/g)].map(([path]) => path);
    expect(paths).not.toHaveLength(0);
    for (const path of paths) expect(path).toContain('fill="none"');
  });
});
