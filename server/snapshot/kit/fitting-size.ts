// How high a picture of a kit is: as high as it looks best, or higher where it needs the room.
import { LARGEST_SIDE } from "#web/view/address/picture-size.ts";
import { FigureTooSmall } from "#web/view/figure/figure.ts";
import type { Width } from "./kit-picture.ts";

/** The height of one map, and of several what each adds to the rest. */
const HEIGHTS: Readonly<Record<Width, { one: number; rest: number; each: number }>> = {
  390: { one: 960, rest: 560, each: 420 },
  700: { one: 800, rest: 380, each: 220 },
  1200: { one: 800, rest: 620, each: 90 },
};
const GROWTH = [1, 1.3, 1.7, 2.2] as const;

export const usualHeight = (width: Width, maps: number): number => {
  const { each, one, rest } = HEIGHTS[width];
  return maps === 1 ? one : Math.min(LARGEST_SIDE, rest + each * maps);
};

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
  throw new FigureTooSmall({
    name: "dates",
    got: `maps that have no room on ${got} pixels`,
    allowed: "fewer dates, or a shorter title",
  });
}

/** The parameters of a width; on a telephone type is set for it. */
export const sizeOfWidth = (width: Width, height: number, scale = 1) => ({
  use: width === 390 ? "phone" : undefined,
  width: `${width}`,
  height: `${height}`,
  scale: `${scale}`,
});
