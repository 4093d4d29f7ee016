import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "#model/time/day.ts";
import { day } from "#tests/support/records/records.ts";
import { PARAMETERS, parseUrl, printUrl, type UrlState } from "#web/view/address/url.ts";
import { PANEL_VIEWS } from "#web/view/question/panel-view.ts";
import { SELECTABLE } from "#web/view/question/selection.ts";

const at = (address: string) => parseUrl(new URL(address, "http://localhost/"));
const NOTHING: UrlState = {
  date: undefined,
  time: undefined,
  mode: undefined,
  certainty: undefined,
  conventions: undefined,
  kinds: undefined,
  categories: undefined,
  certainties: undefined,
  sides: undefined,
  sourceKinds: undefined,
  q: undefined,
  area: undefined,
  own: undefined,
  distances: undefined,
  sel: undefined,
  compare: undefined,
  step: undefined,
  view: undefined,
  versions: undefined,
  lang: undefined,
  camera: undefined,
};

describe("the address", () => {
  it("carries date, certainty, selection, language and camera", () => {
    const { state, ignored } = at(
      "/?date=2015-03-31&certainty=certain&sel=place:la-lande&lang=fr#map=13.5/50.956/1.87",
    );
    expect(ignored).toEqual([]);
    expect(state).toEqual({
      date: day("2015-03-31"),
      certainty: "certain",
      sel: { kind: "place", id: "la-lande" },
      lang: "fr",
      camera: { zoom: 13.5, latitude: 50.956, longitude: 1.87 },
    });
  });

  it("says what it could not read, and reads the rest", () => {
    const { state, ignored } = at(
      "/?date=2015-02-30&certainty=surely&sel=castle:x&lang=fr#map=99/0/0",
    );
    expect(ignored).toEqual(["date", "certainty", "sel", "#map"]);
    expect(state.lang).toBe("fr");
    expect(state.date).toBeUndefined();
  });

  it("leaves out defaults and keeps what it does not know", () => {
    const url = printUrl(
      new URL("http://localhost/?from=newsletter&date=2015-01-01#map=3/1/1"),
      NOTHING,
    );
    expect(url.href).toBe("http://localhost/?from=newsletter");
  });

  it("is readable: a selection keeps its colon", () => {
    const url = printUrl(new URL("http://localhost/"), {
      ...NOTHING,
      sel: { kind: "event", id: "blockade-5sep16" },
    });
    expect(url.search).toBe("?sel=event:blockade-5sep16");
  });

  it("reads back as the state that was written, for every parameter of the table", () => {
    const day = fc.integer({ min: 15_000, max: 18_000 }).map((value) => value as Day);
    const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
    const some = <Value>(...values: Value[]) => fc.subarray(values, { minLength: 1 });
    const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/);
    const degrees = (limit: number) =>
      fc.integer({ min: -limit * 1e5, max: limit * 1e5 }).map((value) => value / 1e5);
    const corner = fc.tuple(degrees(180), degrees(90));
    const state = fc.record<UrlState>({
      date: maybe(day),
      time: maybe(
        fc
          .tuple(day, day)
          .map(([a, b]) => ({ first: Math.min(a, b) as Day, last: Math.max(a, b) as Day })),
      ),
      mode: maybe(fc.constantFrom("instant", "window", "cumulative")),
      certainty: maybe(fc.constantFrom("possible", "certain")),
      conventions: maybe(fc.boolean()),
      distances: maybe(fc.boolean()),
      kinds: maybe(fc.array(slug, { minLength: 1, maxLength: 3 })),
      categories: maybe(fc.array(slug, { minLength: 1, maxLength: 3 })),
      certainties: maybe(some("confirmed", "reported", "disputed")),
      sides: maybe(some("inside", "edge", "beyond")),
      sourceKinds: maybe(some("press", "state", "ngo")),
      q: maybe(fc.string({ minLength: 1 }).map((text) => `é ${text}`.trim())),
      area: maybe(
        fc.array(corner, { minLength: 3, maxLength: 6 }).map((corners) => ({
          type: "Polygon",
          coordinates: [[...corners, corners[0] ?? [0, 0]]],
        })),
      ),
      own: fc.constant(undefined),
      sel: maybe(fc.record({ kind: fc.constantFrom(...SELECTABLE), id: slug })),
      compare: maybe(day),
      step: maybe(slug),
      view: maybe(fc.constantFrom(...PANEL_VIEWS)),
      versions: maybe(
        fc.record({
          from: fc.string({ minLength: 1 }).filter((label) => label !== ".."),
          to: fc.option(fc.string({ minLength: 1 }).filter((label) => label !== "..")),
        }),
      ),
      lang: maybe(fc.constantFrom("en", "fr")),
      camera: fc.constant(undefined),
    });
    const given = (url: UrlState) =>
      Object.fromEntries(Object.entries(url).filter(([, value]) => value !== undefined));
    fc.assert(
      fc.property(state, (written) => {
        const url = printUrl(new URL("http://localhost/?kept=1"), written);
        const { state: read, ignored } = parseUrl(url);
        expect(ignored).toEqual([]);
        expect(given(read)).toEqual(given(written));
        expect(url.searchParams.get("kept")).toBe("1");
      }),
    );
  });

  it("never throws, whatever its parameters hold", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(PARAMETERS)), fc.string(), (key, text) => {
        const url = new URL("http://localhost/");
        url.searchParams.set(key, text);
        parseUrl(url);
      }),
    );
  });

  it("gives the camera the decimals that its zoom shows", () => {
    const camera = { zoom: 12.345678, latitude: 50.95612345678, longitude: 1.8701234567 };
    const url = printUrl(new URL("http://localhost/"), { ...NOTHING, camera });
    expect(url.hash).toBe("#map=12.35/50.95612/1.87012");
    const back = parseUrl(url).state.camera;
    expect(Math.abs((back?.longitude ?? 0) - camera.longitude)).toBeLessThan(0.00001);
  });
});
