// The figure of a kit: the pictures that the service answers at their own addresses, at three widths.
import { LARGEST_SIDE } from "#web/view/address/picture-size.ts";
import { alternativeText } from "#web/view/figure/words/figure-caption.ts";
import { daysOfPicture } from "#web/view/figure-of-address.ts";
import type { AskedPicture } from "../asked-picture.ts";
import { makePicture } from "../make-picture.ts";
import { sizeOfWidth, usualHeight, withRoom } from "./fitting-size.ts";
import { type DrawnAt, type KitPicture, pngFile, svgFile, WIDTHS } from "./kit-picture.ts";
import { isLarge, themesOf, variantOf } from "./kit-question.ts";

type Made = Awaited<ReturnType<typeof makePicture>>;

export type DrawnFigure = {
  readonly picture: KitPicture;
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The widest, by which the rest of the kit is told. */
  readonly made: Made;
};

export async function drawKitFigure(asked: AskedPicture): Promise<DrawnFigure> {
  const themes = themesOf(asked);
  const name = "figure";
  const maps = daysOfPicture(asked.dataset, asked.question).length;
  const files: Record<string, Uint8Array> = {};
  const sizes: DrawnAt[] = [];
  let widest: Made | undefined;
  for (const width of WIDTHS) {
    const { height, made } = await withRoom(usualHeight(width, maps), async (own) => ({
      height: own,
      made: await drawn(asked, "svg", { ...sizeOfWidth(width, own), theme: themes[0] }),
    }));
    sizes.push({ width, height, map: made.figure.map });
    files[svgFile({ name, themes }, width, themes[0] ?? "light")] = made.bytes;
    for (const theme of themes.slice(1)) {
      const other = await drawn(asked, "svg", { ...sizeOfWidth(width, height), theme });
      files[svgFile({ name, themes }, width, theme)] = other.bytes;
    }
    // Sharp on the screens that most have.
    const scale = isLarge(asked) || height * 2 > LARGEST_SIDE ? 1 : 2;
    const png = await drawn(asked, "png", {
      ...sizeOfWidth(width, height, scale),
      theme: themes[0],
    });
    files[pngFile({ name, themes }, width)] = png.bytes;
    widest = made;
  }
  if (!widest) throw new Error("a kit has pictures");
  const picture = { name, themes, sizes, hasPng: true, alt: alternativeText(widest.input) };
  return { picture, files, made: widest };
}

const drawn = (
  asked: AskedPicture,
  format: "svg" | "png",
  parameters: Readonly<Record<string, string | undefined>>,
) => makePicture(format, variantOf(asked, parameters));
