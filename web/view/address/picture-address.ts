// The address of a picture: the parameters of the page, and those of the picture itself. Read by the server and by the
// export dialog alike, so that both draw the same.

import { failed, type Problem, quote, type Result } from "#model/problem.ts";
import type { OwnColumn } from "#model/question/own-column.ts";
import { type Bbox, parseBbox } from "#model/space/bbox.ts";
import { type Day, parseDay } from "#model/time/day.ts";
import { unknownParameter } from "#model/unknown-parameter.ts";
import { textFault } from "#model/words/plain-text.ts";
import type { HouseColours } from "#web/view/drawing/house-palette.ts";
import { FIGURE_PALETTES } from "#web/view/drawing/palette.ts";
import { type FigureEdits, NO_EDITS, REPEATED, readEdits } from "./figure-edits.ts";
import { FURNITURE, type Furniture } from "./furniture.ts";
import { readColours } from "./house-colours.ts";
import { allowedOf, ownParameters } from "./own-parameters.ts";
import {
  DEFAULT_SIZE,
  HIGHEST_DPI,
  isPost,
  LARGEST_SIDE,
  LOWEST_DPI,
  ORIENTATIONS,
  PAPERS,
  type Paper,
  type PictureSize,
  SMALLEST_SIDE,
  sizeOf,
  USES,
  type Use,
} from "./picture-size.ts";
import { A_DAY, PARAMETERS, parseUrl, type UrlState } from "./url.ts";

/** Parameters of the page that say what is shown; the panel and the step of the reading are no part of a picture. */
export const PAGE_PARAMETERS = [
  "date",
  "time",
  "mode",
  "certainty",
  "conventions",
  "kinds",
  "categories",
  "certainties",
  "sides",
  "sourceKinds",
  "q",
  "area",
  "distances",
  "sel",
  "compare",
  "lang",
] as const;

export const PICTURE_PARAMETERS = [
  "bbox",
  "use",
  "width",
  "height",
  "scale",
  "paper",
  "orientation",
  "dpi",
  "title",
  "caption",
  "byline",
  "note",
  "alt",
  "label",
  "annotation",
  "highlight",
  "theme",
  "colours",
  "background",
  "without",
  "layout",
  "dates",
  "text",
  "v",
  "credentials",
] as const;
export type PictureParameter = (typeof PICTURE_PARAMETERS)[number];

export const THEMES = ["light", "dark", "grey"] as const;
export type Theme = (typeof THEMES)[number];

/** Characters of the texts. */
export const LONGEST = {
  title: 160,
  caption: 2000,
  byline: 120,
  note: 300,
  alt: 250,
  v: 100,
} as const;
export const CREDENTIALS = ["c2pa", "signature"] as const;
export type Credentials = (typeof CREDENTIALS)[number];

export const MAX_DATES = 12;
/** Maps on a post. */
const MAX_POSTED = 2;

export type PictureQuestion = {
  readonly state: UrlState;
  /** Undefined: the dataset's home view. */
  readonly box: Bbox | undefined;
  readonly size: PictureSize;
  /** Undefined: the dataset's own; none where empty. */
  readonly title: string | undefined;
  /** Undefined: written from the data. */
  readonly caption: string | undefined;
  /** Who made it, and what the editor has to say beside the sources. */
  readonly byline: string | undefined;
  readonly note: string | undefined;
  /** Undefined: written from the data. */
  readonly alt: string | undefined;
  readonly edits: FigureEdits;
  readonly theme: Theme;
  /** Of a house, in place of the theme's. */
  readonly colours: HouseColours;
  readonly isTransparent: boolean;
  readonly showsDistances: boolean;
  readonly furniture: ReadonlySet<Furniture>;
  /** Small multiples: of these days, of the last day of each period, or of the two that the dataset compares. */
  readonly dates: readonly Day[] | "phases" | "compare" | undefined;
  /** Letters as shapes, for programs without the font. */
  readonly isOutlined: boolean;
  /** The version of the data that is asked for, by its label or its content hash. */
  readonly version: string | undefined;
  /** Signed by the service: within the file, or a signature beside it. Nothing that is drawn depends on it. */
  readonly credentials: Credentials | undefined;
};

/** The same without the words of an editor, which are in the one language of the picture. */
export const withoutWords = (question: PictureQuestion): PictureQuestion => ({
  ...question,
  title: undefined,
  caption: undefined,
  byline: undefined,
  note: undefined,
  alt: undefined,
  edits: NO_EDITS,
});

/**
 * `columns`: those that the dataset has of its own, which addresses may ask for; `taken`: the parameters of a picture that
 * are known where it is asked for.
 */
export function readPictureAddress(
  url: URL,
  columns: readonly OwnColumn[],
  taken: readonly PictureParameter[] = PICTURE_PARAMETERS,
): Result<PictureQuestion> {
  const problems: Problem[] = [];
  const own = ownParameters(columns);
  const known: readonly string[] = [...PAGE_PARAMETERS, ...taken, ...own];
  for (const name of new Set(url.searchParams.keys())) {
    const texts = url.searchParams.getAll(name);
    if (!known.includes(name)) problems.push(unknownParameter(name, known));
    else if (texts.length > 1 && !own.includes(name) && !REPEATED.some((one) => one === name))
      problems.push({ name, got: `${texts.length} times`, allowed: "once" });
    else {
      const fault = texts.map(textFault).find((one) => one !== undefined);
      if (fault) problems.push({ name, ...fault });
    }
  }
  const { state, ignored } = parseUrl(url, columns);
  for (const name of ignored)
    if (own.includes(name))
      problems.push({
        name,
        got: url.searchParams.getAll(name).map(quote).join(", "),
        allowed: allowedOf(columns, name),
      });
    else if (name in PARAMETERS)
      problems.push({
        name,
        got: quote(url.searchParams.get(name) ?? ""),
        allowed: PARAMETERS[name as keyof typeof PARAMETERS].allowed ?? "what the page offers",
      });
  const { edits, problems: ofEdits } = readEdits(url.searchParams);
  problems.push(...ofEdits);
  const reader = new Reader(url.searchParams, problems);
  const theme = reader.oneOf("theme", THEMES) ?? "light";
  const question = {
    state,
    box: readBox(reader),
    size: readSize(reader),
    title: reader.short("title"),
    caption: reader.short("caption"),
    byline: reader.short("byline"),
    note: reader.short("note"),
    alt: reader.short("alt"),
    edits,
    theme,
    colours: reader.colours(theme),
    isTransparent: reader.oneOf("background", ["paper", "transparent"]) === "transparent",
    showsDistances: state.distances === true,
    furniture: readFurniture(reader),
    dates: readDates(reader, state),
    isOutlined: reader.oneOf("text", ["live", "outlines"]) === "outlines",
    version: reader.short("v"),
    credentials: reader.oneOf("credentials", CREDENTIALS),
  };
  const { dates, size } = question;
  const isOfPost = size && "use" in size.asked && isPost(size.asked.use);
  if (isOfPost && (dates === "phases" || (Array.isArray(dates) && dates.length > MAX_POSTED)))
    reader.refuse("dates", `at most ${MAX_POSTED} days with use=feed and use=card`);
  if (problems.length > 0 || !size) return failed(...problems);
  return { ok: true, value: { ...question, size } };
}

/** Reads single parameters and gathers what is wrong with them. */
class Reader {
  readonly #params: URLSearchParams;
  readonly problems: Problem[];

  constructor(params: URLSearchParams, problems: Problem[]) {
    this.#params = params;
    this.problems = problems;
  }

  text(name: PictureParameter): string | undefined {
    return this.#params.get(name) ?? undefined;
  }

  refuse(name: PictureParameter, allowed: string): undefined {
    this.problems.push({ name, got: quote(this.text(name) ?? ""), allowed });
    return undefined;
  }

  oneOf<Choice extends string>(
    name: PictureParameter,
    choices: readonly Choice[],
  ): Choice | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const choice = choices.find((candidate) => candidate === text);
    return choice ?? this.refuse(name, choices.join(" or "));
  }

  colours(theme: Theme): HouseColours {
    const text = this.text("colours");
    if (text === undefined) return {};
    if (theme === "grey") {
      this.refuse("colours", "none with theme=grey");
      return {};
    }
    const { colours, problems } = readColours(text, FIGURE_PALETTES[theme]);
    this.problems.push(...problems);
    return colours;
  }

  whole(name: PictureParameter, low: number, high: number): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    return /^\d{1,5}$/.test(text) && value >= low && value <= high
      ? value
      : this.refuse(name, `a whole number ${low}…${high}`);
  }

  short(name: keyof typeof LONGEST): string | undefined {
    const text = this.text(name);
    if (text === undefined || text.length <= LONGEST[name]) return text?.normalize("NFC");
    return this.refuse(name, `at most ${LONGEST[name]} characters`);
  }
}

function readSize(reader: Reader): PictureSize | undefined {
  const paper = reader.oneOf("paper", Object.keys(PAPERS) as Paper[]);
  const orientation = reader.oneOf("orientation", ORIENTATIONS);
  const dpi = reader.whole("dpi", LOWEST_DPI, HIGHEST_DPI);
  const width = reader.whole("width", SMALLEST_SIDE, LARGEST_SIDE);
  const height = reader.whole("height", SMALLEST_SIDE, LARGEST_SIDE);
  const scale = reader.whole("scale", 1, 4);
  const use = reader.oneOf("use", Object.keys(USES) as Use[]);
  const hasPaper = reader.text("paper") !== undefined;
  for (const name of ["dpi", "orientation"] as const)
    if (!hasPaper && reader.text(name) !== undefined)
      reader.refuse(name, "a value only with paper");
  for (const name of ["use", "width", "height", "scale"] as const)
    if (hasPaper && reader.text(name) !== undefined) reader.refuse(name, "no value with paper");
  if (reader.problems.length > 0) return undefined;
  const usual = use ? USES[use] : { width: DEFAULT_SIZE[0], height: DEFAULT_SIZE[1], scale: 1 };
  const size = sizeOf(
    paper
      ? { paper, orientation, dpi }
      : {
          width: width ?? usual.width,
          height: height ?? usual.height,
          scale: scale ?? usual.scale,
          use,
        },
  );
  if (size.ok) return size.value;
  reader.problems.push(...size.problems);
  return undefined;
}

const ALWAYS = "date, legend, scale, sources, credit, licence and version";

function readFurniture(reader: Reader): ReadonlySet<Furniture> {
  const text = reader.text("without");
  const without = text === undefined || text === "" ? [] : text.split(",");
  if (!without.every((name) => FURNITURE.some((one) => one === name)))
    reader.refuse(
      "without",
      `names separated by commas: ${FURNITURE.join(", ")}; ${ALWAYS} are on every picture`,
    );
  return new Set(FURNITURE.filter((name) => !without.includes(name)));
}

function readDates(reader: Reader, state: UrlState): PictureQuestion["dates"] {
  const layout = reader.oneOf("layout", ["single", "multiples"]);
  const text = reader.text("dates");
  if (text === undefined) return layout === "multiples" ? "phases" : undefined;
  if (layout === "single") return reader.refuse("dates", "no value with layout=single");
  if (state.time !== undefined) return reader.refuse("dates", "no value with time");
  if (text === "phases") return "phases";
  if (text === "compare")
    return state.compare === undefined && state.date === undefined
      ? text
      : reader.refuse("dates", "compare without date and compare, or these without dates");
  const texts = text.split(",");
  const days = texts.map(parseDay);
  if (texts.length <= MAX_DATES && days.every((day) => day !== undefined)) return days;
  const wrong = texts.filter((_, index) => days[index] === undefined);
  reader.problems.push({
    name: "dates",
    got: texts.length > MAX_DATES ? `${texts.length} of them` : wrong.map(quote).join(", "),
    allowed: `phases, compare, or 1 to ${MAX_DATES} days separated by commas, each ${A_DAY}`,
  });
  return undefined;
}

/** A frame has an area, may cross the antimeridian, and stays clear of the poles, which Web Mercator cannot show. */
function readBox(reader: Reader): Bbox | undefined {
  const text = reader.text("bbox");
  if (text === undefined) return undefined;
  const box = parseBbox(text);
  if (!box.ok) {
    reader.problems.push(...box.problems);
    return undefined;
  }
  const { west, south, east, north } = box.value;
  if (west !== east && south < north && Math.max(-south, north) <= 85) return box.value;
  return reader.refuse(
    "bbox",
    "an area: south < north, latitudes −85…85; west > east across the antimeridian",
  );
}
