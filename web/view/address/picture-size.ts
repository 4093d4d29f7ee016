// How large a picture is: in pixels for a screen, in millimetres for paper.
import { failed, type Problem, type Result } from "#model/problem.ts";

/** Width and height in millimetres. Papers lie on their long side unless `orientation` says otherwise. */
export const PAPERS = {
  a4: [297, 210],
  a3: [420, 297],
  letter: [279.4, 215.9],
  column: [85, 150],
  "double-column": [175, 130],
} as const;
export type Paper = keyof typeof PAPERS;
export const ORIENTATIONS = ["landscape", "portrait"] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

/** Shapes that editors and feeds ask for, in pixels. */
export const SHAPES = {
  "16:9": [1920, 1080],
  "4:3": [1600, 1200],
  "1:1": [1080, 1080],
  "4:5": [1080, 1350],
  "9:16": [1080, 1920],
} as const;
export type Shape = keyof typeof SHAPES;

/**
 * What a picture on a screen is for: its usual size in pixels and how wide it is looked at there, in pixels of CSS, by
 * which its type is set.
 */
export const USES = {
  web: { width: 1200, height: 800, scale: 1, shown: 800 },
  phone: { width: 390, height: 960, scale: 2, shown: 390 },
  feed: { width: 1080, height: 1080, scale: 1, shown: 390 },
  card: { width: 1200, height: 630, scale: 1, shown: 520 },
} as const satisfies Readonly<
  Record<string, { width: number; height: number; scale: number; shown: number }>
>;
export type Use = keyof typeof USES;
/** Met among other things, for a moment: what a post says is its claim and its map. */
export const isPost = (use: Use | undefined) => use === "feed" || use === "card";

export const [SMALLEST_SIDE, LARGEST_SIDE, MAX_PIXELS] = [200, 6000, 20_000_000] as const;
export const [LOWEST_DPI, HIGHEST_DPI, DEFAULT_DPI] = [72, 600, 300] as const;
export const DEFAULT_SIZE = [1600, 1000] as const;

const [MM_PER_INCH, POINTS_PER_INCH] = [25.4, 72] as const;
/** The smallest type of the layout, in its units. */
const SMALLEST_TYPE = 13;
/** Type of 13 units is then 7.4 points high. */
const MM_PER_UNIT = 0.2;
const [MIN_SIDE, MAX_SIDE] = [430, 820];
/** Upright pictures are looked at on telephones: larger type. */
const UPRIGHT_SIDE = 560;
const UPRIGHT = 1.2;
/** Type that can still be read: points on paper, pixels on a screen. Where there is room it is never much smaller. */
const [MIN_POINTS, MIN_PIXELS, MAX_SQUEEZE] = [7, 11, 1.25] as const;

export type PictureSize = {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Dots an inch; undefined for pictures that are not for paper. */
  readonly dpi: number | undefined;
  /** Points (1/72 inch) of a page that holds the picture. */
  readonly points: readonly [width: number, height: number];
  /** Millimetres of the paper; undefined for pictures that are not for paper. */
  readonly millimetres: readonly [width: number, height: number] | undefined;
  /** See `FigureInput`. */
  readonly designSide: number;
  readonly tightSide: number;
  readonly asked: AskedSize;
};

export type AskedSize =
  | {
      readonly paper: Paper;
      readonly orientation: Orientation | undefined;
      readonly dpi: number | undefined;
    }
  | {
      readonly width: number;
      readonly height: number;
      readonly scale: number;
      readonly use?: Use | undefined;
    };

export function sizeOf(asked: AskedSize): Result<PictureSize> {
  const size = "paper" in asked ? onPaper(asked) : onScreen(asked);
  const problem = tooLarge(size, "paper" in asked ? "dpi" : "width");
  return problem ? failed(problem) : { ok: true, value: size };
}

function onPaper(asked: Extract<AskedSize, { paper: Paper }>): PictureSize {
  const { paper, orientation, dpi = DEFAULT_DPI } = asked;
  const sides = [...PAPERS[paper]].sort((a, b) => a - b);
  const [short = 1, long = 1] = sides;
  const isUpright = orientation ? orientation === "portrait" : PAPERS[paper][0] < PAPERS[paper][1];
  const [width, height] = isUpright ? [short, long] : [long, short];
  const pixels = (mm: number) => Math.round((mm / MM_PER_INCH) * dpi);
  const points = (mm: number) => (mm / MM_PER_INCH) * POINTS_PER_INCH;
  const designSide = clamp(short / MM_PER_UNIT, MIN_SIDE, MAX_SIDE);
  return {
    width: pixels(width),
    height: pixels(height),
    dpi,
    points: [points(width), points(height)],
    millimetres: [width, height],
    designSide,
    tightSide: tightest(designSide, (points(short) * SMALLEST_TYPE) / MIN_POINTS),
    asked,
  };
}

function onScreen(asked: Extract<AskedSize, { scale: number }>): PictureSize {
  const { width, height, scale, use } = asked;
  const most = height < width * UPRIGHT ? MAX_SIDE : UPRIGHT_SIDE;
  const side = Math.min(width, height);
  const readable = (side * SMALLEST_TYPE) / MIN_PIXELS;
  const designSide = use
    ? (readable * USES[use].shown) / width
    : clamp(side, Math.min(MIN_SIDE, readable), most);
  return {
    width: width * scale,
    height: height * scale,
    dpi: undefined,
    // A pixel of CSS is 1/96 inch.
    points: [width * 0.75, height * 0.75],
    millimetres: undefined,
    designSide,
    tightSide: use ? designSide : tightest(designSide, readable),
    asked,
  };
}

/** The side in which type is as small as it may get. */
const tightest = (designSide: number, readable: number) =>
  Math.max(designSide, Math.min(readable, designSide * MAX_SQUEEZE));

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

function tooLarge({ width, height }: PictureSize, name: string): Problem | undefined {
  if (width * height <= MAX_PIXELS && Math.max(width, height) <= LARGEST_SIDE) return undefined;
  const allowed = `at most ${LARGEST_SIDE} pixels a side and ${MAX_PIXELS} in all`;
  return { name, got: `${width} × ${height} pixels`, allowed };
}

/** The parameters by which a size is asked for. */
export const SIZE_PARAMETERS = [
  "use",
  "paper",
  "orientation",
  "dpi",
  "width",
  "height",
  "scale",
] as const;

/** Those of a size; what is usual is left out. */
export function sizeParameters(asked: AskedSize): Readonly<Record<string, string | undefined>> {
  if ("paper" in asked)
    return {
      paper: asked.paper,
      orientation: asked.orientation,
      dpi: asked.dpi === undefined || asked.dpi === DEFAULT_DPI ? undefined : `${asked.dpi}`,
    };
  const { use } = asked;
  const usual = use ? USES[use] : { width: 0, height: 0, scale: 1 };
  const unlessUsual = (name: "width" | "height" | "scale") =>
    asked[name] === usual[name] ? undefined : `${asked[name]}`;
  return {
    use,
    width: unlessUsual("width"),
    height: unlessUsual("height"),
    scale: unlessUsual("scale"),
  };
}
