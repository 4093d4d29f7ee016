import { useSignal } from "@preact/signals";
import type { Ref } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useTexts } from "#web/controls/app-context.ts";
import { Check, Group, NumberField, Select } from "#web/controls/form-fields.tsx";
import {
  type Annotation,
  ARROWS,
  FARTHEST,
  LARGEST_RADIUS,
  type LabelEdit,
  LEAST_RADIUS,
  LONGEST_WORDS,
} from "#web/view/address/figure-edits.ts";
import type { PictureChoices } from "#web/view/address/picture-choices.ts";
import { createProjection, positionAt } from "#web/view/drawing/projection.ts";
import { shortNameOf } from "#web/view/words/short-name.ts";
import type { Drawn } from "./drawn.ts";
import { editTextsOf } from "./edit-texts.ts";
import { offsetBetween } from "./grasped-words.ts";
import { namedPlaces, newNote, offsetNow, withLabel, withNote } from "./made-edits.ts";
import { Nudges } from "./nudges.tsx";

type Props = {
  readonly choices: PictureChoices;
  readonly drawn: Drawn;
  /** How many notes the editor has made since the dialog was opened. */
  readonly notesMade: number;
  readonly onChange: (changes: Partial<PictureChoices>) => void;
};

/** From its mark to a name that stands nowhere yet. */
const UNDER = [0, 24] as const;

/** Names of places and notes, by keyboard as by pointer. */
export function PictureEdits(props: Props) {
  const { choices, drawn, notesMade, onChange } = props;
  const { language } = useTexts();
  const texts = editTextsOf(language);
  const { annotations } = choices.edits;
  const newest = useRef<HTMLInputElement>(null);
  // Whoever has made a note writes it next, wherever it was made; not whoever takes a step back or forth.
  useEffect(() => {
    if (notesMade === 0) return;
    newest.current?.focus();
    newest.current?.select();
  }, [notesMade]);
  return (
    <Group title={texts.title}>
      <p class="quiet">{texts.how}</p>
      <NameOfPlace {...props} />
      {annotations.map((note, nth) => (
        <Note
          key={nth}
          note={note}
          nth={nth}
          field={nth === annotations.length - 1 ? newest : null}
          {...props}
        />
      ))}
      <button
        type="button"
        disabled={!("input" in drawn)}
        onClick={() => {
          if (!("input" in drawn)) return;
          const { height, width } = drawn.view;
          const at = positionAt(drawn.view, [width / 2, height / 2]);
          onChange({ edits: newNote(choices.edits, at, texts.newWords) });
        }}
      >
        {texts.write}
      </button>
    </Group>
  );
}

function NameOfPlace({ choices, drawn, onChange }: Props) {
  const { language } = useTexts();
  const texts = editTextsOf(language);
  const chosen = useSignal("");
  if (!("input" in drawn)) return null;
  const { dataset } = drawn.input;
  const places = namedPlaces(drawn);
  const place = places.find(({ id }) => id === chosen.value);
  const edit = place && choices.edits.labels.get(place.id);
  const change = (next: LabelEdit | undefined) =>
    place && onChange({ edits: withLabel(choices.edits, place.id, next) });
  const { highlights } = choices.edits;
  const isOut = highlights.some(({ id, kind }) => kind === "place" && id === place?.id);
  return (
    <>
      <label class="field">
        {texts.place}
        <select
          value={place?.id ?? ""}
          onChange={(event) => {
            chosen.value = event.currentTarget.value;
          }}
        >
          <option value="">{texts.choose}</option>
          {places.map((one) => (
            <option key={one.id} value={one.id}>
              {shortNameOf(dataset.meta, one, language)}
            </option>
          ))}
        </select>
      </label>
      {place && (
        <>
          <label class="field">
            {texts.name}
            <input
              type="text"
              maxLength={LONGEST_WORDS}
              disabled={edit?.isHidden === true}
              value={edit?.text ?? shortNameOf(dataset.meta, place, language)}
              onInput={(event) => change({ ...edit, text: event.currentTarget.value })}
            />
          </label>
          <Nudges
            what={texts.moves.name}
            texts={texts.moveName}
            onMove={([right, down]) => {
              const from = edit?.offset ?? offsetNow(drawn, place.id) ?? UNDER;
              const offset = offsetBetween([0, 0], [from[0] + right, from[1] + down], FARTHEST);
              change({ ...edit, isHidden: false, offset });
            }}
          />
          <Check
            label={texts.isUnnamed}
            isOn={edit?.isHidden === true}
            onToggle={(isOn) => change(isOn ? { isHidden: true } : undefined)}
          />
          <Check
            label={texts.standsOut}
            isOn={isOut}
            onToggle={(isOn) => {
              const others = highlights.filter(({ id }) => id !== place.id);
              const record = { kind: "place", id: place.id } as const;
              onChange({
                edits: { ...choices.edits, highlights: isOn ? [...others, record] : others },
              });
            }}
          />
          {edit && (
            <button type="button" class="link" onClick={() => change(undefined)}>
              {texts.back}
            </button>
          )}
        </>
      )}
    </>
  );
}

function Note({
  choices,
  drawn,
  field,
  note,
  nth,
  onChange,
}: Props & {
  readonly field: Ref<HTMLInputElement>;
  readonly note: Annotation;
  readonly nth: number;
}) {
  const { language } = useTexts();
  const texts = editTextsOf(language);
  const change = (changes: Partial<Annotation> | null) =>
    onChange({ edits: withNote(choices.edits, nth, changes) });
  const maps = "input" in drawn ? drawn.input.moments.length : 1;
  return (
    <fieldset class="picture-note" aria-label={`${texts.words} ${nth + 1}`}>
      <label class="field">
        {texts.words}
        <input
          ref={field}
          type="text"
          maxLength={LONGEST_WORDS}
          value={note.text}
          onInput={(event) => {
            change({ text: event.currentTarget.value });
          }}
        />
      </label>
      <Select
        label={texts.leads}
        options={ARROWS}
        value={note.arrow}
        text={(arrow) => texts.arrows[arrow]}
        onChoose={(arrow) => change({ arrow })}
      />
      {note.arrow === "circle" && (
        <NumberField
          label={texts.radius}
          least={LEAST_RADIUS}
          most={LARGEST_RADIUS}
          value={note.radius}
          onValue={(radius) => change({ radius })}
        />
      )}
      {maps > 1 && (
        <Select
          label={texts.map}
          options={["0", ...Array.from({ length: maps }, (_, index) => `${index + 1}`)]}
          value={`${note.map ?? 0}`}
          text={(map) => (map === "0" ? texts.allMaps : map)}
          onChoose={(map) => change({ map: Number(map) || null })}
        />
      )}
      <Nudges
        what={texts.moves.words}
        texts={texts.moveWords}
        onMove={([right, down]) =>
          change({
            offset: offsetBetween(
              [0, 0],
              [note.offset[0] + right, note.offset[1] + down],
              FARTHEST,
            ),
          })
        }
      />
      {note.arrow !== "none" && "input" in drawn && (
        <Nudges
          what={texts.moves.tip}
          texts={texts.moveTip}
          onMove={([right, down]) => {
            const [x, y] = createProjection(drawn.view).toPixel([...note.at]);
            change({ at: positionAt(drawn.view, [x + right, y + down]) });
          }}
        />
      )}
      <button type="button" class="link" onClick={() => change(null)}>
        {texts.remove}
      </button>
    </fieldset>
  );
}
