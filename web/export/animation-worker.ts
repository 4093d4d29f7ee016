// Draws the pictures of an animation and writes its file, away from the page. The pictures are those that the server
// makes of the same addresses: same figure, same renderer, same fonts.

import regular from "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf?url";
import italic from "@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf?url";
import semibold from "@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf?url";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import wasm from "@resvg/resvg-wasm/index_bg.wasm?url";
import { ownColumns } from "#model/question/own-column.ts";
import type { Source } from "#model/record/source.ts";
import { type Day, printDay } from "#model/time/day.ts";
import { fetchTexts } from "#web/i18n/page-catalogues.ts";
import { askedBy } from "#web/view/address/asked-by-url.ts";
import type { Furniture } from "#web/view/address/furniture.ts";
import { readPictureAddress } from "#web/view/address/picture-address.ts";
import { printedAddress } from "#web/view/address/printed-address.ts";
import { drawOnGround } from "#web/view/draw-on-ground.ts";
import type { Figure } from "#web/view/figure/figure.ts";
import type { OwnFonts, ScriptFont } from "#web/view/figure/scripts/run-fonts.ts";
import { withNaturalWidths } from "#web/view/figure/type/text.ts";
import { figureInputOf, momentsOn, titleFor } from "#web/view/figure-of-address.ts";
import { normalisedAddress } from "#web/view/proof/normalised-address.ts";
import { proofOf } from "#web/view/proof/proof-of-figure.ts";
import { questionOf } from "#web/view/question/question.ts";
import type { AnimationReport, AnimationTask } from "./animation-task.ts";
import { type AnimationWriter, createWriter } from "./animation-writer.ts";
import { fetchedGround } from "./ground-tiles.ts";
import { loadScriptFonts } from "./load-script-fonts.ts";

/** Furniture whose height changes from day to day would make the map jump. */
const UNSTEADY: readonly Furniture[] = ["happened"];

const FAMILY = "Source Sans 3";

const report = (message: AnimationReport) => postMessage(message);

/** The typeface of the page and the renderer. */
async function prepare(): Promise<OwnFonts> {
  const read = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());
  const [, one, two, three] = await Promise.all([
    initWasm(fetch(wasm)),
    read(regular),
    read(semibold),
    read(italic),
  ]);
  return { regular: one, semibold: two, italic: three };
}

/** Draws figures as the server does; what it needs for other scripts is loaded when a figure has some. */
function rendererOf(own: OwnFonts, address: URL) {
  let [known, fonts]: [string, readonly ScriptFont[]] = ["", []];
  return async ({ foreign, svg }: Pick<Figure, "foreign" | "svg">) => {
    const needed = [...new Set(known + foreign)].sort().join("");
    if (needed !== known) [known, fonts] = [needed, await loadScriptFonts(address, needed)];
    return new Resvg(withNaturalWidths(foreign === "" ? svg : await inPieces(svg, fonts, own)), {
      font: {
        fontBuffers: Object.values(own),
        defaultFontFamily: FAMILY,
        sansSerifFamily: FAMILY,
      },
    });
  };
}

async function inPieces(svg: string, fonts: readonly ScriptFont[], own: OwnFonts) {
  const { runFonts } = await import("#web/view/figure/scripts/run-fonts.ts");
  const { withScriptRuns } = await import("#web/view/figure/scripts/script-runs.ts");
  return withScriptRuns(
    svg,
    runFonts(fonts, own, ({ family }) => family),
    "shapes",
  );
}

async function make(task: AnimationTask): Promise<void> {
  const { crowd, dataset, days, height, language, width } = task;
  const address = new URL(task.address);
  const read = readPictureAddress(address, ownColumns(dataset.meta.attributes));
  if (!read.ok) throw new Error(read.problems.map(({ name }) => name).join(", "));
  const question = read.value;
  await fetchTexts(language);
  const render = rendererOf(await prepare(), address);
  const moments = momentsOn(dataset, question, language, days, crowd);
  const ground = fetchedGround(dataset.meta, address);
  const input = { ...figureInputOf(dataset, question, language, address, crowd), ground };
  const title = titleFor(dataset, question, language, moments);
  const furniture = new Set([...input.furniture].filter((name) => !UNSTEADY.includes(name)));
  const whole = { ...input, title, furniture, moments };
  let writer: AnimationWriter | undefined;
  const { mode } = questionOf(dataset.meta, askedBy(question.state));
  const addressAt = (day: Day) => {
    const asked = {
      ...question,
      state: { ...question.state, time: undefined, compare: undefined },
    };
    return printedAddress(dataset, asked, language, address, {
      day,
      mode,
    });
  };
  const sourceOf = new Map(dataset.sources.map((source) => [source.id, source]));
  const sources = new Set<Source>();
  let cut = 0;
  let poster: Blob | undefined;
  for (const [index, moment] of moments.entries()) {
    const day = days[index];
    const figure = await drawOnGround({
      ...input,
      title,
      furniture,
      width,
      height,
      millimetres: undefined,
      moments: [moment],
      steadyOver: moments,
      permalink: day === undefined ? input.permalink : addressAt(day),
    });
    const { all, listed } = figure.sources;
    for (const { id } of all) {
      const source = sourceOf.get(id);
      if (source) sources.add(source);
    }
    if (listed.length < all.length) cut += 1;
    writer ??= await createWriter(task, proofOf(whole, figure, filmAddress(address, task), days));
    const resvg = await render(figure);
    const image = resvg.render();
    poster ??= new Blob([image.asPng().slice()], { type: "image/png" });
    await writer.add({
      pixels: image.pixels,
      png: () => image.asPng(),
      name: day === undefined ? `${index}` : printDay(day),
    });
    image.free();
    resvg.free();
    report({ kind: "progress", done: index + 1 });
  }
  if (!poster || !writer) throw new Error("no picture");
  report({ kind: "made", file: await writer.finish([...sources]), poster, cut });
}

/** Of all its pictures together: no day of them is in it. */
function filmAddress(address: URL, { dataset, language }: AnimationTask): URL {
  const film = new URL(address);
  film.searchParams.delete("date");
  return normalisedAddress(film, language, dataset.meta.version.label);
}

addEventListener("message", ({ data }: MessageEvent<AnimationTask>) => {
  make(data).catch((error: unknown) =>
    report({ kind: "failed", reason: error instanceof Error ? error.message : String(error) }),
  );
});
