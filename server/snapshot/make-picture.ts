// One figure as a file of each format: the same address, data and program make the same bytes. Each carries its proof.

import type { Day } from "#model/time/day.ts";
import { drawOnGround } from "#web/view/draw-on-ground.ts";
import type { Figure } from "#web/view/figure/figure.ts";
import type { FigureInput, Moment } from "#web/view/figure/figure-input.ts";
import { figureInputOf } from "#web/view/figure-of-address.ts";
import { normalisedAddress } from "#web/view/proof/normalised-address.ts";
import { proofOf } from "#web/view/proof/proof-of-figure.ts";
import type { Proof } from "#web/view/proof/proof-record.ts";
import { withProof } from "#web/view/proof/proof-xml.ts";
import type { AskedPicture } from "./asked-picture.ts";
import { fontFaceCss } from "./fonts/own-fonts.ts";
import { scriptFontCss } from "./fonts/script-fonts.ts";
import { groundTilesOf } from "./ground-shapes.ts";
import type { SingleFormat } from "./picture-task.ts";
import { renderSvg } from "./render-svg.ts";
import { sidecarZip } from "./sidecar/sidecar-zip.ts";
import { dateOfVersion } from "./version-date.ts";

type Made = Pick<Drawn, "figure" | "input" | "proof"> & { readonly bytes: Uint8Array };

/** One of several pictures whose maps lie in the same place, as those of a film do. */
export type Steady = {
  readonly day: Day;
  readonly moment: Moment;
  readonly over: readonly Moment[];
};

/** What a picture is drawn from, and what it has to say of itself. */
export async function proveFigure(said: AskedPicture, steady?: Steady) {
  const { crowd, dataset, language, question } = said;
  const address = normalisedAddress(said.address, language, dataset.meta.version.label);
  const asked = { ...said, address };
  const ground = groundTilesOf(dataset.meta, said.ground);
  const own = { ...figureInputOf(dataset, question, language, address, crowd), ground };
  const input = steady ? { ...own, moments: [steady.moment], steadyOver: steady.over } : own;
  const figure = await drawOnGround(input);
  return { asked, input, figure, proof: proofOf(input, figure, address, steady && [steady.day]) };
}

/** Draws the figure and writes it in a format; throws `FigureTooSmall`, and what drawing throws. */
export async function makePicture(format: SingleFormat, said: AskedPicture): Promise<Made> {
  const { asked, figure, input, proof } = await proveFigure(said);
  const bytes = await write(format, { asked, figure, input, proof });
  return { bytes, figure, input, proof };
}

/** The SVG of one of several pictures. Its proof has its day, as that of a film: it is not drawn again by itself. */
export async function makeSteadySvg(said: AskedPicture, steady: Steady) {
  const { figure, input, proof } = await proveFigure(said, steady);
  return { svg: withProof(await withFonts(figure), proof), figure, input };
}

type Drawn = Pick<Awaited<ReturnType<typeof proveFigure>>, "asked" | "figure" | "input" | "proof">;

async function write(format: SingleFormat, drawn: Drawn): Promise<Uint8Array> {
  const { asked, figure, input, proof } = drawn;
  const { foreign, svg } = figure;
  switch (format) {
    case "svg":
      return asked.question.isOutlined
        ? renderSvg({ kind: "outlines", svg, foreign, proof })
        : new TextEncoder().encode(withProof(await withFonts(figure), proof));
    case "png":
      return pngOf(drawn);
    case "pdf":
      return renderSvg({
        kind: "pdf",
        svg,
        foreign,
        proof,
        points: asked.question.size.points,
        createdAt: dateOfVersion(asked.dataset).toISOString(),
      });
    case "zip":
      return sidecarZip(asked, {
        png: await pngOf(drawn),
        svg: withProof(await withFonts(figure), proof),
        proof,
        figure,
        input,
      });
  }
}

async function pngOf({
  asked,
  input,
  proof,
}: {
  asked: AskedPicture;
  input: FigureInput;
  proof: Proof;
}) {
  // In pixels, whatever its millimetres.
  const { foreign, svg } = await drawOnGround({ ...input, millimetres: undefined });
  return renderSvg({ kind: "png", svg, foreign, proof, dpi: asked.question.size.dpi });
}

/** Typefaces go into the file, right after its opening tag. */
async function withFonts({ foreign, svg }: Figure): Promise<string> {
  const css = fontFaceCss() + (await scriptFontCss(foreign));
  return svg.replace(/^<svg[^>]*>/, (open) => `${open}<style>${css}</style>`);
}
