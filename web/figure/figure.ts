// The whole figure: a map at a date that says itself what it shows, when, how exactly, and after whom. Pure: scene in,
// SVG text out, with live text and named groups; the same input has the same bytes.
import type { Separation } from "#model/separation.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { readoutParts } from "#web/i18n/readout-parts.ts";
import { drawScene } from "./draw-scene.ts";
import { legendEntries } from "./figure-legend.ts";
import { figureSources } from "./figure-sources.ts";
import { groundSvg } from "./ground-layer.ts";
import { scaleBarSvg } from "./scale-bar.ts";
import type { Sketch } from "./sketch.ts";
import { element, escapeXml } from "./svg.ts";
import { setParagraph } from "./text.ts";
import { textWidth } from "./text-width.ts";
import { createProjection, fitView } from "./view.ts";

export type FigureInput = Omit<
  Sketch,
  "projection" | "isInteractive" | "chosen" | "area" | "changes"
> & {
  readonly separation: Separation;
  /** The date or stretch of days, in words. */
  readonly date: string;
  /** Above the date; the dataset's own title unless another is given. */
  readonly title: string;
  /** Where the figure can be seen and checked. */
  readonly permalink: string;
  /** What the map shows at least: west, south, east, north in degrees. */
  readonly box: {
    readonly west: number;
    readonly south: number;
    readonly east: number;
    readonly north: number;
  };
  /** Pixels of the picture. */
  readonly width: number;
  readonly height: number;
};

/** The shorter side on which type and marks are laid out; the picture is scaled to its size. */
const DESIGN_SIDE = 820;
const PAD = 28;
const LEGEND_ROW = 24;
const LEGEND_SIZE = 14;
const LEGEND_MARK = 42;
const LEGEND_GAP = 24;
/** What legend and notes take at least. */
const LOWEST_FOOT = 170;

export function drawFigure(input: FigureInput): string {
  const { dataset, date, height, language, palette, scene, separation, title, width } = input;
  const texts = messagesOf(language, dataset.meta);
  const scale = DESIGN_SIDE / Math.min(width, height);
  const [w, h] = [width * scale, height * scale];
  const column = w - 2 * PAD;

  let y = PAD;
  const head: string[] = [];
  const set = (
    into: string[],
    text: string,
    size: number,
    face: "regular" | "semibold",
    fill: string,
    gap: number,
  ) => {
    const paragraph = setParagraph({ text, size, face, fill }, PAD, y, column);
    into.push(paragraph.svg);
    y += paragraph.height + gap;
  };
  set(head, title, 19, "regular", palette.label, 2);
  set(head, date, 36, "semibold", palette.ink, 4);
  set(head, sentenceOf(separation, input), 18, "regular", palette.ink, 14);
  const top = y;

  // What is in sight is judged on a map of about the size that it will have.
  const guess = createProjection(fitView(input.box, w, Math.max(120, h - top - LOWEST_FOOT)));
  const entries = legendEntries({ ...complete(input), projection: guess }, texts);
  const widest = Math.max(0, ...entries.map(({ text }) => textWidth(text, LEGEND_SIZE, "regular")));
  const columns = Math.max(1, Math.floor(column / (widest + LEGEND_MARK + LEGEND_GAP)));
  const legendHeight = Math.ceil(entries.length / columns) * LEGEND_ROW;
  const isEmpty = scene.sites.length === 0 && scene.events.length === 0;
  const sources = figureSources(dataset, scene, texts, Math.floor((column * 2.6) / 6.2));
  const notes = [
    isEmpty ? texts.figureEmpty : texts.figurePrecision,
    sources,
    `${dataset.meta.attribution[language]} ${texts.figureVersion(dataset.meta.version.label)}. ${input.permalink}`,
  ];
  y = 0;
  const measured: string[] = [];
  for (const note of notes) set(measured, note, 13, "regular", palette.label, 3);
  const footHeight = legendHeight + y + 26;
  const mapHeight = Math.max(120, h - top - footHeight);

  const projection = createProjection(fitView(input.box, w, mapHeight));
  const sketch: Sketch = { ...complete(input), projection };
  const layers = drawScene(sketch).layers.map(({ id, parts }) =>
    element("g", { id }, ...parts.map(({ svg }) => svg)),
  );
  const map = element(
    "svg",
    {
      id: "map",
      x: 0,
      y: top,
      width: w,
      height: mapHeight,
      viewBox: `0 0 ${w.toFixed(2)} ${mapHeight.toFixed(2)}`,
      overflow: "hidden",
    },
    groundSvg(sketch),
    ...layers,
    scaleBarSvg(projection, [PAD, mapHeight - 18], language, palette),
  );

  const legendTop = top + mapHeight + 22;
  const legend = entries.map(({ draw, text }, index) => {
    const x = PAD + (index % columns) * (column / columns);
    const middle = legendTop + Math.floor(index / columns) * LEGEND_ROW;
    const label = setParagraph(
      { text, size: LEGEND_SIZE, face: "regular", fill: palette.ink },
      x + LEGEND_MARK,
      middle - 9,
      column,
    );
    return draw([x + 16, middle]) + label.svg;
  });
  y = legendTop + legendHeight - 2;
  const foot: string[] = [];
  for (const note of notes) set(foot, note, 13, "regular", palette.label, 3);

  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${w.toFixed(2)} ${h.toFixed(2)}`,
      lang: language,
      role: "img",
      "aria-labelledby": "title description",
    },
    element("title", { id: "title" }, escapeXml(`${title}, ${date}`)),
    element("desc", { id: "description" }, escapeXml(sentenceOf(separation, input))),
    element("rect", { id: "paper", width: w, height: h, fill: palette.halo }),
    element("g", { id: "heading" }, ...head),
    map,
    element("g", { id: "legend" }, ...legend),
    element("g", { id: "notes" }, ...foot),
  );
}

const complete = ({ dataset, scene, language, palette, showsDistances }: FigureInput) => ({
  dataset,
  scene,
  language,
  palette,
  showsDistances,
  changes: new Map(),
  chosen: [],
  area: [],
  isInteractive: false,
});

/** The separation in one line, as under the date on the page. */
function sentenceOf(separation: Separation, { dataset, language }: FigureInput): string {
  const parts = readoutParts(separation, language, messagesOf(language, dataset.meta));
  return [parts.sites, parts.sides, parts.mean, parts.people].filter(Boolean).join(" · ");
}
