import { labelWhen } from "#model/time/date-label.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, SaidParagraph, Term } from "#web/controls/said.tsx";
import { PeoplePart } from "#web/panels/record/people-part.tsx";
import {
  Heading,
  Part,
  PlaceLink,
  RecordAddress,
  Sources,
} from "#web/panels/record/record-parts.tsx";

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
      <Sources ids={movement.sourceIds} />
      <RecordAddress selection={{ kind: "movement", id }} collection="movements" />
    </article>
  );
}
