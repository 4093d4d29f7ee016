import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, printDay } from "#model/day.ts";
import { day } from "#tests/support/records.ts";
import { parseUrl, printUrl, type UrlState } from "#web/state/url.ts";

const at = (address: string) => parseUrl(new URL(address, "http://localhost/"));
const NOTHING: UrlState = {
  date: undefined,
  certainty: undefined,
  sel: undefined,
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

  it("reads back as the state that was written", () => {
    const state = fc.record({
      date: fc.option(
        fc.integer({ min: 15_000, max: 18_000 }).map((value) => value as Day),
        { nil: undefined },
      ),
      certainty: fc.constantFrom("possible" as const, "certain" as const, undefined),
      sel: fc.constantFrom(
        { kind: "place" as const, id: "la-lande" },
        { kind: "phase" as const, id: "south-zone" },
        undefined,
      ),
      lang: fc.constantFrom("en" as const, "fr" as const, undefined),
      camera: fc.constant(undefined),
    });
    fc.assert(
      fc.property(state, (written) => {
        const url = printUrl(new URL("http://localhost/?kept=1"), written);
        expect(parseUrl(url)).toEqual({ state: { ...written }, ignored: [] });
        if (written.date !== undefined)
          expect(url.searchParams.get("date")).toBe(printDay(written.date));
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
