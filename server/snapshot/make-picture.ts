// One figure as a file of each format: the same address, data and program make the same bytes.

import { licenceInWords } from "#model/dataset/licence-words.ts";
import { textIn } from "#model/words/language.ts";
import type { PictureQuestion } from "#web/view/address/picture-address.ts";
import { drawFigure, type Figure } from "#web/view/figure/figure.ts";
import type { FigureInput } from "#web/view/figure/figure-input.ts";
import { alternativeText } from "#web/view/figure/words/figure-caption.ts";
import { dateLine } from "#web/view/figure/words/figure-words.ts";
import { figureInputOf } from "#web/view/figure-of-address.ts";
import type { AskedPicture } from "./asked-picture.ts";
import { fontFaceCss } from "./fonts/own-fonts.ts";
import { scriptFontCss } from "./fonts/script-fonts.ts";
import type { PictureFormat } from "./picture-task.ts";
import { renderSvg } from "./render-svg.ts";
import { sidecarZip } from "./sidecar.ts";
import { dateOfVersion } from "./version-date.ts";

type Made = { readonly bytes: Uint8Array; readonly figure: Figure };

/** Draws the figure and writes it in a format; throws `FigureTooSmall`, and what drawing throws. */
export async function makePicture(format: PictureFormat, asked: AskedPicture): Promise<Made> {
  const { address, dataset, language, question } = asked;
  const input = figureInputOf(dataset, question, language, address);
  const figure = drawFigure(input);
  const { foreign, svg } = figure;
  const answer = (bytes: Uint8Array) => ({ bytes, figure });
  switch (format) {
    case "svg":
      return answer(
        question.isOutlined
          ? await renderSvg({ kind: "outlines", svg, foreign })
          : new TextEncoder().encode(await withFonts(figure)),
      );
    case "png":
      return answer(await pngOf(input, question));
    case "pdf":
      return answer(
        await renderSvg({
          kind: "pdf",
          svg,
          foreign,
          points: question.size.points,
          title: titleOf(input),
          subject: alternativeText(input),
          language,
          createdAt: dateOfVersion(dataset).toISOString(),
        }),
      );
    case "zip":
      return answer(
        sidecarZip(asked, {
          png: await pngOf(input, question),
          svg: await withFonts(figure),
        }),
      );
  }
}

function pngOf(input: FigureInput, { size }: PictureQuestion) {
  const { meta } = input.dataset;
  // In pixels, whatever its millimetres.
  const { foreign, svg } = drawFigure({ ...input, millimetres: undefined });
  return renderSvg({
    kind: "png",
    svg,
    foreign,
    dpi: size.dpi,
    notes: {
      Title: titleOf(input),
      Description: alternativeText(input),
      Copyright: `${textIn(meta.attribution, input.language)} ${meta.licences.map(licenceInWords).join(", ")}`,
      Source: input.permalink,
    },
  });
}

const titleOf = ({ moments, title }: FigureInput) =>
  title === "" ? dateLine(moments) : `${title}, ${dateLine(moments)}`;

/** Typefaces go into the file, right after its opening tag. */
async function withFonts({ foreign, svg }: Figure): Promise<string> {
  const css = fontFaceCss() + (await scriptFontCss(foreign));
  return svg.replace(/^<svg[^>]*>/, (open) => `${open}<style>${css}</style>`);
}
