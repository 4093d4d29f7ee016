// How large a picture has to be for what it must say, found by laying the page out again and again.
import type { Problem } from "#model/problem.ts";
import {
  type AskedSize,
  LARGEST_SIDE,
  ORIENTATIONS,
  type Orientation,
  PAPERS,
  type Paper,
  type PictureSize,
  sizeOf,
} from "#web/view/address/picture-size.ts";

type Pixels = Extract<AskedSize, { scale: number }>;

/** So many pixels below the size that is named it may still work. */
const STEP = 10;

export type TooSmall = {
  readonly problem: Problem;
  /** The smallest that works; undefined where none does, or it was not looked for. */
  readonly needed?: AskedSize | undefined;
};

/**
 * The problem of a size that is too small; `fits` lays the page out as it is where that size is asked for, and answers
 * undefined where it has no room.
 */
export function tooSmall(
  asked: AskedSize,
  fits: (size: PictureSize, asked: AskedSize) => unknown,
): TooSmall {
  const works = (one: AskedSize) => {
    const size = sizeOf(one);
    return size.ok && fits(size.value, one) !== undefined;
  };
  const reason = "for date, key, scale, sources, credit and address of what is asked for";
  if ("paper" in asked) {
    const paper = papersBySize().find((one) => works({ ...one, dpi: asked.dpi }));
    const problem = {
      name: "paper",
      got: asked.orientation ? `${asked.paper} ${asked.orientation}` : asked.paper,
      allowed: paper
        ? `at least paper=${paper.paper}${paper.orientation ? `&orientation=${paper.orientation}` : ""}, ${reason}`
        : `fewer dates, or a shorter title: no paper has room ${reason}`,
    };
    return { problem, needed: paper && { ...paper, dpi: asked.dpi } };
  }
  const size = smallestPixels(asked, works);
  const problem = {
    // Of the two, that which has to become larger.
    name: size?.width === asked.width ? "height" : "width",
    got: `${asked.width} × ${asked.height}`,
    allowed: size
      ? `at least width=${size.width}&height=${size.height}, ${reason}`
      : `fewer dates, or a shorter title: no size has room ${reason}`,
  };
  return { problem, needed: size };
}

/** Papers from small to large, those that can be turned both ways. */
function papersBySize(): { paper: Paper; orientation: Orientation | undefined }[] {
  const area = (paper: Paper) => PAPERS[paper][0] * PAPERS[paper][1];
  const canTurn = (paper: Paper) => paper === "a4" || paper === "a3" || paper === "letter";
  return (Object.keys(PAPERS) as Paper[])
    .sort((a, b) => area(a) - area(b))
    .flatMap((paper) =>
      (canTurn(paper) ? ORIENTATIONS : [undefined]).map((orientation) => ({ paper, orientation })),
    );
}

/** As wide as was asked for and higher, or else larger in the same shape; of both the smaller. */
function smallestPixels(asked: Pixels, works: (size: AskedSize) => boolean): Pixels | undefined {
  const higher = least((by) => ({ ...asked, height: upToStep(asked.height * by) }), asked, works);
  const larger = least(
    (by) => ({ ...asked, width: upToStep(asked.width * by), height: upToStep(asked.height * by) }),
    asked,
    works,
  );
  const [first, second] = [higher, larger]
    .filter((one) => one !== undefined)
    .sort((a, b) => a.width * a.height - b.width * b.height);
  return first ?? second;
}

const upToStep = (pixels: number) => Math.ceil(pixels / STEP) * STEP;

/** The smallest that works of those between the size asked for and the largest there is; what is named was tried. */
function least(
  sized: (by: number) => Pixels,
  { height, scale, width }: Pixels,
  works: (size: AskedSize) => boolean,
): Pixels | undefined {
  const largest = LARGEST_SIDE / scale;
  let [low, high] = [1, 1];
  let found: Pixels | undefined;
  while (!found && Math.max(width, height) * high < largest) {
    low = high;
    high *= 1.5;
    if (works(sized(high))) found = sized(high);
  }
  while (found && (high - low) * Math.max(width, height) > STEP) {
    const middle = (low + high) / 2;
    const size = sized(middle);
    if (works(size)) {
      found = size;
      high = middle;
    } else low = middle;
  }
  return found;
}
