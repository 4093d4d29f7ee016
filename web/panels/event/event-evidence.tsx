import { hasSources } from "#model/dataset/dataset.ts";
import { CONFIRMING_ACCOUNTS } from "#model/evidence/certainty.ts";
import { evidenceIn } from "#model/evidence/dataset-evidence.ts";
import { evidenceOfFigures } from "#model/evidence/field-evidence.ts";
import { POSITION_FIELD } from "#model/record/citation.ts";
import type { Event } from "#model/record/event.ts";
import { labelWhen } from "#model/time/date-label.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { SaidSomehow } from "#web/controls/said.tsx";
import { formatNumber } from "#web/i18n/format.ts";
import { EvidenceList } from "#web/panels/evidence/evidence-list.tsx";
import { Part } from "#web/panels/record/record-parts.tsx";

/** How well the event is attested, and why it is taken for confirmed where its sources do not show it. */
export function CertaintyOfEvent({ event }: { readonly event: Event }) {
  const { dataset } = useApp();
  const { texts } = useTexts();
  const { certainty, certaintyReason, sourceIds } = event;
  const isManifold = evidenceIn(dataset).accountsOf(sourceIds).length >= CONFIRMING_ACCOUNTS;
  return (
    <p class={`certainty certainty-${certainty}`}>
      {certainty === "confirmed" && certaintyReason !== null && !isManifold ? (
        <>
          {texts.confirmedForReason} <SaidSomehow of={certaintyReason} />
        </>
      ) : certainty === "reported" && isManifold ? (
        texts.reportedBySeveral
      ) : (
        texts.certainty[certainty]
      )}
    </p>
  );
}

/** What the date, the number of people and the position of an event rest on, as far as they are told. */
export function EventEvidence({ event }: { readonly event: Event }) {
  const { dataset, known } = useApp();
  const { language, texts, timeZone } = useTexts();
  if (!hasSources(dataset) || event.sourceIds.length === 0) return null;
  const { evidenceOf } = evidenceIn(known.value);
  const of = (...fields: string[]) => evidenceOf("event", event, ...fields);
  const isPlaced = event.point !== null && event.placeId === null;
  return (
    <Part title={texts.evidence}>
      <EvidenceList
        fields={[
          {
            name: texts.evidenceDate,
            said: labelWhen(event, language, timeZone),
            value: "date",
            of: of("edtf", "start_earliest", "start_latest", "end_earliest", "end_latest"),
          },
          ...evidenceOfFigures(evidenceOf, "event", event, [
            { field: "people_low", number: event.peopleLow },
            { field: "people_high", number: event.peopleHigh },
          ]).map(({ number, of }) => ({
            name: texts.evidencePeople,
            said: number === null ? "" : formatNumber(number, language),
            value: "figure" as const,
            of,
          })),
          ...(isPlaced
            ? [{ name: texts.evidencePosition, value: "position" as const, of: of(POSITION_FIELD) }]
            : []),
        ]}
      />
    </Part>
  );
}
