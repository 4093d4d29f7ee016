import { describe, expect, it } from "vitest";
import { type Filter, NO_FILTER } from "#model/question/filter.ts";
import { printDay } from "#model/time/day.ts";
import { createDataset, createPlace, createPointPhase } from "#tests/support/records/dataset.ts";
import { day, spanBetween } from "#tests/support/records/records.ts";
import { createAppState, type InitialState, NOTHING_ASKED } from "#web/state/app-state.ts";
import { type Frames, runPlayback } from "#web/state/playback.ts";
import { panAxis, zoomAxis } from "#web/view/question/axis.ts";

const dataset = createDataset({
  places: [createPlace({ id: "camp" }), createPlace({ id: "town-hall", kind: "landmark" })],
  placePhases: [
    createPointPhase({ id: "town-hall", placeId: "town-hall" }),
    createPointPhase({
      id: "camp",
      placeId: "camp",
      span: spanBetween("2015-04-01", "2016-01-01"),
    }),
  ],
});
const create = (changes: Partial<InitialState> = {}) =>
  createAppState(dataset, {
    ...NOTHING_ASKED,
    language: "en",
    ...changes,
  });

describe("the date", () => {
  it("stops at the ends of the period", () => {
    const state = create();
    state.actions.moveTo(day("1999-01-01"));
    expect(state.day.value).toBe(dataset.meta.firstDay);
    state.actions.moveTo(day("2030-01-01"));
    expect(state.day.value).toBe(dataset.meta.lastDay);
  });

  it("moves to when a selected record can be seen, and says so", () => {
    const state = create({ day: day("2014-01-01") });
    state.actions.select({ kind: "place", id: "camp" });
    expect(printDay(state.day.value)).toBe("2015-04-01");
    expect(state.notice.value).toEqual({ kind: "moved-to-date", day: day("2015-04-01") });
  });

  it("stays when the selected record is there already", () => {
    const state = create({ day: day("2015-12-31") });
    state.actions.select({ kind: "place", id: "camp" });
    expect(printDay(state.day.value)).toBe("2015-12-31");
    expect(state.notice.value).toBeNull();
  });

  it("is not moved by a record that does not exist, which is not selected either", () => {
    const state = create({ day: day("2014-01-01"), selection: { kind: "place", id: "castle" } });
    expect(state.selection.value).toBeNull();
    expect(printDay(state.day.value)).toBe("2014-01-01");
  });
});

/** A screen whose frames the test draws. */
function createScreen() {
  let callback: ((timeMs: number) => void) | undefined;
  const frames: Frames = {
    request: (next) => {
      callback = next;
      return 1;
    },
    cancel: () => {
      callback = undefined;
    },
  };
  const draw = (timeMs: number) => {
    const next = callback;
    callback = undefined;
    next?.(timeMs);
  };
  return { frames, draw, isWaiting: () => callback !== undefined };
}

describe("playing", () => {
  it("moves thirty days in a second at speed 1, whatever the frame rate", () => {
    const state = create({ day: day("2014-01-01") });
    const { frames, draw } = createScreen();
    runPlayback(state, frames);
    state.actions.setPlaying(true);
    for (let time = 0; time <= 1000; time += 20) draw(time);
    expect(printDay(state.day.value)).toBe("2014-01-31");
  });

  it("does not jump after a long pause of the screen", () => {
    const state = create({ day: day("2014-01-01") });
    const { frames, draw } = createScreen();
    runPlayback(state, frames);
    state.actions.setPlaying(true);
    draw(0);
    draw(60_000);
    expect(state.day.value - day("2014-01-01")).toBeLessThan(10);
  });

  it("stops at the last day, and starts over when it is played again", () => {
    const state = create({ day: day("2016-12-30") });
    const { frames, draw, isWaiting } = createScreen();
    runPlayback(state, frames);
    state.actions.setPlaying(true);
    for (let time = 0; time <= 400; time += 40) draw(time);
    expect(state.day.value).toBe(dataset.meta.lastDay);
    expect(state.isPlaying.value).toBe(false);
    expect(isWaiting()).toBe(false);
    state.actions.setPlaying(true);
    expect(state.day.value).toBe(dataset.meta.firstDay);
  });
});

describe("playing by steps", () => {
  it("waits while the map draws, and goes on from there", () => {
    const state = create({ day: day("2014-01-01") });
    const { frames, draw } = createScreen();
    runPlayback(state, frames);
    state.actions.setPlaying(true);
    state.actions.setMapBusy(true);
    for (let time = 0; time <= 1000; time += 20) draw(time);
    expect(printDay(state.day.value)).toBe("2014-01-01");
    state.actions.setMapBusy(false);
    for (let time = 1020; time <= 2000; time += 20) draw(time);
    expect(state.day.value).toBeGreaterThan(day("2014-01-20"));
  });

  it("begins again at the end when it loops", () => {
    const state = create({ day: day("2016-12-30") });
    const { frames, draw } = createScreen();
    runPlayback(state, frames);
    state.actions.setLooping(true);
    state.actions.setPlaying(true);
    for (let time = 0; time <= 400; time += 20) draw(time);
    expect(state.isPlaying.value).toBe(true);
    expect(state.day.value).toBeLessThan(day("2013-02-01"));
  });
});

describe("stepping", () => {
  it.each([
    ["day", 1, "2014-02-01"],
    ["week", 1, "2014-02-07"],
    ["month", 1, "2014-02-28"],
    ["year", -1, "2013-01-31"],
    ["event", 1, "2014-05-10"],
    ["event", -1, "2014-01-31"],
  ] as const)("by %s %d leads from 31 January 2014 to %s", (step, count, expected) => {
    const state = create({ day: day("2014-01-31") });
    state.actions.setStep(step);
    state.actions.stepBy(count);
    expect(printDay(state.day.value)).toBe(expected);
  });
});

describe("a window", () => {
  it("keeps its length when it is moved, and its ends never cross", () => {
    const state = create({ range: { first: day("2015-01-01"), last: day("2015-03-31") } });
    expect(state.mode.value).toBe("window");
    state.actions.moveTo(day("2015-04-30"));
    expect(printDay(state.start.value)).toBe("2015-01-31");
    state.actions.moveStart(day("2015-12-01"));
    expect(state.start.value).toBe(state.day.value);
  });

  it("begins three months before the date when it is opened, wherever the date has been", () => {
    const state = create({ day: day("2014-01-01") });
    state.actions.moveTo(day("2016-06-30"));
    state.actions.setMode("window");
    expect(printDay(state.start.value)).toBe("2016-03-30");
  });

  it("shows what was there on some day of it; everything since the start is a window too", () => {
    const state = create({ day: day("2016-06-01"), mode: "cumulative" });
    expect(state.scene.value.sites.map(({ place }) => place.id)).toEqual(["camp"]);
    state.actions.setMode("instant");
    expect(state.scene.value.sites).toEqual([]);
  });
});

describe("the axis", () => {
  it("zooms around a place of it, never out of the period, never closer than a week", () => {
    const state = create();
    state.actions.setAxis(zoomAxis(state.axis.value, 0.5, 1));
    expect(state.axis.value.last).toBe(state.period.last);
    for (let count = 0; count < 20; count++)
      state.actions.setAxis(zoomAxis(state.axis.value, 0.5, 0.5));
    expect(state.axis.value.last - state.axis.value.first).toBe(7);
    state.actions.setAxis(panAxis(state.axis.value, -1000));
    expect(state.axis.value.first).toBe(state.period.first);
    for (let count = 0; count < 20; count++)
      state.actions.setAxis(zoomAxis(state.axis.value, 2, 0.5));
    expect(state.axis.value).toEqual(state.period);
  });
});

describe("the filter", () => {
  const matching = ({ scene }: ReturnType<typeof create>) =>
    scene.value.sites.map(({ isMatch }) => isMatch);

  it("marks what does not answer it, says how much does, and that it is there", () => {
    const state = create({ day: day("2015-06-01") });
    expect(matching(state)).toEqual([true]);
    expect(state.matches.value).toBeNull();
    state.actions.toggleFacet("kinds", "squat");
    expect(state.isFiltered.value).toBe(true);
    expect(matching(state)).toEqual([false]);
    expect(state.matches.value).toEqual({ sites: { left: 0, of: 1 }, events: null });
    state.actions.toggleFacet("kinds", "squat");
    expect(state.isFiltered.value).toBe(false);
    expect(matching(state)).toEqual([true]);
  });

  it.each<[string, Partial<Filter>]>([
    ["words", { q: "nothing has these" }],
    ["kinds of place", { kinds: ["squat"] }],
    ["kinds of event", { categories: ["blockade"] }],
    ["sides", { sides: ["beyond"] }],
    ["kinds of source", { sourceKinds: ["court"] }],
  ])("changes no measure, curve or comparison (%s)", (_, changes) => {
    const asked = { day: day("2015-06-01"), compare: day("2014-06-01") };
    const [plain, filtered] = [
      create(asked),
      create({ ...asked, filter: { ...NO_FILTER, ...changes } }),
    ];
    expect(filtered.separation.value).toEqual(plain.separation.value);
    expect(filtered.series.value).toEqual(plain.series.value);
    expect(filtered.changes.value).toEqual(plain.changes.value);
    expect(filtered.separation.value.siteCounts.total).toBe(1);
  });

  it("speaks of events alone where it asks for kinds of event alone", () => {
    const filter = { ...NO_FILTER, categories: ["blockade"] };
    const state = create({ day: day("2014-05-10"), filter });
    expect(state.matches.value).toEqual({ sites: null, events: { left: 0, of: 1 } });
  });
});

describe("the story", () => {
  const step = (id: string, date: string) => ({
    ...{
      position: 1,
      id,
      title: { en: id },
      text: { en: "" },
      date: day(date),
      placeId: "camp",
      zoom: 13,
    },
    ...{ window: { from: day(date), until: day("2016-12-31") }, eventIds: [], sourceIds: [] },
  });
  const told = createDataset({
    story: [step("first", "2014-06-03"), step("second", "2015-06-03")],
  });
  const opened = (changes: Partial<InitialState>) =>
    createAppState(told, { ...NOTHING_ASKED, language: "en", ...changes });

  it("begins with its first step where an address, or a reader, names none", () => {
    const state = opened({ panel: "story" });
    expect(state.storyStep.value).toBe("first");
    expect(printDay(state.day.value)).toBe("2014-06-03");
    state.actions.goToStory("second");
    expect(state.storyStep.value).toBe("second");
    state.actions.setPanel(null);
    expect(state.storyStep.value).toBeNull();
    state.actions.goToStory();
    expect(state.storyStep.value).toBe("first");
  });

  it("stays closed where its address names a step that is not there", () => {
    expect(opened({ storyStep: "third" }).storyStep.value).toBeNull();
  });

  it("begins with its first step where it is asked for with one that is not there, and is no panel where there is none", () => {
    expect(opened({ panel: "story", storyStep: "third" }).storyStep.value).toBe("first");
    const without = create({ panel: "story" });
    expect([without.panel.value, without.storyStep.value]).toEqual([null, null]);
  });
});
