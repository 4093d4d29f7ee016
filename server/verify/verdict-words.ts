// A verdict in sentences: for the page, and for the command.
import { describeProblem } from "#model/problem.ts";
import type { Language } from "#model/words/language.ts";
import { withdrawnDay } from "#web/i18n/withdrawn-day.ts";
import type { Change, Signed, Verdict } from "./verdict.ts";
import { type VerifyTexts, verifyTexts } from "./verify-texts.ts";

/** Of more changes the difference on the map tells. */
const MAX_CHANGES = 40;

export type Words = {
  readonly title: string;
  readonly sentences: readonly string[];
  /** What has changed since, a line each. */
  readonly changes: readonly string[];
};

export function wordsOfVerdict(verdict: Verdict, language: Language): Words {
  const texts = verifyTexts(language);
  const { absence, changes, checks, newest, problems, proof } = verdict;
  const data = proof ? `${proof.dataset.id} ${proof.dataset.version}` : "";
  const sentences: string[] = [];
  if (checks.isDamaged) sentences.push(texts.damaged);
  if (!proof) sentences.push(texts.noProof);
  else if (absence?.kind === "dataset") sentences.push(texts.noDataset(proof.dataset.id));
  else if (absence?.kind === "version") sentences.push(texts.noVersion(data));
  else if (absence?.kind === "withdrawn")
    sentences.push(texts.withdrawn(data, withdrawnDay(absence.on, language), absence.reason));
  else if (problems.length > 0)
    sentences.push(texts.unasked(problems.map(describeProblem).join("; ")));
  else sentences.push(...comparisons(verdict, data, texts));
  if (verdict.signed) sentences.push(signedWords(verdict.signed, texts));
  if (newest !== undefined) {
    sentences.push(texts.newest(newest));
    if (checks.records === "same")
      sentences.push(changes ? texts.changed(changes.length) : texts.changesUnknown);
  }
  const lines = (changes ?? []).slice(0, MAX_CHANGES).map((one) => lineOf(one, language));
  const left = (changes?.length ?? 0) - lines.length;
  return {
    title: texts.verdicts[verdict.verdict],
    sentences,
    changes: left > 0 ? [...lines, texts.more(left)] : lines,
  };
}

function signedWords({ by, holds, isOwn, kind }: Signed, texts: VerifyTexts): string {
  if (!holds) return texts.signatureFails;
  if (isOwn) return texts.signedHere;
  return kind === "c2pa" ? texts.signedBy(by) : texts.signedByKey(by);
}

/** What was found where the file could be held against its data. */
function comparisons(
  { checks, format, proof, release, verdict }: Verdict,
  data: string,
  texts: VerifyTexts,
): string[] {
  if (verdict === "other-data") return [texts.otherData(data)];
  const { figure, version } = proof?.release ?? release;
  const bytes = {
    same: texts.sameBytes,
    "not-compared": format === "svg" || format === "png" ? texts.ofKit : texts.film,
    other:
      verdict === "other-release"
        ? texts.otherRelease(`${version} (${figure})`, `${release.version} (${release.figure})`)
        : verdict === "other-ground"
          ? texts.otherGround
          : texts.otherBytes(checks.firstDifference ?? 0),
  }[checks.bytes];
  return [
    checks.records === "same" ? texts.records(proof?.records ?? 0, data) : texts.otherRecords(data),
    bytes,
  ];
}

/** `place Old bridge: changed (source_ids)` */
function lineOf({ change, fields, name, table }: Change, language: Language): string {
  const texts = verifyTexts(language);
  const own = fields.map((field) =>
    field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  );
  const which = own.length > 0 ? ` (${own.join(", ")})` : "";
  return `${texts.tables[table]} ${name}: ${texts.changes[change]}${which}`;
}
