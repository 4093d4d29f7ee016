// From the address of a picture to what the figure is drawn from: the same on the server and in the export dialog.
import { untracked } from "@preact/signals";
import type { Dataset } from "#model/dataset.ts";
import { addDays, type Day } from "#model/day.ts";
import type { Language } from "#model/language.ts";
import type { PictureQuestion, Theme } from "#web/view/address/picture-address.ts";
import { printedAddress } from "#web/view/address/printed-address.ts";
import { DARK, GREY, LIGHT, type Palette } from "#web/view/drawing/palette.ts";
import type { FigureInput, Moment } from "#web/view/figure/figure-input.ts";
import { changeOfSite } from "#web/view/scene/compared-changes.ts";
import { positionOfSelection } from "#web/view/scene/sites.ts";
import { type AppState, createAppState, NOTHING_ASKED } from "./app-state.ts";
import { dateInWords } from "./date-in-words.ts";
import { filterOf } from "./url-echo.ts";

const PALETTES: Readonly<Record<Theme, Palette>> = { light: LIGHT, dark: DARK, grey: GREY };

/** `address`: where the picture is asked for; the page of the same place is its permanent address. */
export function figureInputOf(
  dataset: Dataset,
  question: PictureQuestion,
  language: Language,
  address: URL,
): FigureInput {
  // A state of its own is made and moved through time: nobody who draws may come to depend on it.
  return untracked(() => inputOf(dataset, question, language, address));
}

function inputOf(
  dataset: Dataset,
  question: PictureQuestion,
  language: Language,
  address: URL,
): FigureInput {
  const state = stateOf(dataset, question, language);
  // Before the moments: they move the state through their days.
  const permalink = printedAddress(dataset, question, language, address, state.day.peek());
  const { filter, sel } = { filter: state.filter.peek(), sel: question.state.sel };
  const chosen = sel ? positionOfSelection(dataset, sel) : null;
  const { asked, designSide, height, millimetres, tightSide, width } = question.size;
  return {
    dataset,
    moments: momentsOf(state, question, language),
    series: seriesOf(state),
    language,
    palette: PALETTES[question.theme],
    isTransparent: question.isTransparent,
    title: question.title ?? dataset.meta.title[language],
    permalink,
    box: question.box ?? dataset.meta.home,
    width,
    height,
    millimetres,
    asked,
    designSide,
    tightSide,
    furniture: question.furniture,
    showsDistances: question.showsDistances,
    chosen: chosen ? [chosen] : [],
    area: filter.area?.coordinates[0] ?? [],
  };
}

const measuredSeries = new WeakMap<Dataset, Map<string, AppState["series"]["value"]>>();

/** The curve over the whole period is the same for every date and filter: it is measured once for each reading. */
function seriesOf({
  certainty,
  conventions,
  dataset,
  series,
}: AppState): AppState["series"]["value"] {
  const ofDataset = measuredSeries.get(dataset) ?? new Map<string, AppState["series"]["value"]>();
  measuredSeries.set(dataset, ofDataset);
  const key = JSON.stringify([certainty.peek(), conventions.peek()]);
  const known = ofDataset.get(key);
  if (known) return known;
  const measured = series.peek();
  ofDataset.set(key, measured);
  return measured;
}

/** The state of a page with the address of the picture; nobody looks at it. */
export function stateOf(
  dataset: Dataset,
  { state: url }: PictureQuestion,
  language: Language,
): AppState {
  return createAppState(dataset, {
    ...NOTHING_ASKED,
    day: url.date,
    range: url.time,
    mode: url.mode,
    certainty: url.certainty,
    conventions: url.conventions,
    filter: filterOf(url),
    compare: url.compare,
    language,
  });
}

/** One moment; two where dates are compared, the earlier first; one a date for small multiples. */
function momentsOf(state: AppState, { dates }: PictureQuestion, language: Language): Moment[] {
  const { dataset } = state;
  if (dates === "phases")
    return dataset.phases.flatMap(({ title, window }) =>
      window.until === null ? [] : momentAt(state, addDays(window.until, -1), title[language]),
    );
  if (dates) return dates.map((day) => momentAt(state, day, ""));
  const other = state.compare.peek();
  if (other === null) return [momentOf(state, "")];
  const changes = changeOfSite(state.changes.peek());
  return [state.day.peek(), other]
    .sort((a, b) => a - b)
    .map((day) => ({ ...momentAt(state, day, ""), changes }));
}

/** The same at another day. */
export function momentAt(state: AppState, day: Day, name: string): Moment {
  state.actions.moveTo(day);
  return momentOf(state, name);
}

function momentOf(state: AppState, name: string): Moment {
  return {
    scene: state.scene.peek(),
    separation: state.separation.peek(),
    matches: state.matches.peek(),
    certainty: state.certainty.peek(),
    conventions: state.conventions.peek(),
    days: state.window.peek(),
    date: dateInWords(state),
    name,
    changes: new Map(),
  };
}
