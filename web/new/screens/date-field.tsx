import type { MappingDraft } from "#import/mapping/draft.ts";
import { Choose } from "./choose.tsx";
import { Column, Field } from "./column-field.tsx";
import type { MappingProps } from "./mapping-props.ts";
import { ReadDates } from "./read-dates.tsx";

/** When it was: in one column or from one to another, in an order that is asked where the column leaves it open. */
export function Dates(props: MappingProps) {
  const { draft, mapped, onDraft, texts } = props;
  const { date } = draft;
  const groups = mapped && "groups" in mapped ? mapped.groups : [];
  const open = groups.find(({ kind }) => kind === "open-order");
  const set = (changes: Partial<NonNullable<MappingDraft["date"]>>) =>
    date && onDraft({ ...draft, date: { ...date, ...changes } });
  return (
    <Field label={texts.parts.start}>
      <Column
        {...props}
        part="start"
        value={date?.start ?? ""}
        onColumn={(start) =>
          onDraft({
            ...draft,
            date: start === "" ? null : { ...(date ?? NO_DATE), start, order: null, numbers: null },
          })
        }
      />
      {date && (
        <Column
          {...props}
          part="end"
          value={date.end ?? ""}
          onColumn={(end) => set({ end: end === "" ? null : end })}
        />
      )}
      {date?.end && (
        <Choose
          label={texts.lasting}
          value={date.range}
          options={Object.entries(texts.ranges)}
          onChoose={(range) => set({ range: range as "lasted" | "within" })}
        />
      )}
      {open && (
        <div class="new-question">
          <p>
            <strong>{texts.orderAsked(open.examples[0]?.value ?? "")}</strong> {texts.orderWhy}
          </p>
          <p class="new-buttons">
            {(["dmy", "mdy"] as const).map((order) => (
              <button key={order} type="button" class="new-button" onClick={() => set({ order })}>
                {texts.orders[order]}
              </button>
            ))}
          </p>
        </div>
      )}
      <ReadDates {...props} />
    </Field>
  );
}

const NO_DATE: NonNullable<MappingDraft["date"]> = {
  start: "",
  end: null,
  range: "lasted",
  order: null,
  numbers: null,
  century: null,
  midnight: "time",
  clock: null,
  zone: null,
  exactness: null,
};
