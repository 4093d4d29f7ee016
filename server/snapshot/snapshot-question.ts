// What a request for a picture asks: the parameters of the page, and those of the paper.
import type { Context } from "hono";
import { type Bbox, parseBbox } from "#model/bbox.ts";
import { failed, type Problem, quote, type Result } from "#model/problem.ts";
import { PARAMETERS, parseUrl, type UrlState } from "#web/state/url.ts";
import type { AppEnv } from "../http/app-env.ts";

export const PAGE_PARAMETERS = [
  "date",
  "time",
  "mode",
  "certainty",
  "kinds",
  "categories",
  "certainties",
  "sides",
  "sourceKinds",
  "q",
  "area",
  "lang",
] as const;
export const PAPER_PARAMETERS = [
  "bbox",
  "width",
  "height",
  "paper",
  "dpi",
  "title",
  "theme",
  "distances",
] as const;

const [SMALLEST_SIDE, LARGEST_SIDE, MOST_PIXELS] = [200, 6000, 20_000_000];
const [LOWEST_DPI, HIGHEST_DPI, DEFAULT_DPI] = [72, 300, 300];
const LONGEST_TITLE = 160;

/** Width and height in inches, landscape. */
const PAPERS: Readonly<Record<string, readonly [number, number]>> = {
  a4: [297 / 25.4, 210 / 25.4],
  a3: [420 / 25.4, 297 / 25.4],
  letter: [11, 8.5],
};

export type SnapshotQuestion = {
  readonly state: UrlState;
  /** Undefined: the dataset's home view. */
  readonly box: Bbox | undefined;
  readonly width: number;
  readonly height: number;
  readonly title: string | undefined;
  readonly theme: "light" | "dark";
  readonly showsDistances: boolean;
};

export function readSnapshotQuestion(context: Context<AppEnv>): Result<SnapshotQuestion> {
  const problems: Problem[] = [];
  const queries = context.req.queries();
  const known: readonly string[] = [...PAGE_PARAMETERS, ...PAPER_PARAMETERS];
  for (const [name, texts] of Object.entries(queries)) {
    if (!known.includes(name))
      problems.push({ name, got: "a parameter that is not known", allowed: known.join(", ") });
    else if (texts.length > 1)
      problems.push({ name, got: `${texts.length} times`, allowed: "once" });
  }
  const text = (name: (typeof PAPER_PARAMETERS)[number]) => queries[name]?.[0];
  const refuse = (name: (typeof PAPER_PARAMETERS)[number], allowed: string) => {
    problems.push({ name, got: quote(text(name) ?? ""), allowed });
    return undefined;
  };
  const { state, ignored } = parseUrl(new URL(context.req.url));
  for (const name of ignored)
    if (name in PARAMETERS)
      problems.push({
        name,
        got: quote(queries[name]?.[0] ?? ""),
        allowed: "what an address of the page has",
      });

  const whole = (name: "width" | "height" | "dpi", low: number, high: number) => {
    const given = text(name);
    if (given === undefined) return undefined;
    const value = Number(given);
    return /^\d{1,5}$/.test(given) && value >= low && value <= high
      ? value
      : refuse(name, `a whole number ${low}…${high}`);
  };
  const paper = text("paper");
  const size = paper === undefined ? undefined : PAPERS[paper];
  if (paper !== undefined && !size) refuse("paper", Object.keys(PAPERS).join(" or "));
  if (paper === undefined && text("dpi") !== undefined) refuse("dpi", "only with paper");
  if (paper !== undefined && text("width") !== undefined) refuse("width", "not with paper");
  if (paper !== undefined && text("height") !== undefined) refuse("height", "not with paper");
  const dpi = whole("dpi", LOWEST_DPI, HIGHEST_DPI) ?? DEFAULT_DPI;
  const width = size
    ? Math.round(size[0] * dpi)
    : (whole("width", SMALLEST_SIDE, LARGEST_SIDE) ?? 1600);
  const height = size
    ? Math.round(size[1] * dpi)
    : (whole("height", SMALLEST_SIDE, LARGEST_SIDE) ?? 1000);
  if (width * height > MOST_PIXELS)
    problems.push({
      name: "width",
      got: `${width} × ${height}`,
      allowed: `at most ${MOST_PIXELS} pixels`,
    });
  const title = text("title");
  if (title !== undefined && (title.length > LONGEST_TITLE || title.includes("\u0000")))
    refuse("title", `at most ${LONGEST_TITLE} characters`);
  const theme = text("theme") ?? "light";
  if (theme !== "light" && theme !== "dark") refuse("theme", "light or dark");
  const distances = text("distances") ?? "false";
  if (distances !== "true" && distances !== "false") refuse("distances", "true or false");
  const box = readBox(text("bbox"), problems);
  if (problems.length > 0) return failed(...problems);
  return {
    ok: true,
    value: {
      state,
      box,
      width,
      height,
      title,
      theme: theme === "dark" ? "dark" : "light",
      showsDistances: distances === "true",
    },
  };
}

/** A frame has an area, does not cross the antimeridian, and stays off the poles, which Web Mercator has not. */
function readBox(text: string | undefined, problems: Problem[]): Bbox | undefined {
  if (text === undefined) return undefined;
  const box = parseBbox(text);
  if (!box.ok) {
    problems.push(...box.problems);
    return undefined;
  }
  const { west, south, east, north } = box.value;
  if (west < east && south < north && Math.max(-south, north) <= 85) return box.value;
  problems.push({
    name: "bbox",
    got: quote(text),
    allowed: "west < east, south < north, latitudes −85…85",
  });
  return undefined;
}
