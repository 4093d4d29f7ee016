import { describe, expect, it } from "vitest";
import { printDay } from "#model/day.ts";
import { createDataset, createPlace, createPointPhase } from "#tests/support/dataset.ts";
import { day, spanBetween } from "#tests/support/records.ts";
import { createAppState } from "#web/state/app-state.ts";
import { type Frames, runPlayback } from "#web/state/playback.ts";

const dataset = createDataset({
  places: [createPlace({ id: "camp" })],
  placePhases: [
    createPointPhase({
      id: "camp",
      placeId: "camp",
      span: spanBetween("2015-04-01", "2016-01-01"),
    }),
  ],
});
const create = (changes = {}) =>
  createAppState(dataset, {
    day: undefined,
    certainty: undefined,
    language: "en",
    selection: undefined,
    camera: undefined,
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
    expect(state.notice.value).toEqual({ kind: "moved-to-date" });
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
