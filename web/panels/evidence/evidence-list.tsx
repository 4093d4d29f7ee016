import type { ComponentChildren } from "preact";
import type { FieldEvidence } from "#model/evidence/field-evidence.ts";
import type { Citation } from "#model/record/citation.ts";
import { labelDay } from "#model/time/date-label.ts";
import { useTexts } from "#web/controls/app-context.ts";
import { SaidSomehow } from "#web/controls/said.tsx";
import type { EvidencedValue } from "#web/i18n/en/evidence-texts.ts";
import { SourceLink } from "#web/panels/record/record-parts.tsx";

/** A field of a record: what it is called, its value in words, and what it rests on. */
export type EvidencedField = {
  readonly name: string;
  /** Left out where it is told beside it. */
  readonly said?: string;
  readonly value: EvidencedValue;
  /** `convention`: no source gives it. */
  readonly of: FieldEvidence | "convention";
  /** What else tells of it. */
  readonly more?: ComponentChildren;
};

/** What single fields rest on, each in words. */
export function EvidenceList({ fields }: { readonly fields: readonly EvidencedField[] }) {
  const { texts } = useTexts();
  return (
    <dl class="evidence">
      {fields.map(({ more, name, of, said, value }) => (
        <div key={name + (said ?? "")}>
          <dt>
            {said ? texts.labelled(name, "") : name}
            {said && <span class="evidence-said">{said}</span>}
          </dt>
          <dd>
            <RestsOn of={of} value={value} />
            {more}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What one value rests on. */
export function RestsOn({ of, value }: Pick<EvidencedField, "of" | "value">) {
  const { texts } = useTexts();
  if (of === "convention") return <p>{texts.evidenceConvention}</p>;
  switch (of.kind) {
    case "none":
      return <p>{texts.evidenceNone}</p>;
    case "unrecorded":
      return <p>{texts.evidenceUnrecorded(value)}</p>;
    case "only":
      return (
        <p>
          {texts.evidenceOnly} <SourceLink id={of.sourceId} />
        </p>
      );
    case "cited":
      return (
        <ul class="plain">
          {withSameNote(of.citations).map((citations) => (
            <li key={citations[0].id}>
              {citations.map((citation) => (
                <CitedSource key={citation.id} citation={citation} />
              ))}
              {citations[0].note && (
                <p class="quiet">
                  <SaidSomehow of={citations[0].note} />
                </p>
              )}
            </li>
          ))}
        </ul>
      );
  }
}

/** Citations that stand behind each other and have one note, which is then told once. */
function withSameNote(citations: readonly Citation[]): [Citation, ...Citation[]][] {
  const groups: [Citation, ...Citation[]][] = [];
  for (const citation of citations) {
    const last = groups.at(-1);
    const isSame = last && JSON.stringify(last[0].note) === JSON.stringify(citation.note);
    if (last && isSame) last.push(citation);
    else groups.push([citation]);
  }
  return groups;
}

function CitedSource({ citation }: { readonly citation: Citation }) {
  const { language, texts } = useTexts();
  const { checkedOn, locator, sourceId, verdict } = citation;
  const said = [
    locator && texts.evidenceLocator(locator),
    verdict && texts.verdict[verdict],
    checkedOn === null ? texts.evidenceNotRead : texts.evidenceRead(labelDay(checkedOn, language)),
  ].filter(Boolean);
  return (
    <p class={verdict === "contradicts" ? "evidence-against" : undefined}>
      <SourceLink id={sourceId} />
      {said.map((text) => (
        <span key={text}> · {text}</span>
      ))}
    </p>
  );
}
