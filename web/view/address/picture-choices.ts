// What a reader has chosen in the export dialog, and the address of the picture that this makes. The dialog reads its
// own address back to draw the preview: the file is the same because the question is.
import type { OwnColumn } from "#model/question/own-column.ts";
import { type Bbox, eastOf, wrapBbox } from "#model/space/bbox.ts";
import { printDay } from "#model/time/day.ts";
import type { HouseColours } from "#web/view/drawing/house-palette.ts";
import { type FigureEdits, NO_EDITS, printEdits, REPEATED } from "./figure-edits.ts";
import { FURNITURE, type Furniture } from "./furniture.ts";
import { printColours } from "./house-colours.ts";
import { ownParameters } from "./own-parameters.ts";
import {
  PAGE_PARAMETERS,
  PICTURE_PARAMETERS,
  type PictureQuestion,
  readPictureAddress,
  type Theme,
} from "./picture-address.ts";
import { NOT_OF_KIT, picturePath } from "./picture-path.ts";
import {
  type AskedSize,
  DEFAULT_DPI,
  type Orientation,
  PAPERS,
  type Paper,
  SHAPES,
  type Shape,
  sizeParameters,
  USES,
  type Use,
} from "./picture-size.ts";
import { readableQuery } from "./url.ts";

export type SizeChoice = Paper | Shape | Use | "own";
export const SIZE_CHOICES: readonly SizeChoice[] = [
  ...(Object.keys(USES) as Use[]),
  ...(Object.keys(SHAPES) as Shape[]),
  ...(Object.keys(PAPERS) as Paper[]),
  "own",
];

export type PictureChoices = {
  readonly size: SizeChoice;
  readonly orientation: Orientation;
  readonly dpi: number;
  /** Pixels of the file for one of the layout, for sizes in pixels. */
  readonly scale: number;
  readonly ownWidth: number;
  readonly ownHeight: number;
  /** Null: the machine's. */
  readonly title: string | null;
  readonly caption: string | null;
  readonly alt: string | null;
  /** Empty: none. */
  readonly byline: string;
  readonly note: string;
  readonly edits: FigureEdits;
  readonly theme: Theme;
  readonly colours: HouseColours;
  readonly isTransparent: boolean;
  readonly showsDistances: boolean;
  readonly furniture: readonly Furniture[];
  /** What the figure shows: the date of the page, the pair of the dataset, one map a period, or days that were typed, separated by commas; that of the page while none is. */
  readonly layout: "page" | "compare" | "phases" | "days";
  readonly days: string;
  /** Null: the home view. */
  readonly box: Bbox | null;
};

export const FIRST_CHOICES: PictureChoices = {
  size: "a4",
  orientation: "landscape",
  dpi: DEFAULT_DPI,
  scale: 1,
  ownWidth: 1600,
  ownHeight: 1000,
  title: null,
  caption: null,
  alt: null,
  byline: "",
  note: "",
  edits: NO_EDITS,
  theme: "light",
  colours: {},
  isTransparent: false,
  showsDistances: false,
  furniture: FURNITURE,
  layout: "page",
  days: "",
  box: null,
};

const isUse = (size: SizeChoice): size is Use => size in USES;
export const isPaper = (size: SizeChoice): size is Paper => size in PAPERS;
/** Papers that can be turned; columns of print are as wide as they are. */
export const canTurn = (size: SizeChoice) => ["a4", "a3", "letter"].includes(size);

/**
 * How a picture looked, of which the address of the page was printed on it; nothing where the address says nothing of
 * it, or nonsense.
 */
export function choicesOfAddress(page: URL): Partial<PictureChoices> {
  const look = new URL(page);
  for (const name of page.searchParams.keys())
    if (!PICTURE_PARAMETERS.some((one) => one === name)) look.searchParams.delete(name);
  const read = readPictureAddress(look, []);
  if (!read.ok) return {};
  const { byline, colours, edits, furniture, isTransparent, note, theme, title } = lookOf(
    read.value,
  );
  return { byline, title, theme, colours, edits, isTransparent, note, furniture };
}

function lookOf(question: PictureQuestion) {
  const { alt, byline, colours, edits, furniture, isTransparent, note, theme, title } = question;
  return {
    title: title ?? null,
    alt: alt ?? null,
    byline: byline ?? "",
    note: note ?? "",
    edits,
    theme,
    colours,
    isTransparent,
    furniture: [...furniture],
  };
}

/** The choices that make a picture. */
export function choicesOf(question: PictureQuestion): PictureChoices {
  const { box, caption, dates, showsDistances, size } = question;
  return {
    ...FIRST_CHOICES,
    ...sizeChoices(size.asked),
    ...lookOf(question),
    caption: caption ?? null,
    showsDistances,
    layout: typeof dates === "string" ? dates : dates ? "days" : "page",
    days: typeof dates === "object" ? dates.map(printDay).join(", ") : "",
    box: box ?? null,
  };
}

function sizeChoices(asked: AskedSize): Partial<PictureChoices> {
  if ("paper" in asked) {
    const { dpi = DEFAULT_DPI, orientation = "landscape", paper } = asked;
    return { size: paper, orientation, dpi };
  }
  const { height, scale = 1, use, width } = asked;
  if (use !== undefined) return { size: use, scale: Math.max(1, scale / USES[use].scale) };
  const shape = (Object.keys(SHAPES) as Shape[]).find(
    (one) => SHAPES[one][0] === width && SHAPES[one][1] === height,
  );
  return { size: shape ?? "own", scale, ownWidth: width, ownHeight: height };
}

/** The address of the picture; `page` is that of the page with what it shows now, `columns` are the dataset's own. */
export function pictureAddress(
  page: URL,
  choices: PictureChoices,
  format: string,
  columns: readonly OwnColumn[],
): URL {
  const address = new URL(picturePath(format), page);
  for (const name of [...PAGE_PARAMETERS, ...ownParameters(columns)])
    if (name !== "distances")
      for (const value of page.searchParams.getAll(name)) address.searchParams.append(name, value);
  const asked = parametersOf(choices);
  if (asked.dates !== undefined)
    for (const name of ["date", "time", "compare"]) address.searchParams.delete(name);
  for (const [name, value] of Object.entries(asked))
    if (value !== undefined) address.searchParams.set(name, value);
  for (const name of [...REPEATED, "highlight"]) address.searchParams.delete(name);
  for (const [name, value] of printEdits(choices.edits)) address.searchParams.append(name, value);
  if (format === "kit") for (const name of NOT_OF_KIT) address.searchParams.delete(name);
  address.search = readableQuery(address.search);
  return address;
}

function parametersOf(choices: PictureChoices): Readonly<Record<string, string | undefined>> {
  const { box, theme } = choices;
  const days = choices.days.replace(/\s+/g, "");
  const layout = choices.layout === "days" && days === "" ? "page" : choices.layout;
  const without = FURNITURE.filter((name) => !choices.furniture.includes(name));
  return {
    ...sizeParameters(askedSize(choices)),
    bbox: box ? printBox(box) : undefined,
    dates: layout === "page" ? undefined : layout === "days" ? days : layout,
    title: choices.title ?? undefined,
    caption: choices.caption ?? undefined,
    alt: choices.alt ?? undefined,
    byline: choices.byline || undefined,
    note: choices.note || undefined,
    theme: theme === "light" ? undefined : theme,
    colours: theme === "grey" ? undefined : printColours(choices.colours),
    background: choices.isTransparent ? "transparent" : undefined,
    distances: choices.showsDistances ? "true" : undefined,
    without: without.length > 0 ? without.join(",") : undefined,
  };
}

function askedSize(choices: PictureChoices): AskedSize {
  const { dpi, orientation, ownHeight, ownWidth, scale, size } = choices;
  if (isPaper(size))
    return {
      paper: size,
      orientation: canTurn(size) && orientation === "portrait" ? orientation : undefined,
      dpi,
    };
  if (isUse(size)) {
    const usual = USES[size];
    return { width: usual.width, height: usual.height, scale: usual.scale * scale, use: size };
  }
  const [width, height] = size === "own" ? [ownWidth, ownHeight] : SHAPES[size];
  return { width, height, scale };
}

/** Five decimals are a metre. */
function printBox({ east, north, south, west }: Bbox): string {
  return [west, south, east, north].map((value) => Number(value.toFixed(5))).join(",");
}

/** The box made larger or smaller around its middle, or moved by shares of its size. */
export function movedBox(
  box: Bbox,
  { by = 1, right = 0, up = 0 }: { by?: number; right?: number; up?: number },
): Bbox {
  const { north, south, west } = box;
  const east = eastOf(box);
  const [width, height] = [east - west, north - south];
  const [lon, lat] = [(east + west) / 2 + right * width, (north + south) / 2 + up * height];
  const moved = wrapBbox({
    west: lon - (width * by) / 2,
    east: lon + (width * by) / 2,
    south: Math.max(-85, lat - (height * by) / 2),
    north: Math.min(85, lat + (height * by) / 2),
  });
  return moved.west !== moved.east && moved.south < moved.north ? moved : box;
}
