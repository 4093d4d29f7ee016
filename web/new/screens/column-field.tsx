// A part of the events with the column that it is in.
import type { ComponentChildren } from "preact";
import type { ReadTable } from "../reading/reading-task.ts";
import type { NewTexts } from "../words/new-texts.ts";
import { Choose } from "./choose.tsx";
import type { MappingProps } from "./mapping-props.ts";

export function Field({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    <fieldset class="new-field">
      <legend class="spoken">{label}</legend>
      {children}
    </fieldset>
  );
}

function Samples({ of, read }: { readonly of: string; readonly read: ReadTable }) {
  const samples = read.samples[of] ?? [];
  if (samples.length === 0) return null;
  return (
    <ul class="new-samples quiet">
      {samples.map((one) => (
        <li key={one}>{one.length > 60 ? `${one.slice(0, 60)}…` : one}</li>
      ))}
    </ul>
  );
}

type ColumnProps = MappingProps & {
  readonly part: keyof NewTexts["parts"];
  readonly value: string;
  readonly onColumn: (column: string) => void;
  /** Choices beside the columns. */
  readonly more?: readonly (readonly [value: string, text: string])[];
};

/** A part of the events, its column, and three of the values there. */
export function Column({ more = [], onColumn, part, read, texts, value }: ColumnProps) {
  return (
    <>
      <Choose
        label={texts.parts[part]}
        value={value}
        options={[["", texts.none], ...more, ...read.columns.map((one) => [one, one] as const)]}
        onChoose={onColumn}
      />
      <Samples of={value} read={read} />
    </>
  );
}

export function Line(props: ColumnProps) {
  return (
    <Field label={props.texts.parts[props.part]}>
      <Column {...props} />
    </Field>
  );
}

/** A sentence that is made of several columns is one choice more. */
const TEMPLATE = "\u0000template";

export function Text(props: MappingProps & { readonly part: "title" | "summary" }) {
  const { draft, onDraft, part, texts } = props;
  const [language = "en"] = draft.dataset.languages;
  const text = draft[part][language] ?? Object.values(draft[part])[0];
  const template = text && "template" in text ? text.template : undefined;
  return (
    <Line
      {...props}
      value={text && "column" in text ? text.column : template === undefined ? "" : TEMPLATE}
      more={template === undefined ? [] : [[TEMPLATE, texts.madeOf(template)]]}
      onColumn={(column) => {
        if (column === TEMPLATE) return;
        const { [language]: _, ...others } = draft[part];
        const texts = column === "" ? others : { ...others, [language]: { column } };
        onDraft({ ...draft, [part]: texts });
      }}
    />
  );
}
