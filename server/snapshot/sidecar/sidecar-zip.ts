// The picture with everything that a desk needs beside it: caption, alternative text, credits, sources, and the data of
// exactly what is shown. The same question gives the same bytes.

import type { Figure } from "#web/view/figure/figure.ts";
import type { FigureInput } from "#web/view/figure/figure-input.ts";
import { lackingOn } from "#web/view/figure/unmet-edits.ts";
import { lookedAt } from "#web/view/proof/drawn-records.ts";
import { PROOF_FILE } from "#web/view/proof/proof-file.ts";
import type { Proof } from "#web/view/proof/proof-record.ts";
import type { AskedPicture } from "../asked-picture.ts";
import { dataBeside } from "./data-beside.ts";
import { datedZip } from "./dated-zip.ts";
import { filesOfWords, wordsBeside } from "./words-beside.ts";

type Picture = {
  readonly png: Uint8Array;
  readonly svg: string;
  readonly proof: Proof;
  readonly figure: Figure;
  readonly input: FigureInput;
};

export function sidecarZip(asked: AskedPicture, picture: Picture): Uint8Array {
  const { address, dataset, language } = asked;
  const { figure, input, png, proof, svg } = picture;
  const { missing, sources, view } = figure;
  const { version } = dataset.meta;
  const state = {
    page: input.permalink,
    picture: `${address.pathname}.zip${address.search}`,
    version: { label: version.label, hash: version.contentHash },
    ...(proof.ground && { ground: proof.ground }),
    language,
    dates: input.moments.map(({ date }) => date),
    frame: lookedAt(view).frame,
    leftOff: lackingOn(figure),
    // On the picture there may be room for some of them; sources.csv has all, by the same numbers.
    sources: { onPicture: sources.listed.length, ofWhatIsShown: sources.all.length },
    // Characters that no typeface here has; [?] stands for them.
    missingGlyphs: missing,
  };
  return datedZip(dataset, {
    "picture.png": png,
    "picture.svg": svg,
    ...filesOfWords(wordsBeside(asked)),
    [PROOF_FILE]: `${JSON.stringify(proof, null, 2)}\n`,
    ...dataBeside({ figure, input }),
    "state.json": `${JSON.stringify(state, null, 2)}\n`,
  });
}
