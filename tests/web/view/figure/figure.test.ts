import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { destination, geodesicDistance } from "#model/space/geometry.ts";
import { offsetLine, pointsAlong } from "#web/view/drawing/polyline.ts";
import { createProjection, zoomed } from "#web/view/drawing/projection.ts";
import { element, escapeXml } from "#web/view/drawing/svg.ts";
import { type Label, placeLabels } from "#web/view/figure/placement/label-placement.ts";
import { placeLineLabels } from "#web/view/figure/placement/line-labels.ts";
import { type Box, Occupancy } from "#web/view/figure/placement/occupancy.ts";
import { setLine } from "#web/view/figure/type/text.ts";
import { textWidth, wrapText } from "#web/view/figure/type/text-width.ts";

const FRAME = { width: 800, height: 500 };

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const labels = fc
  .array(
    fc.record({
      lines: fc.array(fc.string({ minLength: 1, maxLength: 24 }), { minLength: 1, maxLength: 3 }),
      x: fc.integer({ min: -50, max: 850 }),
      y: fc.integer({ min: -50, max: 550 }),
      gap: fc.option(fc.integer({ min: 4, max: 60 })),
    }),
    { maxLength: 60 },
  )
  .map((drafts) =>
    drafts.map(
      ({ lines, x, y, gap }, index): Label => ({
        id: `${index}`,
        lines,
        size: 13,
        face: "semibold",
        at: [x, y],
        gap,
        padding: 1,
      }),
    ),
  );

describe("names", () => {
  it("never cover each other or a mark, and never leave the frame", () => {
    fc.assert(
      fc.property(labels, (given) => {
        const marks = given.map(({ at: [x, y] }) => ({
          left: x - 3,
          top: y - 3,
          right: x + 3,
          bottom: y + 3,
        }));
        const placed = placeLabels(
          given.filter(({ gap }) => gap !== null),
          new Occupancy(FRAME, marks),
          new Map(),
        );
        for (const [index, { box }] of placed.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.top).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(FRAME.width);
          expect(box.bottom).toBeLessThanOrEqual(FRAME.height);
          expect(marks.some((mark) => overlap(mark, box))).toBe(false);
          expect(placed.slice(index + 1).some((other) => overlap(other.box, box))).toBe(false);
        }
      }),
    );
  });

  it("stand nowhere that another mark is nearer than their own", () => {
    fc.assert(
      fc.property(labels, (given) => {
        const named = given.map((label) => ({ ...label, gap: 11 }));
        const marks = named.map(({ at }) => at);
        const placed = placeLabels(named, new Occupancy(FRAME, []), new Map(), marks);
        const away = ({ left, top, right, bottom }: Box, [x, y]: readonly [number, number]) =>
          Math.hypot(
            x - Math.min(Math.max(x, left), right),
            y - Math.min(Math.max(y, top), bottom),
          );
        for (const { box, label } of placed)
          for (const mark of marks)
            if (Math.hypot(mark[0] - label.at[0], mark[1] - label.at[1]) >= 2)
              expect(away(box, mark)).toBeGreaterThan(away(box, label.at));
      }),
    );
  });

  it("take the side on which nobody takes them for another’s", () => {
    const at = [400, 250] as const;
    const label: Label = {
      id: "zafaran",
      lines: ["Dayr al-Zafaran"],
      size: 13,
      face: "semibold",
      at,
      gap: 11,
      padding: 1,
    };
    // Above the end of where the name would stand on the right of its mark.
    const other = [430, 236] as const;
    const place = (rivals: readonly (readonly [number, number])[]) =>
      placeLabels([label], new Occupancy(FRAME, []), new Map(), rivals)[0]?.anchor;
    expect(place([at])).toBe("right");
    expect(place([at, other])).toBe("left");
  });

  it("stay on their side when the map moves a little", () => {
    const label: Label = {
      id: "a",
      lines: ["rue Lamy"],
      size: 13,
      face: "regular",
      at: [400, 250],
      gap: 10,
      padding: 1,
    };
    const wall = { left: 405, top: 240, right: 500, bottom: 260 };
    const first = placeLabels([label], new Occupancy(FRAME, [wall]), new Map());
    expect(first[0]?.anchor).toBe("left");
    const before = new Map(first.map(({ label: { id }, anchor }) => [id, anchor]));
    const second = placeLabels([label], new Occupancy(FRAME, []), before);
    expect(second[0]?.anchor).toBe("left");
  });

  it("run along a line, readable from below, and not around its corners", () => {
    const name = { id: "a", text: "rocade", size: 13, offset: 15, spacing: 900 };
    const along = (line: [number, number][]) =>
      placeLineLabels([{ ...name, face: "semibold", line }], new Occupancy(FRAME, []));
    const backwards = along([
      [780, 250],
      [20, 250],
    ]);
    expect(backwards).toHaveLength(1);
    expect(backwards[0]?.angle).toBeCloseTo(0);
    expect(backwards[0]?.at[1]).toBeCloseTo(265);
    const zigzag = Array.from({ length: 30 }, (_, index): [number, number] => [
      index * 26,
      index % 2 ? 230 : 260,
    ]);
    expect(along(zigzag)).toEqual([]);
  });
});

describe("a line of text", () => {
  it("names typefaces that most programs have, where they lack its own", () => {
    const line = setLine("a", { size: 10, face: "regular" }, {});
    const [, families = ""] = /font-family="([^"]*)"/.exec(line) ?? [];
    expect(families).toMatch(/^'Source Sans 3', .*'Noto Sans', Arial, sans-serif$/);
  });
});

describe("the width of words", () => {
  it("is that of the font, at any size", () => {
    // Advance widths of Source Sans 3 Regular: C 571, a 504, l 255, i 246, s 419 of 1000.
    expect(textWidth("Calais", 1000, "regular")).toBe(571 + 504 + 255 + 504 + 246 + 419);
    expect(textWidth("é", 10, "semibold")).toBeCloseTo(textWidth("e", 10, "semibold"));
  });

  it("breaks lines, at spaces where there are any, and loses nothing; none is wider than asked", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ minLength: 1, maxLength: 12 }).map((word) => word.replaceAll(" ", "x")),
          { minLength: 1 },
        ),
        (words) => {
          const lines = wrapText(words.join(" "), 13, "regular", 90);
          expect(lines.join("").replaceAll(" ", "")).toBe(words.join(""));
          for (const line of lines)
            if (!/^.[\p{M}\u200c\u200d]*$/u.test(line))
              expect(textWidth(line, 13, "regular")).toBeLessThanOrEqual(90);
        },
      ),
    );
  });
});

describe("what has no spaces", () => {
  it("is broken between the characters of Chinese, and after the punctuation of an address", () => {
    expect(wrapText("加来难民营地", 10, "regular", 30)).toEqual(["加来难", "民营地"]);
    const address = "https://rocade.example.org/snapshot.svg?dates=2014-05-27,2016-09-05&lang=fr";
    const lines = wrapText(address, 13, "regular", 200);
    expect(lines.join("")).toBe(address);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/[/?&=,.:;_#-]$/);
  });
});

describe("the projection", () => {
  const view = { centre: [1.86, 50.95], zoom: 13, width: 800, height: 500 };

  it("puts the centre in the middle, east to the right and north up", () => {
    const { toPixel } = createProjection(view);
    expect(toPixel([1.86, 50.95])).toEqual([400, 250]);
    expect(toPixel([1.87, 50.95])[0]).toBeGreaterThan(400);
    expect(toPixel([1.86, 50.96])[1]).toBeLessThan(250);
  });

  it("agrees with the geodesic on what a kilometre is, within 1 %", () => {
    const { toPixel, metresToPixels } = createProjection(view);
    for (const azimuth of [0, 90, 200]) {
      const there = destination([1.86, 50.95], azimuth, 1000);
      const [x, y] = toPixel(there);
      const pixels = Math.hypot(x - 400, y - 250);
      expect(geodesicDistance([1.86, 50.95], there)).toBeCloseTo(1000);
      expect(pixels / metresToPixels(1000, 50.95)).toBeGreaterThan(0.99);
      expect(pixels / metresToPixels(1000, 50.95)).toBeLessThan(1.01);
    }
  });

  it("lets widths grow between two zooms, and not beyond them", () => {
    expect(zoomed(5, 1, 5)).toBe(1);
    expect(zoomed(20, 1, 5)).toBe(5);
    expect(zoomed(13, 1, 5)).toBeGreaterThan(zoomed(12, 1, 5));
  });
});

describe("lines", () => {
  it("have points at even distances", () => {
    const found = pointsAlong(
      [
        [0, 0],
        [10, 0],
        [10, 10],
      ],
      5,
    );
    expect(found.map(({ at }) => at)).toEqual([
      [2.5, 0],
      [7.5, 0],
      [10, 2.5],
      [10, 7.5],
    ]);
  });

  it("move sideways and keep their distance at a right angle", () => {
    const moved = offsetLine(
      [
        [0, 0],
        [10, 0],
        [10, 10],
      ],
      2,
    );
    expect(moved[0]).toEqual([0, 2]);
    expect(moved[1]?.map(Math.round)).toEqual([8, 2]);
    expect(moved[2]).toEqual([8, 10]);
  });
});

describe("SVG", () => {
  it("keeps any text as text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const svg = element("text", { title: text }, escapeXml(text));
        expect(svg.match(/</g)).toHaveLength(2);
        expect(svg.match(/"/g)).toHaveLength(2);
      }),
    );
  });
});
