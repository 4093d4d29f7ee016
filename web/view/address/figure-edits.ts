// What an editor changed on the maps of a picture: names that were rewritten, moved or taken off, words with an arrow, and
// what is to stand out. Lengths are units of the layout, in which names are about 14 high, so that they hold in every size.
import { quote } from "#model/problem.ts";
import { parseSelection, printSelection, type Selection } from "#web/view/question/selection.ts";

/** Right and down from a mark to the middle of the words. */
export type Offset = readonly [right: number, down: number];

/** What was changed at the name of a place. */
export type LabelEdit = {
  /** Its own is the dataset's. */
  readonly text?: string;
  /** Without one it stands where there is room. */
  readonly offset?: Offset;
  readonly isHidden?: boolean;
};

export const ARROWS = ["curved", "straight", "none", "circle"] as const;
export type Arrow = (typeof ARROWS)[number];

/** Words that an editor put on the map. */
export type Annotation = {
  readonly text: string;
  /** Longitude and latitude of what they are about. */
  readonly at: readonly [longitude: number, latitude: number];
  readonly offset: Offset;
  /** What leads there; around what is circled there is a circle. */
  readonly arrow: Arrow;
  /** Of the circle. */
  readonly radius: number;
  /** Which of several maps has them, from 1; null for all. */
  readonly map: number | null;
};

export type FigureEdits = {
  /** By the ids of places. */
  readonly labels: ReadonlyMap<string, LabelEdit>;
  readonly annotations: readonly Annotation[];
  /** What stands out from all else, which is pale then; nothing where there is none. */
  readonly highlights: readonly Selection[];
};

export const NO_EDITS: FigureEdits = { labels: new Map(), annotations: [], highlights: [] };

/** Parameters of a picture that may stand in an address several times. */
export const REPEATED = ["label", "annotation"] as const;

export const FARTHEST = 600;
export const [LEAST_RADIUS, USUAL_RADIUS, LARGEST_RADIUS] = [8, 20, 300] as const;
export const LONGEST_WORDS = 160;
/** Of a degree: a metre. */
const DECIMALS = 5;
const [MAX_LABELS, MAX_ANNOTATIONS, MAX_HIGHLIGHTS] = [60, 20, 60] as const;
const MAX_MAPS = 12;

const FAR = `−${FARTHEST}…${FARTHEST}`;
const ALLOWED = {
  label: `PLACE,none, or PLACE,RIGHT,DOWN,TEXT: the id of a place, whole units ${FAR} from its mark to the middle of its name (both or neither), at most ${LONGEST_WORDS} characters (none for its own name); at most ${MAX_LABELS} times, once for a place`,
  annotation: `LONGITUDE,LATITUDE,RIGHT,DOWN,ARROW,TEXT: degrees, whole units ${FAR} from there to the words, curved or straight or none or circle-RADIUS (${LEAST_RADIUS}…${LARGEST_RADIUS}) with @MAP for one of several maps, 1 to ${LONGEST_WORDS} characters; at most ${MAX_ANNOTATIONS} times`,
  highlight: `records separated by commas, such as place:ID or event:ID; at most ${MAX_HIGHLIGHTS}`,
} as const;

type Found = {
  readonly edits: FigureEdits;
  readonly problems: readonly {
    readonly name: keyof typeof ALLOWED;
    readonly got: string;
    readonly allowed: string;
  }[];
};

/** What the address says of edits, and what of it makes no sense. */
export function readEdits(parameters: URLSearchParams): Found {
  const problems: Found["problems"][number][] = [];
  const refuse = (name: keyof typeof ALLOWED, got: string) => {
    problems.push({ name, got, allowed: ALLOWED[name] });
  };
  const each = <Read>(
    name: (typeof REPEATED)[number],
    most: number,
    read: (text: string) => Read | undefined,
  ) => {
    const texts = parameters.getAll(name);
    if (texts.length > most) refuse(name, `${texts.length} times`);
    return texts.flatMap((text): readonly Read[] => {
      const one = read(text.normalize("NFC"));
      if (one !== undefined) return [one];
      refuse(name, quote(text));
      return [];
    });
  };
  const named = each("label", MAX_LABELS, readLabel);
  const labels = new Map(named);
  if (labels.size < named.length) refuse("label", "a place twice");
  const annotations = each("annotation", MAX_ANNOTATIONS, readAnnotation);
  const asked = parameters.get("highlight");
  const texts = asked?.split(",") ?? [];
  const highlights = texts.flatMap((text) => parseSelection(text) ?? []);
  if (asked !== null && (highlights.length < texts.length || texts.length > MAX_HIGHLIGHTS))
    refuse("highlight", quote(asked));
  return { edits: { labels, annotations, highlights }, problems };
}

function readLabel(text: string): readonly [string, LabelEdit] | undefined {
  const [id = "", first = "", second = "", ...rest] = text.split(",");
  if (parseSelection(`place:${id}`) === undefined) return undefined;
  if (first === "none" && second === "" && rest.length === 0) return [id, { isHidden: true }];
  const words = rest.join(",").trim();
  const offset = first === "" && second === "" ? undefined : readOffset(first, second);
  if (offset === null || words.length > LONGEST_WORDS || (!offset && words === ""))
    return undefined;
  return [id, { ...(words !== "" && { text: words }), ...(offset && { offset }) }];
}

const ARROW = /^(curved|straight|none|circle)(?:-(\d{1,3}))?(?:@(\d{1,2}))?$/;

function readAnnotation(text: string): Annotation | undefined {
  const [longitude = "", latitude = "", right = "", down = "", arrow = "", ...rest] =
    text.split(",");
  const at = [readNumber(longitude, 180), readNumber(latitude, 85)] as const;
  const offset = readOffset(right, down);
  const [, how, size, map] = ARROW.exec(arrow) ?? [];
  const words = rest.join(",").trim();
  const radius = size === undefined ? USUAL_RADIUS : Number(size);
  const isSized = size === undefined || (how === "circle" && isWithin(radius));
  const nth = map === undefined ? null : Number(map);
  if (at[0] === null || at[1] === null || !offset || how === undefined || !isSized)
    return undefined;
  if (words === "" || words.length > LONGEST_WORDS || nth === 0 || Number(nth) > MAX_MAPS)
    return undefined;
  return { text: words, at: [at[0], at[1]], offset, arrow: how as Arrow, radius, map: nth };
}

const isWithin = (radius: number) => radius >= LEAST_RADIUS && radius <= LARGEST_RADIUS;

function readOffset(right: string, down: string): Offset | null {
  const [x, y] = [right, down].map((text) =>
    /^-?\d{1,3}$/.test(text) ? Number(text) : Number.NaN,
  ) as [number, number];
  return Math.max(Math.abs(x), Math.abs(y)) <= FARTHEST ? [x, y] : null;
}

function readNumber(text: string, most: number): number | null {
  const value = /^-?\d{1,3}(\.\d{1,20})?$/.test(text)
    ? Number(Number(text).toFixed(DECIMALS))
    : Number.NaN;
  return Math.abs(value) <= most ? value : null;
}

/** The same as parameters, in one spelling, without words that are none: labels by their places, annotations as they were made. */
export function printEdits({ annotations, highlights, labels }: FigureEdits): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [id, edit] of [...labels].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (edit.isHidden || edit.offset || isSaid(edit.text))
      parameters.append("label", printLabel(id, edit));
  for (const annotation of annotations)
    if (isSaid(annotation.text)) parameters.append("annotation", print(annotation));
  if (highlights.length > 0) parameters.set("highlight", highlights.map(printSelection).join(","));
  return parameters;
}

const isSaid = (text: string | undefined) => text !== undefined && text.trim() !== "";

function printLabel(id: string, { isHidden, offset, text }: LabelEdit): string {
  if (isHidden) return `${id},none`;
  const [right, down] = offset ?? ["", ""];
  return [id, right, down, ...(isSaid(text) ? [text] : [])].join(",");
}

function print({ arrow, at, map, offset, radius, text }: Annotation): string {
  const circled = arrow === "circle" && radius !== USUAL_RADIUS ? `-${radius}` : "";
  const [longitude, latitude] = at.map((degrees) => Number(degrees.toFixed(DECIMALS)));
  const how = `${arrow}${circled}${map === null ? "" : `@${map}`}`;
  return [longitude, latitude, ...offset, how, text].join(",");
}
