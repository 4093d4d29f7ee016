import type { Attribute } from "#model/dataset/attribute.ts";
import type { Attributes, AttributeValue } from "#model/field/attributes.ts";
import { labelDay } from "#model/time/date-label.ts";
import { parseDay } from "#model/time/day.ts";
import { type Language, textIn } from "#model/words/language.ts";
import { isWebAddress } from "#model/words/web-address.ts";
import { useTexts } from "#web/controls/app-context.ts";
import { numberInFull } from "#web/i18n/own-words.ts";
import { Part } from "./record-parts.tsx";

type Props = {
  /** What the record has in columns of the dataset's own; null: nothing. */
  readonly of: Attributes | null;
  /** What the dataset says of these columns, in the order in which they are shown. */
  readonly columns: readonly Attribute[];
};

/** What columns of the dataset's own say of a record, by their titles; nothing where they say nothing. */
export function AttributesPart({ of, columns }: Props) {
  const { language, texts } = useTexts();
  const told = columns.flatMap((attribute) => {
    const value = of?.[attribute.name];
    return value === undefined ? [] : [{ attribute, value }];
  });
  if (told.length === 0) return null;
  return (
    <Part title={texts.furtherData}>
      <dl class="attributes">
        {told.map(({ attribute, value }) => (
          <div key={attribute.name} title={attribute.means || undefined}>
            <dt>{textIn(attribute.title, language)}</dt>
            <dd>
              <Value value={value} attribute={attribute} />
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

function Value({
  attribute,
  value,
}: {
  readonly attribute: Attribute;
  readonly value: AttributeValue;
}) {
  const { language, texts } = useTexts();
  if (typeof value === "boolean") return value ? texts.yes : texts.no;
  if (typeof value === "number") return numberInFull(value, attribute.unit, language);
  if (attribute.type === "day") return dayInWords(value, language);
  // In whatever script it is, it begins where that is written from, and takes no other text with it.
  if (!isWebAddress(value)) return <bdi>{value}</bdi>;
  return (
    <a href={value} target="_blank" rel="noopener noreferrer">
      {value}
    </a>
  );
}

function dayInWords(text: string, language: Language): string {
  const day = parseDay(text);
  return day === undefined ? text : labelDay(day, language);
}
