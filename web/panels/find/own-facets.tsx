// The columns that only this dataset has, as far as a reader can choose by them.
import { useSignal } from "@preact/signals";
import { numberIn, type OwnColumn } from "#model/question/own-column.ts";
import { type Day, printDay } from "#model/time/day.ts";
import { textIn } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { formatNumber } from "#web/i18n/format.ts";
import { ownValue } from "#web/i18n/own-words.ts";
import { type OwnOffer, offersOf } from "#web/view/scene/own-offers.ts";
import { useFindable } from "./findable.ts";
import { Narrowing } from "./narrowing.tsx";
import { sumCounts } from "./sum-counts.ts";

/** A list of values or a range for each column; which of them are found by words alone is said. */
export function OwnFacets() {
  const { dataset } = useApp();
  const { language, texts } = useTexts();
  const { offers, unlisted } = offersOf(dataset);
  return (
    <>
      {offers.map((offer) =>
        offer.kind === "values" ? (
          <ValuesFacet key={offer.column.name} {...offer} />
        ) : (
          <RangeFacet key={offer.column.name} {...offer} />
        ),
      )}
      {unlisted.length > 0 && (
        <p class="quiet facet-note">
          {texts.unlistedColumns(
            new Intl.ListFormat(language, { type: "conjunction" }).format(
              unlisted.map(({ title }) => textIn(title, language)),
            ),
          )}
        </p>
      )}
    </>
  );
}

type Of<Kind extends OwnOffer["kind"]> = Extract<OwnOffer, { kind: Kind }>;

/** What the filter asks of the column. */
function useAsked({ name }: OwnColumn) {
  const { filter } = useApp();
  return filter.value.own.find((condition) => condition.name === name)?.asked;
}

function ValuesFacet({ column, values }: Of<"values">) {
  const { actions } = useApp();
  const { language, texts } = useTexts();
  const findable = useFindable();
  const asked = useAsked(column);
  const chosen = asked?.kind === "values" ? asked.values : [];
  const [ofPlaces, counted] = findable.countOwn(column);
  const ofEvents = column.of.includes("events") ? counted : new Map<string, number>();
  const all = [...values, ...chosen.filter((value) => !values.includes(value))];
  // As of other facets: what nothing has is not listed, but for what was chosen.
  const none = new Map(chosen.map((value) => [value, 0] as const));
  const counts = ofEvents
    ? sumCounts(none, ofPlaces, ofEvents).filter(([value]) => all.includes(value))
    : all.map((value) => [value, undefined] as const);
  if (counts.length === 0) return null;
  const toggle = (value: string) => {
    const next = chosen.includes(value)
      ? chosen.filter((other) => other !== value)
      : [...chosen, value];
    actions.setOwn(column, next.length > 0 ? { kind: "values", values: next } : null);
  };
  return (
    <Narrowing title={textIn(column.title, language)} chosen={chosen.length}>
      {counts.map(([value, count]) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <bdi>{ownValue(column.type, value, column.unit, language, texts)}</bdi>
          <span class="quiet">{count === undefined ? "" : formatNumber(count, language)}</span>
        </label>
      ))}
    </Narrowing>
  );
}

/** Two bounds, either of which may be left open. What is no value of the column is marked, and asks for nothing. */
function RangeFacet({ column, least, most }: Of<"range">) {
  const { actions } = useApp();
  const { language, texts } = useTexts();
  const asked = useAsked(column);
  const { from = null, until = null } = asked?.kind === "range" ? asked : {};
  const change = (bounds: { from?: number | null; until?: number | null }) => {
    const next = { from, until, ...bounds };
    const isOpen = next.from === null && next.until === null;
    actions.setOwn(column, isOpen ? null : { kind: "range", ...next });
  };
  const title = textIn(column.title, language);
  return (
    <Narrowing
      title={column.unit ? `${title} (${column.unit})` : title}
      chosen={asked ? 1 : 0}
      isRange
    >
      <Bound
        label={texts.rangeFrom}
        type={column.type}
        value={from}
        hint={least}
        onChange={(value) => change({ from: value })}
      />
      <Bound
        label={texts.rangeTo}
        type={column.type}
        value={until}
        hint={most}
        onChange={(value) => change({ until: value })}
      />
    </Narrowing>
  );
}

type BoundProps = {
  readonly label: string;
  readonly type: OwnColumn["type"];
  readonly value: number | null;
  /** What the data have at this end; null: not known. */
  readonly hint: number | null;
  readonly onChange: (value: number | null) => void;
};

function Bound({ hint, label, onChange, type, value }: BoundProps) {
  const isWrong = useSignal(false);
  const print = (bound: number | null) => {
    if (bound === null) return "";
    return type === "day" ? printDay(bound as Day) : String(bound);
  };
  return (
    <label>
      <span>{label}</span>
      <input
        type="text"
        dir="ltr"
        inputMode={type === "day" ? "text" : "decimal"}
        placeholder={print(hint)}
        defaultValue={print(value)}
        key={print(value)}
        aria-invalid={isWrong.value}
        onChange={({ currentTarget }) => {
          const text = currentTarget.value.trim();
          const read = text === "" ? null : numberIn(type, text.replace(",", "."));
          isWrong.value = read === undefined;
          if (read !== undefined) onChange(read);
        }}
      />
    </label>
  );
}
