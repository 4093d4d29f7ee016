import type { AskedSize } from "#web/view/address/picture-size.ts";
import type { PictureTexts } from "./picture-texts.ts";

/** Why a picture is not drawn that is too small for what it must say; `needed`: the smallest that is not, where there is one. */
export const sizeWords = (needed: AskedSize | undefined, texts: PictureTexts): string =>
  needed === undefined ? texts.noSize : texts.tooSmall(nameOf(needed, texts));

/** `1200 × 630 pixels`, `A4, landscape` */
function nameOf(size: AskedSize, texts: PictureTexts): string {
  if ("width" in size) return `${size.width} × ${size.height} pixels`;
  const { orientation, paper } = size;
  const turned = orientation && texts.orientation[orientation].toLowerCase();
  return [texts.sizes[paper], turned].filter(Boolean).join(", ");
}
