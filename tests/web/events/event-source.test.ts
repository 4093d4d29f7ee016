// Records and columns of the same events are told alike: whoever shows them need not know which they are.
import { signal } from "@preact/signals";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { degreesAt } from "#model/collection/event-columns.ts";
import { type Filter, NO_FILTER } from "#model/question/filter.ts";
import { EVENT_CERTAINTIES } from "#model/record/event.ts";
import { addDays } from "#model/time/day.ts";
import { type Certainty, dayWindow, type Window } from "#model/time/span.ts";
import { BIN_STEPS, type BinStep, binsOf } from "#model/time/timeline.ts";
import { createDataset, createEvent } from "#tests/support/records/dataset.ts";
import { type LooseEvent, looseEvents, toBlock } from "#tests/support/records/event-blocks.ts";
import { day } from "#tests/support/records/records.ts";
import { columnsSource } from "#web/events/columns/columns-source.ts";
import { heldColumns } from "#web/events/columns/held-columns.ts";
import type { EventQuestion, EventSource, Stripe } from "#web/events/event-source.ts";
import { recordsSource } from "#web/events/records-source.ts";
import { eventSourceOf } from "#web/events/source-of.ts";
import { bandBlock } from "#web/view/crowd/bands.ts";
import { periodOf } from "#web/view/question/time.ts";
import { leftBy } from "#web/view/scene/left.ts";

const CATEGORIES = ["eviction", "fire", "court", "report", "opening"];

const eventOf = ({ category, quality, span, x, y }: LooseEvent, index: number) =>
  createEvent({
    id: `event-${index}`,
    category: CATEGORIES[category] ?? "",
    certainty: EVENT_CERTAINTIES[quality >> 6] ?? "confirmed",
    span,
    point: { type: "Point", coordinates: degreesAt(x, y) },
  });

/** The same events both ways, asked the same. */
function bothWays(loose: readonly LooseEvent[], filter: Filter, certainty: Certainty) {
  const dataset = createDataset({ events: loose.map(eventOf), eventCount: loose.length });
  const question: EventQuestion = {
    dataset,
    filter: signal(filter),
    left: signal(leftBy(filter, dataset)),
    certainty: signal(certainty),
    window: signal<Window>(dayWindow(day("2014-05-27"))),
    period: periodOf(dataset.meta),
    frame: signal(null),
    onFailure: () => {},
  };
  const columns = heldColumns(question);
  columns.setHead({
    version: "",
    matched: loose.length,
    placed: loose.length,
    categories: CATEGORIES,
  });
  columns.add(bandBlock(toBlock(loose)));
  return [recordsSource(question), columnsSource(question, columns)] as const;
}

const filters = fc
  .record({
    categories: fc.subarray(CATEGORIES),
    certainties: fc.subarray([...EVENT_CERTAINTIES]),
  })
  .map((some): Filter => ({ ...NO_FILTER, ...some }));
const certainties = fc.constantFrom<Certainty>("possible", "certain");
const steps = fc.constantFrom(...BIN_STEPS.filter((step) => step !== "day"));
const { firstDay, lastDay } = createDataset({}).meta;
const whole = { from: firstDay, until: addDays(lastDay, 1) };

const countOf = (stripes: readonly Stripe[]) => stripes.reduce((sum, { count }) => sum + count, 0);
const told = (source: EventSource, step: BinStep) =>
  source.inBins(binsOf(step, whole)).map(({ all, certain, from, stripes, until }) => ({
    from,
    until,
    all,
    certain,
    faint: countOf(stripes.filter(({ look }) => look === "faint")),
    certainLeft: countOf(stripes.filter(({ isCertain, look }) => isCertain && look !== "faint")),
    possibleLeft: countOf(stripes.filter(({ isCertain }) => !isCertain)),
  }));
const sorted = (counts: ReadonlyMap<string, number | undefined>) =>
  [...counts].sort(([a], [b]) => (a < b ? -1 : 1));

describe("the same events, held as records and as columns,", () => {
  it("have the same numbers in every bar, as many of them only possible and as many faint", () => {
    fc.assert(
      fc.property(looseEvents, filters, certainties, steps, (events, filter, certainty, step) => {
        const [records, columns] = bothWays(events, filter, certainty);
        expect(told(columns, step)).toEqual(told(records, step));
      }),
    );
  });

  it("have as many of each value of a facet", () => {
    fc.assert(
      fc.property(looseEvents, filters, certainties, (events, filter, certainty) => {
        const [records, columns] = bothWays(events, filter, certainty);
        for (const facet of ["categories", "certainties"] as const)
          expect(sorted(columns.countFacet(facet)), facet).toEqual(
            sorted(records.countFacet(facet)),
          );
      }),
    );
  });
});

describe("a dataset", () => {
  it.each([
    ["records", "signs", true],
    ["columns", "columns", false],
    ["tiles", "tiles", false],
  ] as const)("whose events are read as %s has %s on the map", async (eventsAs, kind, areHeld) => {
    const dataset = createDataset({ eventsAs });
    const makeEvents = await eventSourceOf(dataset);
    const source = makeEvents({
      dataset,
      filter: signal(NO_FILTER),
      left: signal(leftBy(NO_FILTER, dataset)),
      certainty: signal<Certainty>("possible"),
      window: signal<Window>(dayWindow(firstDay)),
      period: periodOf(dataset.meta),
      frame: signal(null),
      onFailure: () => {},
    });
    expect(source.marks.kind).toBe(kind);
    expect(source.areHeld).toBe(areHeld);
  });
});
