// The picture with everything that a desk needs beside it: caption, alternative text, credits, sources, and the data of
// exactly what is shown. The same question gives the same bytes.
import { strToU8, type Zippable, zipSync } from "fflate";
import { tableCsv } from "#formats/csv.ts";
import { sourcesCsv } from "#formats/sources-csv.ts";
import { licenceInWords } from "#model/dataset/licence-words.ts";
import { arePoints, positionsOfPoints } from "#model/space/points.ts";
import { choosableLanguages, textIn } from "#model/words/language.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import type { Figure } from "#web/view/figure/figure.ts";
import type { FigureInput } from "#web/view/figure/figure-input.ts";
import type { ShownFeature } from "#web/view/figure/shown-features.ts";
import {
  alternativeText,
  captionText,
  longDescription,
} from "#web/view/figure/words/figure-caption.ts";
import { figureInputOf } from "#web/view/figure-of-address.ts";
import { lookedAt, shownBy } from "#web/view/proof/drawn-records.ts";
import { PROOF_FILE } from "#web/view/proof/proof-file.ts";
import type { Proof } from "#web/view/proof/proof-record.ts";
import { shownGroundCredit } from "#web/view/words/ground-credit.ts";
import type { AskedPicture } from "./asked-picture.ts";
import { asLocalTime, dateOfVersion } from "./version-date.ts";

type Picture = {
  readonly png: Uint8Array;
  readonly svg: string;
  readonly proof: Proof;
  readonly figure: Figure;
  readonly input: FigureInput;
};

export function sidecarZip(
  { address, crowd, dataset, language, question }: AskedPicture,
  { figure: { leftOff, missing, sources, view }, input, png, proof, svg }: Picture,
): Uint8Array {
  const { meta } = dataset;
  const inputs = choosableLanguages(meta.languages).map((one) => {
    // Title and caption that somebody wrote are in the language of the picture.
    const own = one === language ? question : { ...question, title: undefined, caption: undefined };
    return { one, input: figureInputOf(dataset, own, one, address, crowd) };
  });
  const looked = lookedAt(view);
  const { frame } = looked;
  const { features: shown } = shownBy(input, looked);
  // By their numbers on the picture, and after them those of what is drawn besides.
  const numbers = new Map(sources.all.map(({ id, number }) => [id, number]));
  const used = new Set([
    ...numbers.keys(),
    ...shown.features.flatMap(({ properties }) => `${properties.sources}`.split(" ")),
  ]);
  const sourceOf = new Map(dataset.sources.map((source) => [source.id, source]));
  const files: Record<string, Uint8Array> = { "picture.png": png, "picture.svg": strToU8(svg) };
  for (const { one, input: own } of inputs) {
    const caption = one === language ? (question.caption ?? captionText(own)) : captionText(own);
    files[`caption.${one}.txt`] = strToU8(`${caption}\n`);
    files[`alt-text.${one}.txt`] = strToU8(`${alternativeText(own)}\n`);
    files[`description.${one}.txt`] = strToU8(`${longDescription(own)}\n`);
    files[`credit.${one}.txt`] = strToU8(
      `${textIn(meta.attribution, one)}\n${groundLine(own)}${meta.licences.map((licence) => `${licenceInWords(licence)} ${licence.path}`.trim()).join("\n")}\n`,
    );
  }
  files[PROOF_FILE] = strToU8(`${JSON.stringify(proof, null, 2)}\n`);
  files["shown.geojson"] = strToU8(
    JSON.stringify({
      ...shown,
      title: input.title,
      attribution: textIn(meta.attribution, language),
      licences: meta.licences,
      version: meta.version.label,
    }),
  );
  files["shown.csv"] = strToU8(tableCsv(shown.features.map(rowOf)));
  files["sources.csv"] = strToU8(
    sourcesCsv(
      [...used].flatMap((id) => {
        const source = sourceOf.get(id);
        return source ? { source, number: numbers.get(id) ?? null } : [];
      }),
      meta.carriers,
    ),
  );
  files["state.json"] = strToU8(
    `${JSON.stringify(
      {
        page: input.permalink,
        picture: `${address.pathname}.zip${address.search}`,
        version: { label: meta.version.label, hash: meta.version.contentHash },
        ...(proof.ground && { ground: proof.ground }),
        language,
        dates: input.moments.map(({ date }) => date),
        frame,
        leftOff,
        // On the picture there may be room for some of them; sources.csv has all, by the same numbers.
        sources: { onPicture: sources.listed.length, ofWhatIsShown: sources.all.length },
        // Characters that no typeface here has; [?] stands for them.
        missingGlyphs: missing,
      },
      null,
      2,
    )}\n`,
  );
  const mtime = asLocalTime(dateOfVersion(dataset));
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [
      name,
      [bytes, { mtime, level: name.endsWith(".png") ? 0 : 6 }],
    ]),
  );
  return zipSync(entries);
}

function groundLine({ box, dataset, language }: FigureInput): string {
  const { meta } = dataset;
  const credit = shownGroundCredit(meta, box, messagesOf(language, meta), language);
  return credit === undefined ? "" : `${credit}\n`;
}

function rowOf({ geometry, id, properties }: ShownFeature) {
  const positions = arePoints(geometry) ? positionsOfPoints(geometry) : [];
  const [lon, lat] = [0, 1].map((axis) => written(positions.map((one) => one[axis] ?? 0)));
  return { id: `${id}`, ...properties, lon: lon ?? null, lat: lat ?? null };
}

/** One number or, of several points, each with semicolons between them, as files have them. */
const written = (numbers: readonly number[]) =>
  numbers.length > 1 ? numbers.join(";") : numbers[0];
