// All that is drawn, in the thread that calls it: the service has threads of its own for it.

import { LRUCache } from "lru-cache";
import type { Dataset } from "#model/dataset/dataset.ts";
import { ownColumns } from "#model/question/own-column.ts";
import { readPictureAddress } from "#web/view/address/picture-address.ts";
import { readCrowd } from "#web/view/crowd/read-crowd.ts";
import { FigureTooSmall } from "#web/view/figure/figure.ts";
import { lackingOn } from "#web/view/figure/unmet-edits.ts";
import { figureInputOf, momentsOn } from "#web/view/figure-of-address.ts";
import { type DrawnRecord, shownBy } from "#web/view/proof/drawn-records.ts";
import { readCredentials, withCredentials } from "../credentials/content-credentials.ts";
import { readProof } from "../proofs/read-proof.ts";
import type { DatasetText } from "../served/whole-dataset.ts";
import type { AskedPicture } from "./asked-picture.ts";
import { zippedFonts } from "./fonts/zipped-fonts.ts";
import { makeKit } from "./kit/make-kit.ts";
import { makePicture } from "./make-picture.ts";
import type { Drawing, PictureTask } from "./picture-task.ts";
import { renderSvg } from "./render-svg.ts";

/** A version and the one before it, while its last pictures are drawn. */
const datasets = new LRUCache<string, Dataset>({ max: 2 });

function readDataset({ bytes, state }: DatasetText): Dataset {
  const known = datasets.get(state);
  if (known) return known;
  const dataset: Dataset = JSON.parse(Buffer.from(bytes).toString("utf8"));
  datasets.set(state, dataset);
  return dataset;
}

export async function renderPicture(task: PictureTask): Promise<Drawing> {
  switch (task.kind) {
    case "fonts":
      return plain(await zippedFonts(task.characters));
    case "figure":
      return drawFigureOf(task);
    case "records":
      return plain(Buffer.from(JSON.stringify(recordsOf(task))));
    case "sign":
      return plain(await signed(task));
    case "read-credentials":
      return plain(
        Buffer.from(JSON.stringify(await readCredentials(task.file, task.format, task.own))),
      );
    default:
      return plain(await renderSvg(task));
  }
}

const plain = (bytes: Uint8Array): Drawing => ({ bytes, missing: [], leftOff: [] });

async function signed({ file, format, identity }: Extract<PictureTask, { kind: "sign" }>) {
  const { proof } = await readProof(Buffer.from(file));
  if (!proof) throw new Error("a file that was drawn here has its proof");
  return withCredentials(file, format, proof, identity);
}

type Asking = Extract<PictureTask, { kind: "figure" | "records" }>;

function readAsked({ address, crowd, dataset, language }: Asking): AskedPicture {
  const url = new URL(address);
  const data = readDataset(dataset);
  const read = readPictureAddress(url, ownColumns(data.meta.attributes));
  if (!read.ok) throw new Error("an address that was read is read again");
  const { ground } = dataset;
  return {
    dataset: data,
    crowd: crowd && readCrowd(crowd),
    ground,
    question: read.value,
    language,
    address: url,
  };
}

function recordsOf(task: Extract<PictureTask, { kind: "records" }>): readonly DrawnRecord[] {
  const { address, crowd, dataset, language, question } = readAsked(task);
  const input = figureInputOf(dataset, question, language, address, crowd);
  const moments = task.days && momentsOn(dataset, question, language, task.days, crowd);
  return shownBy(moments ? { ...input, moments } : input, task.looked).records;
}

async function drawFigureOf(task: Extract<PictureTask, { kind: "figure" }>): Promise<Drawing> {
  const { format } = task;
  try {
    const asked = readAsked(task);
    if (format === "kit") return await makeKit(asked);
    const { bytes, figure } = await makePicture(format, asked);
    return { bytes, missing: figure.missing, leftOff: lackingOn(figure) };
  } catch (error) {
    if (error instanceof FigureTooSmall) return { problem: error.problem };
    throw error;
  }
}
