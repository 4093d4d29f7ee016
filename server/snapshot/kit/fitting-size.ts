// How high a picture of a kit is: as high as it looks best, or higher where it needs the room.
import { LARGEST_SIDE } from "#web/view/address/picture-size.ts";
import { FigureTooSmall } from "#web/view/figure/figure.ts";
import type { Width } from "./kit-picture.ts";

/** The height of one map, of two, and of more that of what stands around them and what each adds. */
const HEIGHTS: Readonly<Record<Width, Readonly<Record<"one" | "two" | "rest" | "each", number>>>> =
  {
    390: { one: 960, two: 1400, rest: 560, each: 420 },
    700: { one: 800, two: 820, rest: 380, each: 220 },
    1200: { one: 800, two: 800, rest: 700, each: 130 },
  };
/** Higher pages would have type for a telephone. */
const HIGHEST_OF_WIDE = 1000;
const GROWTH = [1, 1.3, 1.7, 2.2] as const;

export function usualHeight(width: Width, maps: number): number {
  const { each, one, rest, two } = HEIGHTS[width];
  return maps === 1 ? one : maps === 2 ? two : Math.min(LARGEST_SIDE, rest + each * maps);
}

/** Draws it in the first height in which all that it must say has room. */
export async function withRoom<Drawn>(
  usual: number,
  draw: (height: number) => Promise<Drawn>,
): Promise<Drawn> {
  let got = "";
  for (const by of GROWTH) {
    const height = Math.min(LARGEST_SIDE, Math.round((usual * by) / 10) * 10);
    try {
      return await draw(height);
    } catch (error) {
      if (!(error instanceof FigureTooSmall)) throw error;
      ({ got } = error.problem);
    }
  }
  const problem = {
    name: "dates",
    got: `maps that have no room on ${got} pixels`,
    allowed: "fewer dates, or a shorter title",
  };
  throw new FigureTooSmall({ problem });
}

/** The parameters of a width, and of what its type is set for. */
export const sizeOfWidth = (width: Width, height: number, scale = 1) => ({
  use: width === 390 ? "phone" : width === 1200 && height > HIGHEST_OF_WIDE ? "web" : undefined,
  width: `${width}`,
  height: `${height}`,
  scale: `${scale}`,
});
