import { describe, expect, it } from "vitest";
import { layoutOf, nextStop, restingStop, sheetStops } from "#web/time-bar/sheet/bar-layout.ts";

describe("the layout of the time bar", () => {
  it.each([
    [1440, 900, "wide"],
    [1280, 720, "wide"],
    [1024, 768, "wide"],
    [1024, 640, "slim"],
    [720, 450, "strip"],
    [844, 390, "strip"],
    [390, 844, "sheet"],
    [360, 640, "sheet"],
    [390, 480, "sheet"],
  ] as const)("in a window of %d × %d is %s", (width, height, layout) => {
    expect(layoutOf({ height, width })).toBe(layout);
  });
});

describe("a sheet that is let go", () => {
  const stops = sheetStops(844);

  it("settles at the nearest stop, and a quick finger takes it on to the next", () => {
    expect(stops).toEqual({ low: 132, middle: 292, high: 495 });
    expect(restingStop(150, 0, stops)).toBe("low");
    expect(restingStop(240, 0, stops)).toBe("middle");
    expect(restingStop(500, 0, stops)).toBe("high");
    expect(restingStop(150, 2, stops)).toBe("middle");
    expect(restingStop(280, -2, stops)).toBe("low");
    expect(restingStop(495, 2, stops)).toBe("high");
    expect(restingStop(132, -2, stops)).toBe("low");
  });

  it("goes up and down by the stop, and not past the last", () => {
    expect([nextStop("low", 1), nextStop("middle", 1), nextStop("high", 1)]).toEqual([
      "middle",
      "high",
      "high",
    ]);
    expect(nextStop("low", -1)).toBe("low");
  });
});
