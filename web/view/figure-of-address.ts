// From the address of a picture to what the figure is drawn from, and from there drawFigure makes the SVG: address,
// question, scene, figure. Plain functions over a dataset, the same on the server and in the page.

import { type Dataset, type DatasetMeta, lineOutlines } from "#model/dataset/dataset.ts";
import { isMeasuredSite } from "#model/dataset/roles.ts";
import { type Bbox, eastOf } from "#model/space/bbox.ts";
import { addDays, type Day } from "#model/time/day.ts";
import type { Window } from "#model/time/span.ts";
import { type Language, textIn } from "#model/words/language.ts";
import { withColours } from "#web/view/drawing/house-palette.ts";
import { FIGURE_PALETTES } from "#web/view/drawing/palette.ts";
import { askedBy } from "./address/asked-by-url.ts";
import type { Furniture } from "./address/furniture.ts";
import { comparedPair } from "./address/period.ts";
import type { PictureQuestion } from "./address/picture-address.ts";
import { isPost } from "./address/picture-size.ts";
import { printedAddress } from "./address/printed-address.ts";
import { crowdIn, type PicturedCrowd } from "./crowd/moment-crowd.ts";
import type { FigureInput, Moment } from "./figure/figure-input.ts";
import { dateLine } from "./figure/words/figure-words.ts";
import { type Question, questionOf } from "./question/question.ts";
import { movedTo, periodOf, windowOf } from "./question/time.ts";
import { changeOfSite } from "./scene/compared-changes.ts";
import { leftBy } from "./scene/left.ts";
import { matchesIn } from "./scene/matches.ts";
import { comparedChanges, separationOf, seriesOf } from "./scene/measures.ts";
import { sceneIn } from "./scene/scene.ts";
import { seenOf } from "./scene/seen.ts";
import { positionsOfSelection } from "./scene/sites.ts";
import { dateInWords } from "./words/date-in-words.ts";
import { defaultTitle } from "./words/default-title.ts";

/**
 * `address`: where the picture is asked for; the page of the same place is its permanent address. `crowd`: events that are
 * too many to be in the dataset; null where a picture does not draw so many, undefined where nobody asks for them.
 */
export function figureInputOf(
  dataset: Dataset,
  asked: PictureQuestion,
  language: Language,
  address: URL,
  crowd?: PicturedCrowd | null,
): FigureInput {
  const { picture, question } = questionOfPicture(dataset.meta, asked);
  const { sel } = picture.state;
  const box = picture.box ?? dataset.meta.home;
  const { designSide, height, millimetres, tightSide, width } = picture.size;
  const moments = momentsOf({ dataset, crowd }, picture, question, language);
  const isOfPost = "use" in picture.size.asked && isPost(picture.size.asked.use);
  return {
    dataset,
    moments: isOfPost ? moments.map((moment) => sitesAlone(dataset, moment)) : moments,
    post: isOfPost ? { groups: [], aside: 0 } : undefined,
    series: seriesOf(dataset, question),
    language,
    palette: withColours(FIGURE_PALETTES[picture.theme], picture.colours),
    isTransparent: picture.isTransparent,
    title: titleFor(dataset, picture, language, moments),
    byline: picture.byline,
    note: picture.note,
    alt: picture.alt,
    edits: picture.edits,
    hasAddress: true,
    permalink: printedAddress(dataset, picture, language, address, question),
    box,
    isBoxAsked: picture.box !== undefined,
    width,
    height,
    millimetres,
    asked: picture.size.asked,
    designSide,
    tightSide,
    furniture: new Set(
      [...picture.furniture].filter((piece) =>
        isOfPost ? POSTED.includes(piece) : piece !== "locator" || !isOfContinents(box),
      ),
    ),
    showsDistances: picture.showsDistances,
    chosen: positionsOfSelection(dataset, sel ?? null),
    chosenRecord: sel,
    area: question.filter.area?.coordinates[0] ?? [],
  };
}

/** With `dates=compare` it shows the pair of the dataset, as at the address that names both. */
function withPair(meta: DatasetMeta, picture: PictureQuestion): PictureQuestion {
  if (picture.dates !== "compare") return picture;
  const { from, to } = comparedPair(meta);
  const state = { ...picture.state, date: to, time: undefined, mode: undefined, compare: from };
  return { ...picture, dates: undefined, state };
}

/** Of data that know sites, these and the line that separates them: a post is seen for a moment. */
function sitesAlone(dataset: Dataset, moment: Moment): Moment {
  if (!dataset.places.some((place) => isMeasuredSite(dataset.meta, place))) return moment;
  const line = lineOutlines(dataset.meta);
  const { scene } = moment;
  const outlines = scene.outlines.filter(({ phase }) => line.includes(phase.id));
  const sites = { ...scene, outlines, events: [], movements: [], ghosts: [] };
  return { ...moment, scene: sites, changes: new Map() };
}

/** The title that was asked for, or else what can be said of all the moments. */
export function titleFor(
  dataset: Dataset,
  { state, title }: PictureQuestion,
  language: Language,
  moments: readonly Moment[],
): string {
  if (title !== undefined) return title;
  const { filter } = askedBy(state);
  const date = dateLine(moments);
  return defaultTitle({ dataset, language, date, moments, filter, selection: state.sel ?? null });
}

/** What a post has of it. */
const POSTED: readonly Furniture[] = ["title", "permalink"];

/** A map this wide tells by itself where on earth it lies. */
const CONTINENTS = 60;
const isOfContinents = (box: Bbox) => eastOf(box) - box.west >= CONTINENTS;

/** What a picture shows on these days instead of its own: an animation. */
export function momentsOn(
  dataset: Dataset,
  picture: PictureQuestion,
  language: Language,
  days: readonly Day[],
  crowd?: PicturedCrowd | null,
): Moment[] {
  const question = questionOf(dataset.meta, askedBy(picture.state));
  return momentsAt({ dataset, crowd }, question, language, days);
}

type Data = { readonly dataset: Dataset; readonly crowd: PicturedCrowd | null | undefined };

function momentsOf(
  data: Data,
  { dates }: PictureQuestion,
  question: Question,
  language: Language,
): Moment[] {
  const { dataset } = data;
  const { compare, day } = question;
  const days = daysOf(dataset, dates, question);
  const moments = momentsAt(data, question, language, days);
  if (dates === "phases") {
    const names = endedPhases(dataset).map(({ title }) => textIn(title, language));
    return moments.map((moment, index) => ({ ...moment, name: names[index] ?? "" }));
  }
  if (dates || compare === null) return moments;
  const changes = changeOfSite(comparedChanges(dataset, question, day, compare));
  return moments.map((moment) => ({ ...moment, changes }));
}

/** One moment; two where dates are compared, the earlier first; one a date for small multiples. */
function daysOf(
  dataset: Dataset,
  dates: PictureQuestion["dates"],
  { compare, day }: Question,
): readonly Day[] {
  if (dates === "phases") return endedPhases(dataset).map(({ last }) => last);
  if (dates && dates !== "compare") return dates;
  return compare === null ? [day] : [day, compare].sort((a, b) => a - b);
}

const endedPhases = ({ phases }: Dataset) =>
  phases.flatMap(({ title, window: { until } }) =>
    until === null ? [] : { title, last: addDays(until, -1) },
  );

/** The days of which a picture has a map each. */
export function daysOfPicture(dataset: Dataset, asked: PictureQuestion): readonly Day[] {
  const { picture, question } = questionOfPicture(dataset.meta, asked);
  return daysOf(dataset, picture.dates, question);
}

/** The days that a picture shows, from the first to the last of them; those of a film where `days` are given. */
export function windowOfPicture(
  dataset: Dataset,
  asked: PictureQuestion,
  days?: readonly Day[],
): Window {
  const { picture, question } = questionOfPicture(dataset.meta, asked);
  const period = periodOf(dataset.meta);
  const windows = (days ?? daysOf(dataset, picture.dates, question)).map((day) =>
    windowOf({ ...question, ...movedTo(question, day, period) }, period),
  );
  const bounds = (side: keyof Window) => windows.map((window) => window[side]);
  const outermost = (side: keyof Window, pick: (...days: number[]) => number) => {
    const known = bounds(side).flatMap((day) => day ?? []);
    return known.length < windows.length ? null : (pick(...known) as Day);
  };
  return { from: outermost("from", Math.min), until: outermost("until", Math.max) };
}

/** What is asked of the data; dates that are named mean those days, as a date does that is named alone. */
function questionOfPicture(meta: DatasetMeta, asked: PictureQuestion) {
  const picture = withPair(meta, asked);
  const own = askedBy(picture.state);
  const mode = own.mode ?? (picture.dates ? "instant" : undefined);
  return { picture, question: questionOf(meta, { ...own, mode }) };
}

function momentsAt(
  { crowd, dataset }: Data,
  question: Question,
  language: Language,
  days: readonly Day[],
): Moment[] {
  const { certainty, conventions, filter } = question;
  const period = periodOf(dataset.meta);
  const seen = seenOf(dataset, conventions, leftBy(filter, dataset));
  return days.map((day) => {
    const asked = { ...question, ...movedTo(question, day, period) };
    const window = windowOf(asked, period);
    const scene = sceneIn(seen, asked.mode, window, certainty);
    const open = crowd && crowdIn(crowd, window, certainty);
    return {
      scene,
      crowd: open,
      separation: separationOf(dataset, asked),
      matches: matchesIn(scene, filter, open),
      certainty,
      conventions,
      days: window,
      date: dateInWords(asked, period, language),
      name: "",
      changes: new Map(),
    };
  });
}
