// A picture as a document: another way to write its address, for whoever keeps it in a file. What the drawing cannot do is
// not in it. The proof of a file has it, and it makes that file again.

import type { HouseColours } from "#web/view/drawing/house-palette.ts";
import { parseSelection, printSelection } from "#web/view/question/selection.ts";
import { type Arrow, printEdits, REPEATED, readEdits, USUAL_RADIUS } from "./figure-edits.ts";
import { parseColours, printColours } from "./house-colours.ts";

export type FigureDocument = {
  readonly rocade: "figure/1";
  readonly dataset?: { readonly id?: string; readonly version?: string };
  readonly lang?: string;
  /** What is shown and what is left out: the parameters of the page under their names, and columns of the dataset's own. */
  readonly show?: Readonly<Record<string, string | readonly string[]>>;
  /** Days side by side, or which of the dataset's. */
  readonly panels?: readonly string[] | "phases" | "compare";
  readonly layout?: "single" | "multiples";
  /** West, south, east, north. */
  readonly bbox?: readonly number[];
  readonly size?: {
    readonly width?: number;
    readonly height?: number;
    readonly scale?: number;
    readonly use?: string;
    readonly paper?: string;
    readonly orientation?: string;
    readonly dpi?: number;
  };
  readonly text?: {
    readonly title?: string;
    readonly caption?: string;
    readonly byline?: string;
    readonly note?: string;
    readonly alt?: string;
  };
  /** By the ids of places: other words, where they stand from the mark, or none. */
  readonly labels?: Readonly<
    Record<
      string,
      {
        readonly text?: string;
        readonly offset?: readonly [number, number];
        readonly show?: "none";
      }
    >
  >;
  readonly annotations?: readonly {
    readonly text: string;
    /** Longitude, latitude. */
    readonly at: readonly [number, number];
    readonly offset: readonly [number, number];
    readonly arrow?: Arrow;
    readonly radius?: number;
    readonly map?: number;
  }[];
  /** Records that stand out, such as `place:old-bridge`. */
  readonly highlights?: readonly string[];
  readonly theme?: string;
  /** By their roles, each written `#rrggbb`. */
  readonly colours?: HouseColours;
  readonly background?: string;
  /** Letters as such, or as shapes. */
  readonly letters?: string;
  readonly furniture?: { readonly without: readonly string[] };
};

const SIZES = ["width", "height", "scale", "dpi"] as const;
const SHAPES = ["use", "paper", "orientation"] as const;
const TEXTS = ["title", "caption", "byline", "note", "alt"] as const;
const PLAIN = ["lang", "layout", "theme", "background"] as const;

/** The document of an address that was read without problems; `id`: of its dataset. */
export function documentOf(searchParams: URLSearchParams, id: string): FigureDocument {
  const left = new URLSearchParams(searchParams);
  left.delete("credentials");
  const take = (name: string) => {
    const text = left.get(name);
    left.delete(name);
    return text ?? undefined;
  };
  const some = <Name extends string, Value>(
    names: readonly Name[],
    read: (text: string) => Value,
  ): Partial<Record<Name, Value>> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const text = take(name);
        return text === undefined ? [] : [[name, read(text)]];
      }),
    ) as Partial<Record<Name, Value>>;
  const whole = (text: string) => text;
  const version = take("v");
  const [bbox, colours, dates, letters, without] = [
    take("bbox"),
    take("colours"),
    take("dates"),
    take("text"),
    take("without"),
  ];
  const size = { ...some(SIZES, Number), ...some(SHAPES, whole) };
  const text = some(TEXTS, whole);
  const plain = some(PLAIN, whole) as Pick<FigureDocument, (typeof PLAIN)[number]>;
  const edited = editsOf(left);
  for (const name of [...REPEATED, "highlight"]) left.delete(name);
  left.sort();
  const show = Object.fromEntries(
    [...new Set(left.keys())].map((name) => {
      const [first = "", ...others] = left.getAll(name);
      return [name, others.length > 0 ? [first, ...others] : first];
    }),
  );
  const hasAny = (part: object) => Object.keys(part).length > 0;
  return {
    rocade: "figure/1",
    dataset: { id, ...(version === undefined ? {} : { version }) },
    ...plain,
    ...(hasAny(show) ? { show } : {}),
    ...(dates === undefined ? {} : { panels: panelsOf(dates) }),
    ...(bbox === undefined ? {} : { bbox: bbox.split(",").map(Number) }),
    ...(hasAny(size) ? { size } : {}),
    ...(hasAny(text) ? { text } : {}),
    ...edited,
    ...(colours === undefined ? {} : { colours: byRole(colours) }),
    ...(letters === undefined ? {} : { letters }),
    ...(without === undefined
      ? {}
      : { furniture: { without: without.split(",").filter(Boolean) } }),
  };
}

const panelsOf = (dates: string) =>
  dates === "phases" || dates === "compare" ? dates : dates.split(",");

const byRole = (text: string) => {
  const colours = parseColours(text);
  return typeof colours === "string" ? {} : colours;
};

/** The parameters that a document stands for, in one order. */
export function parametersOf(figure: FigureDocument): URLSearchParams {
  const {
    bbox,
    colours,
    dataset,
    furniture,
    letters,
    panels,
    show = {},
    size = {},
    text = {},
  } = figure;
  const parameters = new URLSearchParams();
  const set = (name: string, value: string | number | undefined) => {
    if (value !== undefined) parameters.set(name, `${value}`);
  };
  for (const [name, value] of Object.entries(show))
    for (const one of [value].flat()) parameters.append(name, one);
  for (const name of PLAIN) set(name, figure[name]);
  for (const name of [...SIZES, ...SHAPES]) set(name, size[name]);
  for (const name of TEXTS) set(name, text[name]);
  set("v", dataset?.version);
  set("bbox", bbox?.join(","));
  set("dates", typeof panels === "string" ? panels : panels?.join(","));
  if (colours) set("colours", printColours(colours));
  set("text", letters);
  set("without", furniture?.without.join(","));
  for (const [name, value] of printEdits(editsIn(figure))) parameters.append(name, value);
  parameters.sort();
  return parameters;
}

type Edited = Pick<FigureDocument, "labels" | "annotations" | "highlights">;

function editsOf(parameters: URLSearchParams): Edited {
  const { annotations, highlights, labels } = readEdits(parameters).edits;
  return {
    ...(labels.size > 0 && {
      labels: Object.fromEntries(
        [...labels].map(([id, { isHidden, ...edit }]) => [
          id,
          isHidden ? { show: "none" as const } : edit,
        ]),
      ),
    }),
    ...(annotations.length > 0 && {
      annotations: annotations.map(({ map, radius, ...one }) => ({
        ...one,
        ...(radius !== USUAL_RADIUS && { radius }),
        ...(map !== null && { map }),
      })),
    }),
    ...(highlights.length > 0 && { highlights: highlights.map(printSelection) }),
  };
}

const editsIn = ({ annotations = [], highlights = [], labels = {} }: FigureDocument) => ({
  labels: new Map(
    Object.entries(labels).map(([id, { show, ...edit }]) => [
      id,
      show === "none" ? { isHidden: true } : edit,
    ]),
  ),
  annotations: annotations.map(
    ({ arrow = "curved", map = null, radius = USUAL_RADIUS, ...one }) => ({
      ...one,
      arrow,
      radius,
      map,
    }),
  ),
  highlights: highlights.flatMap((text) => parseSelection(text) ?? []),
});
