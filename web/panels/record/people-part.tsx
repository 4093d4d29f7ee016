import { rangeOf } from "#model/measure/people.ts";
import { useTexts } from "#web/controls/app-context.ts";
import { formatPeople } from "#web/i18n/format.ts";
import { OneText, Part } from "./record-parts.tsx";

type People = {
  readonly peopleLow: number | null;
  readonly peopleHigh: number | null;
  readonly peopleNote: string | null;
};

/** How many people a record is about, as exactly as it is known, and who says so; nothing where neither is told. */
export function PeoplePart({ of: { peopleHigh, peopleLow, peopleNote } }: { readonly of: People }) {
  const { language, texts } = useTexts();
  const range = rangeOf({ low: peopleLow, best: null, high: peopleHigh });
  if (!range && !peopleNote) return null;
  return (
    <Part title={texts.people}>
      {range && <p class="number">{formatPeople(range, language)}</p>}
      {peopleNote && (
        <p class="quiet">
          <OneText>{peopleNote}</OneText>
        </p>
      )}
    </Part>
  );
}
