// The separation over the whole period, small, with the dates of the figure marked: steps, never slopes, and a gap
// where nothing is known.

import { stepAt } from "#model/measure/separation-series.ts";
import { labelYear } from "#model/time/date-label.ts";
import { civil, type Day, dayOf } from "#model/time/day.ts";
import type { Window } from "#model/time/span.ts";
import { formatKilometres, formatNumber } from "#web/i18n/format.ts";
import type { Messages } from "#web/i18n/messages.ts";
import { element, round } from "#web/view/drawing/svg.ts";
import { setLine, setParagraph } from "#web/view/figure/type/text.ts";
import { textWidth } from "#web/view/figure/type/text-width.ts";
import { hasConventions, runsOf, stepPath } from "#web/view/scene/series-path.ts";
import type { FigureInput } from "../figure-input.ts";
import { type Block, EMPTY } from "./block.ts";

const PLOT_HEIGHT = 66;
const SIZE = 13;
const METRES_PER_KM = 1000;

type Scale = (value: number) => number;

export function curveBlock(input: FigureInput, texts: Messages, width: number): Block {
  const { dataset, palette, series } = input;
  const { firstDay, lastDay } = dataset.meta;
  const farthest = Math.max(0, ...series.map(({ measured }) => measured.distance?.max ?? 0));
  if (farthest === 0 || lastDay <= firstDay) return EMPTY;
  const top = Math.ceil(farthest / METRES_PER_KM);
  const isDotted = series.some(({ measured }) => hasConventions(measured));
  const text = isDotted ? texts.figureCurve + texts.curveConvention : texts.figureCurve;
  const caption = setParagraph({ text, size: SIZE, face: "regular", fill: palette.label }, width);
  const left = textWidth(formatNumber(top, input.language), SIZE, "regular") + 8;
  return {
    height: caption.height + PLOT_HEIGHT + 26,
    draw: (x, y) => {
      const plotTop = y + caption.height + 8;
      const atDay: Scale = (day) =>
        x + left + ((day - firstDay) / (lastDay + 1 - firstDay)) * (width - left);
      const atMetres: Scale = (metres) =>
        plotTop + PLOT_HEIGHT * (1 - metres / (top * METRES_PER_KM));
      return element(
        "g",
        { id: "curve" },
        caption.draw(x, y),
        axes(input, top, atDay, atMetres, x),
        ...bands(input, atDay, atMetres),
        ...[false, true].map((isByConvention) => meanLine(input, atDay, atMetres, isByConvention)),
        ...input.moments.map(({ days }) => mark(input, days, atDay, atMetres, top)),
      );
    },
  };
}

/** The mean, solid where it is attested, or dotted where some of its sites are there by convention. */
function meanLine(
  { palette, series }: FigureInput,
  atDay: Scale,
  atMetres: Scale,
  isByConvention: boolean,
): string {
  const d = stepPath(
    series,
    (day) => round(atDay(day)),
    ({ measured }) =>
      measured.distance && hasConventions(measured) === isByConvention
        ? round(atMetres(measured.distance.mean))
        : null,
  );
  const dots = { "stroke-dasharray": "0.1 3.4", "stroke-linecap": "round" };
  const line = { fill: "none", stroke: palette.ink, "stroke-width": 1.8 };
  return d === "" ? "" : element("path", { d, ...line, ...(isByConvention ? dots : {}) });
}

/** Nearest to farthest, behind the mean. */
function bands({ palette, series }: FigureInput, atDay: Scale, atMetres: Scale): string[] {
  return runsOf(series, ({ distance }) => distance && [distance.min, distance.max]).map(
    ({ from, until, value: [low = 0, high = 0] }) =>
      element("rect", {
        x: atDay(from),
        y: atMetres(high),
        width: atDay(until) - atDay(from),
        height: atMetres(low) - atMetres(high),
        fill: palette.ink,
        "fill-opacity": 0.14,
      }),
  );
}

function axes(
  { dataset, language, palette }: FigureInput,
  top: number,
  atDay: Scale,
  atMetres: Scale,
  x: number,
): string {
  const { firstDay, lastDay } = dataset.meta;
  const base = atMetres(0);
  const line = (text: string, at: { readonly x: number; readonly y: number }) =>
    setLine(text, { size: SIZE, face: "regular" }, { ...at, fill: palette.label });
  const years: Day[] = [];
  for (let { year } = civil(firstDay); dayOf(year, 1, 1) <= lastDay; year += 1)
    if (dayOf(year, 1, 1) >= firstDay) years.push(dayOf(year, 1, 1));
  const step = Math.max(1, Math.ceil((years.length * 44) / (atDay(lastDay) - atDay(firstDay))));
  return [
    element("path", {
      d: `M${round(atDay(firstDay))} ${round(base)}H${round(atDay(lastDay + 1))}${years
        .map((day) => `M${round(atDay(day))} ${round(base)}v4`)
        .join("")}`,
      fill: "none",
      stroke: palette.label,
      "stroke-width": 0.9,
    }),
    line(formatNumber(top, language), { x, y: atMetres(top * METRES_PER_KM) + 8 }),
    line("0", { x, y: base + 4 }),
    ...years
      .filter((_, index) => index % step === 0)
      .map((day) =>
        line(labelYear(civil(day).year, language), { x: atDay(day) + 1, y: base + 16 }),
      ),
  ].join("");
}

/** The date as a line, a stretch of days as a band, with the mean of the day beside it. */
function mark(
  input: FigureInput,
  { from, until }: Window,
  atDay: Scale,
  atMetres: Scale,
  top: number,
): string {
  const { dataset, language, moments, palette, series } = input;
  const { firstDay, lastDay } = dataset.meta;
  const first = Math.max(from ?? firstDay, firstDay) as Day;
  const last = Math.min(until === null ? lastDay : until - 1, lastDay) as Day;
  const [upper, base] = [atMetres(top * METRES_PER_KM), atMetres(0)];
  if (last > first)
    return element("rect", {
      x: atDay(first),
      y: upper,
      width: atDay(last + 1) - atDay(first),
      height: base - upper,
      fill: palette.ink,
      "fill-opacity": 0.12,
    });
  const x = atDay(first + 0.5);
  const line = element("path", {
    d: `M${round(x)} ${round(upper - 4)}V${round(base)}`,
    fill: "none",
    stroke: palette.ink,
    "stroke-width": 1.2,
  });
  const mean = stepAt(series, first)?.measured.distance?.mean;
  if (mean === undefined) return line;
  const y = atMetres(mean);
  const dot = element("circle", {
    cx: x,
    cy: y,
    r: 3.6,
    fill: palette.ink,
    stroke: palette.halo,
    "stroke-width": 1.4,
  });
  if (moments.length > 1) return line + dot;
  const label = formatKilometres(mean, language);
  const isLate = x > (atDay(firstDay) + atDay(lastDay)) / 2;
  return (
    line +
    dot +
    setLine(
      label,
      { size: SIZE, face: "semibold" },
      {
        fill: palette.ink,
        x: x + (isLate ? -7 : 7),
        y: upper + 5,
        "text-anchor": isLate ? "end" : "start",
      },
    )
  );
}
