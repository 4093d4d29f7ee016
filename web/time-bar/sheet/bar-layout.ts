// How the time bar lies in a window of some size, so that the map keeps more than half of the height.
import { useEffect, useState } from "preact/hooks";
import type { SheetHeight } from "#web/state/view-slice.ts";

/**
 * `wide`: below the map, with room to be opened; `slim`: without; `sheet`: at the foot of a phone, in three heights;
 * `strip`: below the map of a phone that lies on its side.
 */
export type BarLayout = "wide" | "slim" | "sheet" | "strip";

/** Narrower windows are phones, as are those at the same time lower; the open bar wants more height than these. */
const NARROWEST = 576;
const PHONE_WIDTH = 768;
const PHONE_HEIGHT = 500;
const OPEN_HEIGHT = 704;

type WindowSize = { readonly height: number; readonly width: number };

export function layoutOf({ height, width }: WindowSize): BarLayout {
  if (width < NARROWEST) return "sheet";
  if (height < PHONE_HEIGHT) return "strip";
  if (width < PHONE_WIDTH) return "sheet";
  return height < OPEN_HEIGHT ? "slim" : "wide";
}

/** Of the window of the page. */
export function useBarLayout(): BarLayout {
  const read = () => layoutOf({ height: window.innerHeight, width: window.innerWidth });
  const [layout, setLayout] = useState<BarLayout>(read);
  useEffect(() => {
    const follow = () => setLayout(read());
    window.addEventListener("resize", follow);
    return () => window.removeEventListener("resize", follow);
  }, []);
  return layout;
}

/** The heights of a sheet, the lowest first. */
export const SHEET_HEIGHTS = ["low", "middle", "high"] as const satisfies readonly SheetHeight[];
const LOW = 132;
const MIDDLE = 292;
/** Of a low window the rest is the map's, the bar's at the head, and the credit's. */
const HIGH_SHARE = 0.61;
const HIGH_SHARE_WITH_HEAD = 0.71;
const HEAD = 104;

/** How high they are in a window, in pixels. */
export function sheetStops(windowHeight: number): Readonly<Record<SheetHeight, number>> {
  const high = Math.min(windowHeight * HIGH_SHARE, windowHeight * HIGH_SHARE_WITH_HEAD - HEAD);
  return { low: LOW, middle: MIDDLE, high: Math.max(MIDDLE, Math.round(high)) };
}

/** In pixels a millisecond: a finger that is as quick as this goes on to the next stop. */
const FLICK = 0.5;

/** Where a sheet comes to rest that is let go at a height, while it grows so fast (negative: while it shrinks). */
export function restingStop(
  height: number,
  speed: number,
  stops: Readonly<Record<SheetHeight, number>>,
): SheetHeight {
  const above = SHEET_HEIGHTS.filter((stop) => stops[stop] > height);
  const below = SHEET_HEIGHTS.filter((stop) => stops[stop] <= height);
  if (speed > FLICK) return above[0] ?? "high";
  if (speed < -FLICK) return below.at(-1) ?? "low";
  const away = (stop: SheetHeight) => Math.abs(stops[stop] - height);
  return SHEET_HEIGHTS.reduce((best, stop) => (away(stop) < away(best) ? stop : best));
}

/** The stop next to one; the last again where there is no other. */
export function nextStop(stop: SheetHeight, direction: 1 | -1): SheetHeight {
  const at = SHEET_HEIGHTS.indexOf(stop) + direction;
  return SHEET_HEIGHTS[Math.min(Math.max(at, 0), SHEET_HEIGHTS.length - 1)] ?? stop;
}
