// Holds a file against the data that it names: the records first, then the drawing, byte for byte.
import { createHash } from "node:crypto";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { DatasetVersion } from "#model/dataset/version.ts";
import { ownColumns } from "#model/question/own-column.ts";
import { parseDay } from "#model/time/day.ts";
import { type PictureQuestion, readPictureAddress } from "#web/view/address/picture-address.ts";
import { digestOf } from "#web/view/proof/digest.ts";
import type { DrawnRecord } from "#web/view/proof/drawn-records.ts";
import type { Proof } from "#web/view/proof/proof-record.ts";
import { RELEASE } from "#web/view/proof/release.ts";
import { readProof } from "../proofs/read-proof.ts";
import { namedVersion, withdrawnVersion } from "../served/asked-version.ts";
import type { ServedDataset } from "../served/served-dataset.ts";
import { servedVersion } from "../served/served-dataset.ts";
import type { ServedDatasets } from "../served/served-datasets.ts";
import { servedDataset, servedDatasetText } from "../served/whole-dataset.ts";
import { costOf } from "../snapshot/picture-cost.ts";
import { type DrawPicture, PICTURE_FORMATS } from "../snapshot/picture-task.ts";
import { crowdOfPicture } from "../snapshot/pictured-crowd.ts";
import { unmetBy } from "../snapshot/unmet.ts";
import { changedRecords } from "./changed-records.ts";
import { linksOf } from "./links.ts";
import { readSignatures } from "./signatures.ts";
import type { Absence, Checking, Verdict } from "./verdict.ts";

const SAME = "same";
const UNCOMPARED = {
  records: "not-compared",
  bytes: "not-compared",
  firstDifference: null,
} as const;

/** What can be said of the file; `signature`: the text of one that came with it. Throws what drawing throws. */
export async function checkFile(
  file: Buffer,
  checking: Checking,
  signature?: string,
): Promise<Verdict> {
  const { format, isDamaged, proof } = await readProof(file);
  const { plain, signed } = await readSignatures(file, format, signature, checking);
  const { shown: _, ...said } = proof ?? { shown: null };
  const blank: Verdict = {
    verdict: isDamaged && format ? "altered" : "no-proof",
    format,
    sha256: createHash("sha256").update(file).digest("hex"),
    bytes: file.length,
    proof: proof && (said as Omit<Proof, "shown">),
    release: RELEASE,
    checks: { ...UNCOMPARED, isDamaged },
    signed,
    problems: [],
    absence: undefined,
    newest: undefined,
    changes: null,
    links: {},
  };
  if (!format || !proof) return blank;
  const found = await findData(proof, checking.datasets);
  if ("absence" in found)
    return {
      ...blank,
      verdict: isDamaged || signed?.holds === false ? "altered" : "not-here",
      absence: found.absence,
    };
  const asked = await askAgain(proof, found.served);
  if ("problems" in asked)
    // The same version was asked this very question: it had an answer.
    return { ...blank, verdict: "altered", problems: asked.problems };
  const records = await recordsOf(proof, asked, checking.draw);
  const drawnAs = proof.kit ? "kit" : proof.days ? undefined : format;
  const drawn = await compareBytes(plain, drawnAs, asked, checking.draw);
  const isSameData = digestOf(records) === proof.digest;
  const isRewritten = found.version.contentHash !== proof.dataset.contentHash;
  const isOnOtherGround = asked.dataset.meta.ground?.hash !== proof.ground?.hash;
  const { label: newest } = await servedVersion(found.newest);
  const isOutdated = newest !== proof.dataset.version;
  // Of data that are not those of the file nothing is told that would be taken for the file's.
  let changes: Verdict["changes"] = isSameData || !isOutdated ? [] : null;
  if (isSameData && isOutdated)
    changes = await changesSince(proof, records, found.newest, checking.draw);
  const checks = { ...drawn, records: isSameData ? SAME : "other", isDamaged } as const;
  const verdict: Verdict = {
    ...blank,
    verdict:
      signed?.holds === false
        ? "altered"
        : verdictOf(checks, proof, { isOnOtherGround, isOutdated, isRewritten }),
    checks,
    newest: isOutdated ? newest : undefined,
    changes,
  };
  return { ...verdict, links: linksOf(proof, checking, { isOutdated, isSameData }) };
}

function verdictOf(
  { bytes, isDamaged, records }: Verdict["checks"],
  { release }: Proof,
  {
    isOnOtherGround,
    isOutdated,
    isRewritten,
  }: Readonly<Record<"isOnOtherGround" | "isOutdated" | "isRewritten", boolean>>,
): Verdict["verdict"] {
  const isOurs = release.version === RELEASE.version && release.figure === RELEASE.figure;
  if (isDamaged) return "altered";
  if (records === "other") return isRewritten ? "other-data" : "altered";
  if (bytes === "not-compared") return "records-agree";
  if (bytes === "other" && !isOurs) return "other-release";
  if (bytes === "other") return isOnOtherGround ? "other-ground" : "altered";
  return isOutdated ? "outdated" : "intact";
}

type Found = {
  readonly served: ServedDataset;
  readonly newest: ServedDataset;
  readonly version: DatasetVersion;
};

async function findData(
  { dataset: { id, version: label } }: Proof,
  datasets: ServedDatasets,
): Promise<Found | { readonly absence: Absence }> {
  const newest = await datasets.find(id);
  if (!newest) return { absence: { kind: "dataset" } };
  const name = { by: "v", text: label } as const;
  const version = await namedVersion(newest, name);
  if (version?.label === label)
    return { newest, version, served: datasets.inVersion(newest, version) };
  const gone = await withdrawnVersion(newest, name);
  return gone
    ? { absence: { kind: "withdrawn", on: gone.withdrawnAt, reason: gone.reason } }
    : { absence: { kind: "version" } };
}

type Asked = {
  readonly served: ServedDataset;
  readonly dataset: Dataset;
  readonly question: PictureQuestion;
  readonly address: URL;
  readonly language: string;
};

/** The question of the file, asked of a version of the data. */
async function askAgain(
  { language, query, root }: Proof,
  served: ServedDataset,
): Promise<Asked | Pick<Verdict, "problems">> {
  const dataset = await servedDataset(served);
  const address = new URL("snapshot", root);
  address.search = query;
  address.searchParams.set("v", dataset.meta.version.label);
  const read = readPictureAddress(address, ownColumns(dataset.meta.attributes));
  if (!read.ok) return { problems: read.problems };
  const problems = unmetBy(dataset, read.value);
  if (problems.length > 0) return { problems };
  return { served, dataset, question: read.value, address, language };
}

async function recordsOf(
  { days, frame, zoom }: Proof,
  { address, dataset, language, question, served }: Asked,
  draw: DrawPicture,
): Promise<readonly DrawnRecord[]> {
  const ofFilm = days?.flatMap((text) => parseDay(text) ?? []);
  const answer = await draw(
    {
      kind: "records",
      dataset: await servedDatasetText(served),
      crowd: await crowdOfPicture(served, dataset, question, ofFilm),
      address: address.href,
      language,
      looked: { frame, zoom },
      days: ofFilm,
    },
    costOf("svg", question, dataset),
  );
  if ("problem" in answer) throw new Error("records have no size that is too small");
  return JSON.parse(Buffer.from(answer.bytes).toString("utf8"));
}

/** A film is drawn in browsers, of which each writes other bytes, and one picture of a kit beside others: of both the records alone are compared. */
async function compareBytes(
  bytes: Buffer,
  format: Verdict["format"] | "kit",
  { address, dataset, language, question, served }: Asked,
  draw: DrawPicture,
): Promise<Pick<Verdict["checks"], "bytes" | "firstDifference">> {
  const own = PICTURE_FORMATS.find((one) => one === format);
  if (!own) return { bytes: "not-compared", firstDifference: null };
  const drawing = await draw(
    {
      kind: "figure",
      format: own,
      dataset: await servedDatasetText(served),
      crowd: await crowdOfPicture(served, dataset, question),
      address: address.href,
      language,
    },
    costOf(own, question, dataset),
  );
  const drawn = "problem" in drawing ? new Uint8Array() : drawing.bytes;
  if (bytes.equals(drawn)) return { bytes: SAME, firstDifference: null };
  const at = bytes.findIndex((byte, index) => byte !== drawn[index]);
  return { bytes: "other", firstDifference: at < 0 ? bytes.length : at };
}

/** What the same question draws otherwise of the newest data; null where it cannot be asked of them. */
async function changesSince(
  proof: Proof,
  before: readonly DrawnRecord[],
  newest: ServedDataset,
  draw: DrawPicture,
): Promise<Verdict["changes"]> {
  const asked = await askAgain(proof, newest);
  if ("problems" in asked) return null;
  return changedRecords(before, await recordsOf(proof, asked, draw), proof.language);
}
