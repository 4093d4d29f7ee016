import { textIn } from "#model/words/language.ts";
import { isBrought } from "#web/api/own-address.ts";
import { useApp } from "#web/controls/app-context.ts";
import { CopyButton } from "#web/controls/copy-button.tsx";
import { Check, Choice, Group, NumberField } from "#web/controls/form-fields.tsx";
import { FURNITURE, type Furniture } from "#web/view/address/furniture.ts";
import { LONGEST, THEMES } from "#web/view/address/picture-address.ts";
import {
  canTurn,
  isPaper,
  movedBox,
  type PictureChoices,
  SIZE_CHOICES,
  type SizeChoice,
} from "#web/view/address/picture-choices.ts";
import { LARGEST_SIDE, ORIENTATIONS, SMALLEST_SIDE } from "#web/view/address/picture-size.ts";
import {
  alternativeText,
  captionText,
  LONGEST_ALT,
} from "#web/view/figure/words/figure-caption.ts";
import type { Drawn } from "./drawn.ts";
import { editTextsOf } from "./edit-texts.ts";
import { exampleDays } from "./example-days.ts";
import { HouseColourFields } from "./house-colours.tsx";
import { offered } from "./offered-furniture.ts";
import { PictureEdits } from "./picture-edits.tsx";
import type { PictureTexts } from "./picture-texts.ts";

type Props = {
  readonly choices: PictureChoices;
  readonly drawn: Drawn;
  readonly notesMade: number;
  readonly texts: PictureTexts;
  readonly onChange: (changes: Partial<PictureChoices>) => void;
};

const RESOLUTIONS = [150, 300] as const;
const SCALES = [1, 2] as const;
const NUDGE = 0.2;
const ZOOM = 1.3;

export function PictureForm(props: Props) {
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Shows {...props} />
      <Size {...props} />
      <Words {...props} />
      <PictureEdits {...props} />
      <Style {...props} />
    </form>
  );
}

function Shows({ choices, drawn, texts, onChange }: Props) {
  const { dataset, frame } = useApp();
  const box = "input" in drawn ? drawn.input.box : dataset.meta.home;
  const move = (how: Parameters<typeof movedBox>[1]) => onChange({ box: movedBox(box, how) });
  return (
    <Group title={texts.shows}>
      <select
        aria-label={texts.shows}
        value={choices.layout}
        onChange={(event) =>
          onChange({
            layout: event.currentTarget.value as PictureChoices["layout"],
            days: choices.days || exampleDays(dataset.meta),
          })
        }
      >
        {(["page", "compare", "phases", "days"] as const).map((layout) => (
          <option key={layout} value={layout}>
            {texts.layout[layout]}
          </option>
        ))}
      </select>
      {choices.layout === "days" && (
        <label class="field">
          {texts.days}
          <input
            type="text"
            value={choices.days}
            placeholder={exampleDays(dataset.meta)}
            onInput={(event) => onChange({ days: event.currentTarget.value })}
          />
        </label>
      )}
      <fieldset class="buttons" aria-label={texts.frame}>
        <button type="button" onClick={() => onChange({ box: null })}>
          {texts.frameHome}
        </button>
        <button type="button" onClick={() => onChange({ box: frame.value })}>
          {texts.frameView}
        </button>
        <button type="button" aria-label={texts.closer} onClick={() => move({ by: 1 / ZOOM })}>
          +
        </button>
        <button type="button" aria-label={texts.wider} onClick={() => move({ by: ZOOM })}>
          −
        </button>
        <button type="button" aria-label={texts.move.left} onClick={() => move({ right: -NUDGE })}>
          ←
        </button>
        <button type="button" aria-label={texts.move.right} onClick={() => move({ right: NUDGE })}>
          →
        </button>
        <button type="button" aria-label={texts.move.up} onClick={() => move({ up: NUDGE })}>
          ↑
        </button>
        <button type="button" aria-label={texts.move.down} onClick={() => move({ up: -NUDGE })}>
          ↓
        </button>
      </fieldset>
    </Group>
  );
}

function Size({ choices, texts, onChange }: Props) {
  const { dpi, orientation, ownHeight, ownWidth, scale, size } = choices;
  return (
    <Group title={texts.size}>
      <select
        aria-label={texts.size}
        value={size}
        onChange={(event) => onChange({ size: event.currentTarget.value as SizeChoice })}
      >
        {SIZE_CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {texts.sizes[choice]}
          </option>
        ))}
      </select>
      {canTurn(size) && (
        <Choice
          label={texts.turned}
          options={ORIENTATIONS}
          value={orientation}
          text={(option) => texts.orientation[option]}
          onChoose={(option) => onChange({ orientation: option })}
        />
      )}
      {size === "own" && (
        <div class="pair">
          <NumberField
            label={texts.width}
            least={SMALLEST_SIDE}
            most={LARGEST_SIDE}
            value={ownWidth}
            onValue={(value) => onChange({ ownWidth: value })}
          />
          <NumberField
            label={texts.height}
            least={SMALLEST_SIDE}
            most={LARGEST_SIDE}
            value={ownHeight}
            onValue={(value) => onChange({ ownHeight: value })}
          />
        </div>
      )}
      {isPaper(size) ? (
        <Choice
          label={texts.resolution}
          options={RESOLUTIONS}
          value={dpi}
          text={(option) => `${option} dpi`}
          onChoose={(option) => onChange({ dpi: option })}
        />
      ) : (
        <Choice
          label={texts.resolution}
          options={SCALES}
          value={scale}
          text={texts.scale}
          onChoose={(option) => onChange({ scale: option })}
        />
      )}
    </Group>
  );
}

function Words({ choices, drawn, texts, onChange }: Props) {
  const { dataset, language } = useApp();
  const input = "input" in drawn ? drawn.input : undefined;
  const caption = choices.caption ?? (input ? captionText(input) : "");
  const alt = input ? alternativeText(input) : "";
  const edits = editTextsOf(language.value);
  return (
    <Group title={texts.words}>
      <label class="field">
        {texts.pictureTitle}
        <input
          type="text"
          maxLength={160}
          value={choices.title ?? input?.title ?? textIn(dataset.meta.title, language.value)}
          onInput={(event) => onChange({ title: event.currentTarget.value })}
        />
      </label>
      {choices.title !== null && (
        <button type="button" class="link" onClick={() => onChange({ title: null })}>
          {texts.machine}
        </button>
      )}
      <label class="field">
        {texts.caption}
        <textarea
          rows={4}
          maxLength={2000}
          value={caption}
          onInput={(event) => onChange({ caption: event.currentTarget.value })}
        />
      </label>
      {!isBrought() && <p class="quiet">{texts.captionHow}</p>}
      <div class="buttons">
        <CopyButton text={caption} label={texts.copyOf(texts.caption)} />
        {choices.caption !== null && (
          <button type="button" class="link" onClick={() => onChange({ caption: null })}>
            {texts.machine}
          </button>
        )}
      </div>
      <label class="field">
        {texts.alt}
        <textarea
          rows={3}
          maxLength={LONGEST_ALT}
          value={choices.alt ?? alt}
          onInput={(event) => onChange({ alt: event.currentTarget.value })}
        />
      </label>
      <div class="buttons">
        <CopyButton text={choices.alt ?? alt} label={texts.copyOf(texts.alt)} />
        {choices.alt !== null && (
          <button type="button" class="link" onClick={() => onChange({ alt: null })}>
            {texts.machine}
          </button>
        )}
      </div>
      {(["byline", "note"] as const).map((name) => (
        <label key={name} class="field">
          {edits[name]}
          <input
            type="text"
            maxLength={LONGEST[name]}
            value={choices[name]}
            onInput={(event) => onChange({ [name]: event.currentTarget.value })}
          />
        </label>
      ))}
    </Group>
  );
}

function Style({ choices, texts, onChange }: Props) {
  const { separation } = useApp().dataset.meta;
  const toggle = (name: Furniture, isOn: boolean) =>
    onChange({
      furniture: FURNITURE.filter((one) => (one === name ? isOn : choices.furniture.includes(one))),
    });
  return (
    <>
      <Group title={texts.style}>
        <Choice
          label={texts.style}
          options={THEMES}
          value={choices.theme}
          text={(option) => texts.themes[option]}
          onChoose={(option) => onChange({ theme: option })}
        />
        <HouseColourFields choices={choices} texts={texts} onChange={onChange} />
        <Check
          label={texts.transparent}
          isOn={choices.isTransparent}
          onToggle={(isTransparent) => onChange({ isTransparent })}
        />
        {separation && (
          <Check
            label={texts.distances}
            isOn={choices.showsDistances}
            onToggle={(showsDistances) => onChange({ showsDistances })}
          />
        )}
      </Group>
      <Group title={texts.furniture}>
        <div class="checks">
          {offered(FURNITURE)
            .filter((name) => name !== "curve" || separation)
            .map((name) => (
              <Check
                key={name}
                label={texts.furnitureNames[name]}
                isOn={choices.furniture.includes(name)}
                onToggle={(isOn) => toggle(name, isOn)}
              />
            ))}
        </div>
        <p class="quiet">{texts.always}</p>
      </Group>
    </>
  );
}
