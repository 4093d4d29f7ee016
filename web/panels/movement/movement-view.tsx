import { hasSources } from "#model/dataset/dataset.ts";
import { evidenceIn } from "#model/evidence/dataset-evidence.ts";
import { evidenceOfFigures } from "#model/evidence/field-evidence.ts";
import type { Movement } from "#model/record/movement.ts";
import { labelWhen } from "#model/time/date-label.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, SaidParagraph, Term } from "#web/controls/said.tsx";
import { formatNumber } from "#web/i18n/format.ts";
import { EvidenceList } from "#web/panels/evidence/evidence-list.tsx";
import { PeoplePart } from "#web/panels/record/people-part.tsx";
import {
  Heading,
  Part,
  PlaceLink,
  RecordAddress,
  Sources,
} from "#web/panels/record/record-parts.tsx";

/** What the date and the number of people of a movement rest on. */
function MovementEvidence({ movement }: { readonly movement: Movement }) {
  const { dataset } = useApp();
  const { language, texts, timeZone } = useTexts();
  if (!hasSources(dataset)) return null;
  const { evidenceOf } = evidenceIn(dataset);
  return (
    <Part title={texts.evidence}>
      <EvidenceList
        fields={[
          {
            name: texts.evidenceDate,
            said: labelWhen(movement, language, timeZone),
            value: "date",
            of: evidenceOf("movement", movement, "edtf", "start_earliest", "start_latest"),
          },
          ...evidenceOfFigures(evidenceOf, "movement", movement, [
            { field: "people_low", number: movement.peopleLow },
            { field: "people_high", number: movement.peopleHigh },
          ]).map(({ number, of }) => ({
            name: texts.evidencePeople,
            said: number === null ? "" : formatNumber(number, language),
            value: "figure" as const,
            of,
          })),
        ]}
      />
    </Part>
  );
}

/** Everything known of people going from one place to another. */
export function MovementView({ id }: { readonly id: string }) {
  const { dataset } = useApp();
  const { language, texts, timeZone } = useTexts();
  const movement = dataset.movements.find((candidate) => candidate.id === id);
  if (!movement) return null;
  const nameOf = (placeId: string) => (
    <Said of={dataset.places.find((place) => place.id === placeId)?.name} or={placeId} />
  );
  return (
    <article class="record">
      <Heading kind={texts.movementKind}>
        {nameOf(movement.fromId)} → {nameOf(movement.toId)}
      </Heading>
      <p class="record-date">{labelWhen(movement, language, timeZone)}</p>
      <SaidParagraph class="lead" of={movement.note} />
      <p>
        <Term of="agencies" id={movement.agency} />
      </p>
      {movement.confidence === "inferred" && (
        <p class="certainty certainty-disputed">{texts.inferredMovement}</p>
      )}
      <Part title={texts.from}>
        <PlaceLink id={movement.fromId} />
      </Part>
      <Part title={texts.to}>
        <PlaceLink id={movement.toId} />
      </Part>
      <PeoplePart of={movement} />
      <MovementEvidence movement={movement} />
      <Sources ids={movement.sourceIds} />
      <RecordAddress selection={{ kind: "movement", id }} collection="movements" />
    </article>
  );
}
