// A crowd that no service has is asked as the service would be, and answers as the page would count what it holds.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { degreesAt, precisionOf, spanAt } from "#model/collection/event-columns.ts";
import { type Filter, passes } from "#model/question/filter.ts";
import { EVENT_CERTAINTIES, type Event } from "#model/record/event.ts";
import { isInBbox } from "#model/space/bbox.ts";
import { matches } from "#model/time/span.ts";
import { createDataset, createEvent } from "#tests/support/records/dataset.ts";
import { anySpan } from "#tests/support/records/event-blocks.ts";
import { day } from "#tests/support/records/records.ts";
import { eventQuestion } from "#web/api/event-pages.ts";
import { LocalEvents } from "#web/new/crowd/local-events.ts";
import { factsOf } from "#web/view/scene/facts.ts";

const one = fc.record({
  title: fc.constantFrom("A march", "It's a fire", "Été à Calais"),
  category: fc.constantFrom("protest", "riot", "o'clock"),
  certainty: fc.constantFrom(...EVENT_CERTAINTIES),
  span: anySpan,
  at: fc.option(fc.tuple(fc.integer({ min: -179, max: 179 }), fc.integer({ min: -80, max: 80 }))),
  kind: fc.option(fc.constantFrom("a", "b's")),
  deaths: fc.option(fc.integer({ min: 0, max: 5 })),
  seen: fc.option(fc.constantFrom("2014-05-10", "2015-01-01")),
  isNight: fc.option(fc.boolean()),
});

const eventsOf = (some: readonly (typeof one extends fc.Arbitrary<infer Of> ? Of : never)[]) =>
  some.map(
    ({ at, category, certainty, deaths, isNight, kind, seen, span, title }, index): Event => {
      const own = { deaths, isNight, kind, seen };
      const attributes = Object.fromEntries(
        Object.entries(own).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
      );
      return createEvent({
        ...{ id: `e${index}`, title: { en: title }, category, certainty, span, attributes },
        point: at && { type: "Point", coordinates: at },
        quality: at && { precisionM: 100, basis: "measured" },
      });
    },
  );

const text = (name: string, ...values: string[]) =>
  ({ name, type: "text", of: ["events"], asked: { kind: "values", values } }) as const;
const own: fc.Arbitrary<Filter["own"][number]> = fc.constantFrom(
  text("kind", "b's"),
  text("kind", "a", "b's"),
  ...([
    {
      name: "deaths",
      type: "integer",
      of: ["events"],
      asked: { kind: "range", from: 1, until: 3 },
    },
    { name: "deaths", type: "integer", of: ["events"], asked: { kind: "values", values: ["2"] } },
    {
      name: "deaths",
      type: "number",
      of: ["events"],
      asked: { kind: "range", from: null, until: 2 },
    },
    {
      ...({ name: "seen", type: "day", of: ["events"] } as const),
      asked: { kind: "range", from: day("2014-06-01"), until: null },
    },
    {
      name: "isNight",
      type: "boolean",
      of: ["events"],
      asked: { kind: "values", values: ["true"] },
    },
  ] satisfies Filter["own"]),
);

const filters: fc.Arbitrary<Filter> = fc.record({
  ...{ kinds: fc.constant([]), sides: fc.constant([]), sourceKinds: fc.constant([]) },
  categories: fc.subarray(["protest", "riot", "o'clock"]),
  certainties: fc.subarray([...EVENT_CERTAINTIES]),
  q: fc.constantFrom("", "fire", "ete calais"),
  area: fc.constantFrom(null, {
    type: "Polygon" as const,
    coordinates: [
      [
        [-50, -40],
        [60, -40],
        [60, 50],
        [-50, 50],
        [-50, -40],
      ],
    ],
  }),
  own: fc.subarray([0, 1]).chain((places) => fc.tuple(...places.map(() => own))),
});
const windows = fc.constantFrom(
  { from: null, until: null },
  { from: day("2014-05-10"), until: day("2014-05-11") },
  { from: day("1990-01-01"), until: null },
);
const boxes = fc.constantFrom(null, { west: 100, south: -30, east: -100, north: 60 });

describe("a crowd that the reader brought", () => {
  it("answers the page's questions as the page would what it holds", () => {
    const asked = fc.record({
      filter: filters,
      window: windows,
      certainty: fc.constantFrom("possible" as const, "certain" as const),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), asked, boxes, (some, question, box) => {
        const events = eventsOf(some);
        const dataset = createDataset({ events });
        const facts = factsOf(dataset).events;
        const expected = events.filter(
          (event) =>
            matches(event.span, question.window, question.certainty) &&
            (box === null ||
              (event.point?.type === "Point" && isInBbox(event.point.coordinates, box))) &&
            passes(question.filter, facts.get(event.id) ?? { ...NOTHING }),
        );
        const page = new LocalEvents(dataset).page(`${eventQuestion(question, box)}&limit=100`);
        expect(page.events.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        expect(page).toMatchObject({ matched: expected.length, next: null });
      }),
      { numRuns: 400 },
    );
  });

  it("comes page by page, each event once", () => {
    const events = Array.from({ length: 25 }, (_, at) => createEvent({ id: `e${at}` }));
    const crowd = new LocalEvents(createDataset({ events }));
    const ids: string[] = [];
    for (let next: string | null = "limit=10&sortby=start_earliest"; next !== null; ) {
      const page = crowd.page(next);
      ids.push(...page.events.map(({ id }) => id));
      next = page.next;
    }
    expect(ids).toEqual(events.map(({ id }) => id));
    expect(crowd.event("e7")).toBe(events[7]);
    expect(crowd.event("none")).toBeUndefined();
  });

  it("is drawn where and when its events are, never more exactly", () => {
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (some) => {
        const events = eventsOf(some);
        const placed = events.filter(({ point }) => point !== null);
        const { block, head } = new LocalEvents(createDataset({ events })).crowd("");
        expect(head).toMatchObject({ matched: events.length, placed: placed.length });
        const drawn = Array.from(block?.x ?? [], (x, index) => {
          if (!block) return undefined;
          const [longitude, latitude] = degreesAt(x, block.y[index] ?? 0);
          expect(precisionOf(block.quality[index] ?? 0)).toBeGreaterThanOrEqual(100);
          return [
            ...[
              longitude.toFixed(5),
              latitude.toFixed(5),
              head.categories[block.category[index] ?? 0],
            ],
            ...[EVENT_CERTAINTIES[(block.quality[index] ?? 0) >> 6], spanAt(block, index)],
          ];
        });
        const told = placed.map(({ category, certainty, point, span }) => [
          ...(point?.coordinates ?? []).map((degrees) => Number(degrees).toFixed(5)),
          ...[category, certainty, span],
        ]);
        expect(sorted(drawn)).toEqual(sorted(told));
      }),
    );
  });
});

const NOTHING = { sides: [], sourceKinds: [], text: "", positions: [] };
const sorted = (some: readonly unknown[]) =>
  some.map((each) => JSON.stringify(each).replaceAll("-0.00000", "0.00000")).sort();
