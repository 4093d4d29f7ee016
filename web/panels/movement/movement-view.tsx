import { labelDate } from "#model/date-label.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { formatNumber } from "#web/i18n/format.ts";
import { wordFor } from "#web/i18n/messages.ts";
import {
  EnglishText,
  Heading,
  Part,
  PlaceLink,
  RecordAddress,
  Sources,
} from "#web/panels/record/record-parts.tsx";

/** Everything known of people going from one place to another. */
export function MovementView({ id }: { readonly id: string }) {
  const { dataset } = useApp();
  const { language, texts } = useTexts();
  const movement = dataset.movements.find((candidate) => candidate.id === id);
  if (!movement) return null;
  const nameOf = (placeId: string) =>
    dataset.places.find((place) => place.id === placeId)?.name[language] ?? placeId;
  const { startEarliest, endLatest } = movement.span;
  const people = [movement.peopleLow, movement.peopleHigh]
    .filter((number) => number !== null)
    .map((number) => formatNumber(number, language));
  return (
    <article class="record">
      <Heading kind={texts.category.movement}>
        {nameOf(movement.fromId)} → {nameOf(movement.toId)}
      </Heading>
      <p class="record-date">{labelDate(movement.edtf, startEarliest, endLatest, language)}</p>
      <p class="lead">{movement.note[language]}</p>
      <p>{wordFor(texts.agency, movement.agency)}</p>
      {movement.confidence === "inferred" && (
        <p class="certainty certainty-disputed">{texts.inferredMovement}</p>
      )}
      <Part title={texts.from}>
        <PlaceLink id={movement.fromId} />
      </Part>
      <Part title={texts.to}>
        <PlaceLink id={movement.toId} />
      </Part>
      <Part title={texts.people}>
        {people.length > 0 && <p class="number">{[...new Set(people)].join("–")}</p>}
        {movement.peopleNote && (
          <p class="quiet">
            <EnglishText>{movement.peopleNote}</EnglishText>
          </p>
        )}
      </Part>
      <Sources ids={movement.sourceIds} />
      <RecordAddress selection={{ kind: "movement", id }} collection="movements" />
    </article>
  );
}
