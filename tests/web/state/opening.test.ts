import { describe, expect, it } from "vitest";
import { createDataset } from "#tests/support/records/dataset.ts";
import { day } from "#tests/support/records/records.ts";
import { createAppState, NOTHING_ASKED } from "#web/state/app-state.ts";
import { isBare } from "#web/state/opening.ts";
import { urlStateOf } from "#web/state/url-echo.ts";
import { parseUrl, printUrl } from "#web/view/address/url.ts";

const isBareAddress = (search: string) =>
  isBare(parseUrl(new URL(`http://example.org/${search}`)).state);

const opened = () =>
  createAppState(createDataset({}), { ...NOTHING_ASKED, language: "en", isOpening: true });

describe("the first screen", () => {
  it("stands where an address asks for nothing but a language", () => {
    expect(["", "?lang=fr", "?from=elsewhere"].map(isBareAddress)).toEqual([true, true, true]);
    expect(
      ["?date=2014-05-27", "?view=about", "?q=mill", "#map=4/50/2"].map(isBareAddress),
    ).toEqual([false, false, false, false]);
  });

  it("goes with the first thing that the reader asks for, and stays through another language", () => {
    const state = opened();
    state.actions.setLanguage("fr");
    expect(state.isOpening.value).toBe(true);
    state.actions.setPanel("about");
    expect(state.isOpening.value).toBe(false);
    const moved = opened();
    moved.actions.moveTo(day("2014-06-01"));
    expect(moved.isOpening.value).toBe(false);
  });

  it("keeps the address bare, and whoever goes on has one with a date", () => {
    const state = opened();
    const address = () => printUrl(new URL("http://example.org/"), urlStateOf(state, "en")).search;
    expect(address()).toBe("");
    state.actions.setOpening(false);
    expect(address()).toMatch(/^\?date=\d{4}-\d\d-\d\d/);
    expect(isBareAddress(address())).toBe(false);
  });
});
