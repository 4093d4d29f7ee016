import type { MappingDraft } from "#import/mapping/draft.ts";
import { Choose } from "./choose.tsx";
import { Column, Field } from "./column-field.tsx";
import { asPosition, positionForms } from "./mapping-choices.ts";
import type { MappingProps } from "./mapping-props.ts";

/** Where it was, however the table says it. */
export function Place(props: MappingProps) {
  const { draft, onDraft, read, texts } = props;
  const { position } = draft;
  const from = position?.from ?? "";
  const set = (next: MappingDraft["position"]) => onDraft({ ...draft, position: next });
  return (
    <Field label={texts.parts.position}>
      <Choose
        label={texts.parts.position}
        value={from}
        options={[
          ["", texts.none],
          ...positionForms(read, from).map((form) => [form, texts.positions[form]] as const),
        ]}
        onChoose={(form) => set(asPosition(form, read.columns))}
      />
      {position?.from === "columns" &&
        (["lat", "lon"] as const).map((part) => (
          <Column
            key={part}
            {...props}
            part={part}
            value={position[part]}
            onColumn={(column) => column !== "" && set({ ...position, [part]: column })}
          />
        ))}
      {position && "column" in position && (
        <Column
          {...props}
          part="position"
          value={position.column}
          onColumn={(column) => column !== "" && set({ ...position, column })}
        />
      )}
    </Field>
  );
}
