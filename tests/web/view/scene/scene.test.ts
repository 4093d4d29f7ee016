import { beforeAll, describe, expect, it } from "vitest";
import type { Dataset } from "#model/dataset/dataset.ts";
import { measureSeparation, separationSeries } from "#model/measure/separation-series.ts";
import { spanOfCase, TIME_CASES, windowOfCase } from "#tests/support/cases/time-cases.ts";
import { drawnIn } from "#tests/support/pictures/drawing.ts";
import { createDataset, createPlace, createPointPhase } from "#tests/support/records/dataset.ts";
import {
  createCount,
  createSite,
  day,
  onDay,
  spanBetween,
} from "#tests/support/records/records.ts";
import { type Seen, sceneIn } from "#web/view/scene/scene.ts";
import { sitesOf } from "#web/view/scene/sites.ts";
import { withoutBrackets } from "#web/view/words/short-name.ts";

const seenOf = (dataset: Dataset): Seen => ({
  dataset,
  sites: sitesOf(dataset),
  placesLeft: new Set(dataset.places.map((place) => place.id)),
  eventsLeft: new Set(dataset.events.map((event) => event.id)),
  movementsLeft: new Set(dataset.movements.map((movement) => movement.id)),
});
const sceneOf = (dataset: Dataset, date: string, certainty: "possible" | "certain" = "possible") =>
  sceneIn(seenOf(dataset), "instant", onDay(date), certainty);

describe("the time rule in what the map draws", () => {
  it.each(TIME_CASES)("$name", (timeCase) => {
    const dataset = createDataset({
      places: [createPlace({ id: "site" })],
      placePhases: [createPointPhase({ id: "site", placeId: "site", span: spanOfCase(timeCase) })],
    });
    const drawn = (certainty: "possible" | "certain") => {
      const scene = sceneIn(seenOf(dataset), "window", windowOfCase(timeCase), certainty);
      return drawnIn(dataset, scene, "sites").map((svg) =>
        svg.includes("stroke-dasharray") ? "possible" : "certain",
      );
    };
    expect(drawn("possible")).toEqual(timeCase.presence === "absent" ? [] : [timeCase.presence]);
    expect(drawn("certain")).toEqual(timeCase.presence === "certain" ? ["certain"] : []);
  });
});

describe("a scene", () => {
  let dataset: Dataset;

  beforeAll(() => {
    dataset = createDataset({
      places: [
        createPlace({ id: "old" }),
        createPlace({ id: "now" }),
        createPlace({ id: "part", partOf: "now" }),
        createPlace({ id: "town-hall", kind: "landmark" }),
      ],
      placePhases: [
        createPointPhase({
          id: "town-hall",
          placeId: "town-hall",
          geometry: { type: "Point", coordinates: [1, 50] },
        }),
        createPointPhase({
          id: "old",
          placeId: "old",
          span: spanBetween("2013-01-01", "2013-06-01"),
        }),
        createPointPhase({
          id: "now",
          placeId: "now",
          span: spanBetween("2014-01-01", "2014-12-31"),
        }),
        createPointPhase({
          id: "part",
          placeId: "part",
          span: spanBetween("2014-01-01", "2014-12-31"),
        }),
      ],
      counts: [createCount({ placeId: "now", low: 300, best: null, high: 400 })],
    });
  });

  it("keeps a site that is over as a ghost, from the day after its end", () => {
    expect(sceneOf(dataset, "2013-06-01").ghosts).toEqual([]);
    expect(sceneOf(dataset, "2013-06-02").ghosts.map(({ place }) => place.id)).toEqual(["old"]);
  });

  it("draws a part, but does not count it again while its whole is open", () => {
    const sites = sceneOf(dataset, "2014-05-10").sites;
    expect(sites.map(({ place, isCounted }) => [place.id, isCounted])).toEqual([
      ["now", true],
      ["part", false],
    ]);
  });

  it("gives people as the range of the claims, and nothing where nobody counted", () => {
    const scene = sceneOf(dataset, "2014-05-10");
    const names = drawnIn(dataset, scene, "names").map((svg) =>
      svg
        .replace(/<[^>]*>/g, " ")
        .trim()
        .replace(/ +/g, " "),
    );
    expect(names).toEqual(["now 300–400", "part"]);
    const [people] = drawnIn(dataset, scene, "people");
    const [high = 0, low = 0] = [...(people ?? "").matchAll(/ r="([\d.]+)"/g)].map(([, r]) =>
      Number(r),
    );
    expect(high).toBeCloseTo(low * Math.sqrt(400 / 300), 1);
    const unknown = { ...scene, sites: scene.sites.filter((site) => site.people === null) };
    expect(unknown.sites).toHaveLength(1);
    expect(drawnIn(dataset, unknown, "people")).toEqual([]);
  });

  it("keeps an event for some days after its date, marked as past, and never before it", () => {
    const event = {
      ...createDataset({}).events[0],
      id: "e",
      span: spanBetween("2014-05-10", "2014-05-10"),
    };
    const withEvent = { ...dataset, events: [event as Dataset["events"][number]] };
    const recent = (date: string) =>
      sceneOf(withEvent, date).events.map(({ isRecent }) => isRecent);
    expect(recent("2014-05-09")).toEqual([]);
    expect(recent("2014-05-10")).toEqual([false]);
    expect(recent("2014-05-11")).toEqual([true]);
    expect(recent("2014-06-09")).toEqual([true]);
    expect(recent("2014-06-10")).toEqual([]);
  });
});

describe("the names on the map", () => {
  it.each([
    ["Small camp, place Henri-Barbusse (2013–14)", "Small camp, place Henri-Barbusse"],
    ["(unnamed)", "(unnamed)"],
    ["Port of Calais", "Port of Calais"],
  ])("%s → %s", (name, short) => expect(withoutBrackets(name)).toBe(short));
});

describe("the series over time", () => {
  const counts = [createCount({ placeId: "a" })];
  const sites = [
    createSite({
      id: "a",
      distanceM: 1000,
      span: { ...spanBetween("2014-02-10", "2014-06-20"), startEarliest: day("2014-02-01") },
    }),
    createSite({
      id: "b",
      distanceM: 3000,
      side: "beyond",
      span: spanBetween("2014-05-01", "2014-09-01"),
    }),
  ];
  const records = { sites, counts, movements: [] };
  const series = (certainty: "possible" | "certain") =>
    separationSeries(records, day("2014-01-01"), day("2014-12-31"), certainty);

  it.each(["possible", "certain"] as const)(
    "has on every day the value of that day (%s)",
    (certainty) => {
      for (const step of series(certainty)) {
        for (const at of [step.from, (step.until - 1) as typeof step.from]) {
          const measured = measureSeparation(
            records,
            { from: at, until: (at + 1) as typeof at },
            certainty,
          );
          // The same but for the day that it is told of.
          expect({
            ...step.measured,
            window: null,
            people: { ...step.measured.people, day: null },
          }).toEqual({
            ...measured,
            window: null,
            people: { ...measured.people, day: null },
          });
        }
      }
    },
  );

  it("leaves a gap, not a zero, where no site is open", () => {
    const steps = series("possible");
    expect(steps[0]).toMatchObject({
      from: day("2014-01-01"),
      measured: { siteCounts: { total: 0 }, distance: null, shareOfSitesBeyond: null },
    });
    const opened = steps.find((step) => step.from === day("2014-02-01"));
    expect(opened?.measured.distance?.mean).toBe(1000);
  });
});
