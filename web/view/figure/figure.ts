// The whole figure: a map at a date, or several, that says itself what it shows, when, how exactly, and after whom.
// Pure: scene in, SVG text out, with live text and named groups; the same input has the same bytes.
import { describeProblem, type Problem } from "#model/problem.ts";
import { type Messages, messagesOf } from "#web/i18n/messages.ts";
import { atSize } from "#web/view/address/printed-address.ts";
import type { View } from "#web/view/drawing/projection.ts";
import { element, escapeXml } from "#web/view/drawing/svg.ts";
import type { FigureInput, Moment } from "./figure-input.ts";
import { type LegendEntry, legendEntries, oneLegend } from "./legend/figure-legend.ts";
import { figureView } from "./map/figure-view.ts";
import { type Frame, sketchOf } from "./map/map-panel.ts";
import { type LeftOff, layOutPage } from "./page/figure-page.ts";
import { drawGrid, gridFrames, scaled } from "./page/map-grid.ts";
import { layOutPost } from "./page/post-page.ts";
import { type TooSmall, tooSmall } from "./page/smallest-size.ts";
import { type ForeignText, nameScripts } from "./scripts/foreign-text.ts";
import { characterOf } from "./scripts/script-families.ts";
import { measureOtherScriptsBy } from "./type/text-width.ts";
import { type UnmetEdit, unmetEdits } from "./unmet-edits.ts";
import type { FigureSources } from "./words/figure-sources.ts";
import { dateLine, separationSentence } from "./words/figure-words.ts";

measureOtherScriptsBy((code) => characterOf(code)?.advance);

export type Figure = ForeignText & {
  /** What the picture has no room for. */
  readonly leftOff: readonly LeftOff[];
  /** What an editor asked for and its maps do not show. */
  readonly unmet: readonly UnmetEdit[];
  readonly sources: FigureSources;
  /** What the map shows, the first of several. */
  readonly view: View;
  /** Where this map lies on the page: its edges, as shares of width and height. */
  readonly map: Readonly<Record<"left" | "top" | "right" | "bottom", number>>;
};

/** The size has no room for what a picture must say; the problem names the smallest that has. */
export class FigureTooSmall extends Error {
  override readonly name = "FigureTooSmall";
  readonly problem: Problem;
  readonly needed: TooSmall["needed"];

  constructor({ needed, problem }: TooSmall) {
    super(describeProblem(problem));
    this.problem = problem;
    this.needed = needed;
  }
}

/** Draws the picture of the moments; throws `FigureTooSmall`, and an error when there is no moment. */
export function drawFigure(input: FigureInput): Figure {
  const { dataset, height, isTransparent, language, moments, palette, title, width } = input;
  if (moments.length === 0) throw new Error("a figure shows one moment at least");
  const texts = messagesOf(language, dataset.meta);
  const page = pageOf(input, texts);
  if (!page)
    throw new FigureTooSmall(
      tooSmall(input.asked, (size, asked) => {
        // The address that is printed on a picture of several dates names its size, and is longer or shorter with it.
        const permalink = atSize(input.permalink, asked);
        return pageOf({ ...input, ...size, asked, permalink }, texts);
      }),
    );
  const shown = { ...input, numbers: page.numbers, post: page.post };
  const [unit, unitWidth, unitHeight] = input.millimetres
    ? ["mm", ...input.millimetres]
    : ["", width, height];
  const description = moments
    .map((moment) => {
      const said = separationSentence(input, moment, texts);
      return said === "" ? moment.date : texts.labelled(moment.date, said);
    })
    .join(". ");
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: `${unitWidth}${unit}`,
      height: `${unitHeight}${unit}`,
      viewBox: `0 0 ${page.width.toFixed(2)} ${page.height.toFixed(2)}`,
      lang: language,
      role: "img",
      "aria-labelledby": "title description",
    },
    element("title", { id: "title" }, escapeXml(`${title}, ${dateLine(moments)}`)),
    element("desc", { id: "description" }, escapeXml(description)),
    isTransparent
      ? ""
      : element("rect", {
          id: "paper",
          width: page.width,
          height: page.height,
          fill: palette.halo,
        }),
    drawGrid(shown, texts, page.maps, page.sources.notes),
    ...page.pieces.map(({ block, x, y }) => (block.height > 0 ? block.draw(x, y) : "")),
  );
  const frames = gridFrames(shown, texts, page.maps).map(({ frame }) => frame);
  const views = frames.map((frame) => figureView(shown, scaled(frame)));
  const [first = page.maps] = frames;
  const [view = figureView(shown, scaled(first))] = views;
  const map = {
    left: first.x / page.width,
    top: first.y / page.height,
    right: (first.x + first.width) / page.width,
    bottom: (first.y + first.height) / page.height,
  };
  const { leftOff, sources } = page;
  return { ...nameScripts(svg), leftOff, unmet: unmetEdits(input, svg, views), sources, view, map };
}

const pageOf = (input: FigureInput, texts: Messages) =>
  input.post
    ? layOutPost({ ...input, post: input.post }, texts, entriesOf)
    : layOutPage(input, texts, (size) => entriesOf(input, texts, size));

/** The legends of an animation, which all its pictures share. */
const steadyEntries = new WeakMap<readonly Moment[], Map<string, LegendEntry[]>>();

/** Every mark that is to be seen on one of the maps, once, when the maps take that size together. */
function entriesOf(
  input: FigureInput,
  texts: Messages,
  size: Pick<Frame, "width" | "height">,
): LegendEntry[] {
  const { steadyOver } = input;
  if (!steadyOver) return entriesIn(input, input.moments, texts, size);
  const known = steadyEntries.get(steadyOver) ?? new Map<string, LegendEntry[]>();
  steadyEntries.set(steadyOver, known);
  const { box, language, palette } = input;
  const key = JSON.stringify([size.width, size.height, language, box, palette]);
  const entries = known.get(key) ?? entriesIn(input, steadyOver, texts, size);
  known.set(key, entries);
  return entries;
}

function entriesIn(
  input: FigureInput,
  moments: readonly Moment[],
  texts: Messages,
  size: Pick<Frame, "width" | "height">,
): LegendEntry[] {
  const frames = gridFrames(input, texts, { x: 0, y: 0, ...size });
  const ofMaps = moments.map((moment, index) => {
    const own = frames[index]?.frame ?? size;
    const frame = scaled(own);
    const sketch = sketchOf(input, moment, new Map(), frame, false);
    return legendEntries(sketch, texts, own.width / frame.width);
  });
  return oneLegend(ofMaps, input.language);
}
