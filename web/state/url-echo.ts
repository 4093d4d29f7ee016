import { batch, effect } from "@preact/signals";
import { ownColumns } from "#model/question/own-column.ts";
import { namesVersion, pageAddress } from "#web/api/own-address.ts";
import { askedBy, urlOf } from "#web/view/address/asked-by-url.ts";
import { parseUrl, printUrl, type UrlState } from "#web/view/address/url.ts";
import { openPanel } from "#web/view/question/panel-view.ts";
import { type Question, questionOf } from "#web/view/question/question.ts";
import { askedStep } from "#web/view/story/asked-step.ts";
import type { AppState } from "./app-state.ts";
import { isBare } from "./opening.ts";
import { shownTime } from "./time-slice.ts";

/** Safari refuses more than 100 changes of the address in 30 seconds. */
const WRITE_EVERY_MS = 350;

/** What the page shows of its dataset. Reads every signal of it. */
export function shownQuestion(state: AppState): Question {
  return {
    ...shownTime(state),
    certainty: state.certainty.value,
    conventions: state.conventions.value,
    filter: state.filter.value,
    compare: state.compare.value,
  };
}

/** What the address should carry now. Reads every signal that it carries. */
export function urlStateOf(state: AppState, browserLanguage: string): UrlState {
  const panel = state.panel.value;
  const question = shownQuestion(state);
  const url: UrlState = {
    ...urlOf(state.dataset.meta, question),
    distances: state.showsDistances.value ? true : undefined,
    sel: state.selection.value ?? undefined,
    step: state.storyStep.value ?? undefined,
    // A step of the reading opens its panel by itself.
    view: panel === null || panel === "story" ? undefined : panel,
    versions: panel === "versions" ? (state.versionPair.value ?? undefined) : undefined,
    lang: state.language.value === browserLanguage ? undefined : state.language.value,
    camera: state.camera.value,
  };
  // An address that asks for nothing is that of the first screen: whoever has gone on keeps the date.
  const dated = isBare(url) && !state.isOpening.value ? { ...url, ...datedBy(question) } : url;
  const isMaking = state.dialog.value?.name === "picture";
  return { ...dated, figure: (isMaking && state.figure.value) || undefined };
}

/** The date of a question in words that leave nothing to the dataset. */
const datedBy = ({ day, mode }: Question): Pick<UrlState, "date" | "mode"> => ({
  date: day,
  mode: mode === "instant" ? undefined : mode,
});

/** What makes a step of the history: another record, panel, other versions, another step of the story, the first screen. */
const stopOf = (url: UrlState) =>
  JSON.stringify([url.sel, url.view, url.versions, url.step, isBare(url)]);

/** The date or the days that an address names, and the date that it compares with. */
const timeOf = (url: UrlState) => JSON.stringify([url.date, url.time, url.mode, url.compare]);

/**
 * Writes the state into the address and follows the reader back through it. Opening something makes a step of the
 * history, and so does a move of the date, however long it takes; a filter or the camera only replaces the present one.
 */
export function echoUrl(state: AppState, window: Window, browserLanguage: string): () => void {
  const columns = ownColumns(state.dataset.meta.attributes);
  let timer: number | undefined;
  let stop = stopOf(urlStateOf(state, browserLanguage));
  let time = timeOf(urlStateOf(state, browserLanguage));
  let moves = state.moves.peek();
  /** A move of the date has begun, and the address names where. */
  let isLeaving = false;
  const isStep = (next: UrlState) => stopOf(next) !== stop || (isLeaving && timeOf(next) !== time);
  const write = () => {
    window.clearTimeout(timer);
    timer = undefined;
    const next = urlStateOf(state, browserLanguage);
    const url = printUrl(pageAddress(), next, columns);
    if (url.href === window.location.href) return;
    if (isStep(next)) {
      window.history.pushState(null, "", url);
      isLeaving = false;
    } else window.history.replaceState(null, "", url);
    stop = stopOf(next);
    time = timeOf(next);
  };
  const dispose = effect(() => {
    if (state.moves.value !== moves) {
      moves = state.moves.peek();
      // What the reader leaves is in the address first.
      if (timer !== undefined) write();
      isLeaving = true;
    }
    if (isStep(urlStateOf(state, browserLanguage))) write();
    else timer ??= window.setTimeout(write, WRITE_EVERY_MS);
  });
  const follow = () => {
    const { state: url } = parseUrl(new URL(window.location.href), columns);
    stop = stopOf(url);
    batch(() => {
      const { actions } = state;
      const asked = questionOf(state.dataset.meta, askedBy(url));
      actions.setMode(asked.mode);
      if (asked.mode === "window") actions.setRange({ first: asked.start, last: asked.day });
      else actions.moveTo(asked.day);
      actions.setCertainty(asked.certainty);
      actions.setConventions(asked.conventions);
      actions.setFilter(asked.filter);
      actions.setCompare(asked.compare);
      actions.setShowsDistances(url.distances ?? false);
      if (url.view === "versions") actions.openVersions(url.versions ?? null);
      else actions.setPanel(openPanel(url.view));
      const step = askedStep(state.dataset.story, url);
      if (step !== undefined) actions.goToStory(step);
      if (url.sel) actions.select(url.sel);
      const isElsewhere = JSON.stringify(url.camera) !== JSON.stringify(state.camera.peek());
      if (url.camera && isElsewhere) actions.command({ kind: "camera", camera: url.camera });
      actions.setOpening(isBare(url) && !namesVersion());
    });
    time = timeOf(urlStateOf(state, browserLanguage));
    isLeaving = false;
  };
  window.addEventListener("popstate", follow);
  return () => {
    dispose();
    window.clearTimeout(timer);
    window.removeEventListener("popstate", follow);
  };
}
