// From the address of the page to what it asks of a dataset, and back.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { type Filter, NO_FILTER } from "#model/question/filter.ts";
import { type Asked, impliedMode, type Question } from "#web/view/question/question.ts";
import { openingDay } from "#web/view/question/time.ts";
import type { UrlState } from "./url.ts";

/** The filter that an address asks for. */
export function filterOf(url: UrlState): Filter {
  return {
    kinds: url.kinds ?? NO_FILTER.kinds,
    categories: url.categories ?? NO_FILTER.categories,
    certainties: url.certainties ?? NO_FILTER.certainties,
    sides: url.sides ?? NO_FILTER.sides,
    sourceKinds: url.sourceKinds ?? NO_FILTER.sourceKinds,
    q: url.q ?? NO_FILTER.q,
    area: url.area ?? NO_FILTER.area,
    own: url.own ?? NO_FILTER.own,
  };
}

export function askedBy(url: UrlState): Asked {
  return {
    day: url.date,
    range: url.time,
    mode: url.mode,
    certainty: url.certainty,
    conventions: url.conventions,
    filter: filterOf(url),
    compare: url.compare,
  };
}

type AskedInUrl = Omit<
  UrlState,
  "distances" | "sel" | "step" | "view" | "versions" | "lang" | "camera"
>;

/** What an address has to say so that it asks the same; what the dataset would answer anyway is left out. */
export function urlOf(meta: DatasetMeta, question: Question): AskedInUrl {
  const { certainty, compare, conventions, day, filter, mode, start } = question;
  const list = <Value>(values: readonly Value[]) => (values.length === 0 ? undefined : values);
  const isImplied =
    day === openingDay(meta) && (mode === "cumulative" || meta.openingMode === "instant");
  const date = mode === "window" || isImplied ? undefined : day;
  const implied = impliedMode(meta, { day: date, compare: compare ?? undefined });
  return {
    date,
    time: mode === "window" ? { first: start, last: day } : undefined,
    mode: mode === "window" || mode === implied ? undefined : mode,
    certainty: certainty === "possible" ? undefined : certainty,
    conventions: conventions ? undefined : false,
    kinds: list(filter.kinds),
    categories: list(filter.categories),
    certainties: list(filter.certainties),
    sides: list(filter.sides),
    sourceKinds: list(filter.sourceKinds),
    q: filter.q.trim() || undefined,
    area: filter.area ?? undefined,
    own: list(filter.own),
    compare: compare ?? undefined,
  };
}
