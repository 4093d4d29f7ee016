// The fields of the dialogs.
import type { ComponentChildren } from "preact";

export function Group({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <fieldset class="group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

export function Select<Option extends string>({
  label,
  options,
  value,
  text,
  onChoose,
}: {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: Option;
  readonly text: (option: Option) => string;
  readonly onChoose: (option: Option) => void;
}) {
  return (
    <label class="field">
      {label}
      <select
        value={value}
        onChange={(event) => {
          const next = options.find((one) => one === event.currentTarget.value);
          if (next) onChoose(next);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {text(option)}
          </option>
        ))}
      </select>
    </label>
  );
}

type ChoiceProps<Option extends string | number> = {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string | number;
  readonly text: (option: Option) => string;
  readonly onChoose: (option: Option) => void;
};

export function Choice<Option extends string | number>({
  label,
  options,
  value,
  text,
  onChoose,
}: ChoiceProps<Option>) {
  return (
    <fieldset class="buttons" aria-label={label}>
      {options.map((option) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === value}
          onClick={() => onChoose(option)}
        >
          {text(option)}
        </button>
      ))}
    </fieldset>
  );
}

export function Check({
  label,
  isOn,
  onToggle,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onToggle: (isOn: boolean) => void;
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => onToggle(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}

export function NumberField({
  label,
  value,
  least,
  most,
  onValue,
}: {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onValue: (value: number) => void;
}) {
  return (
    <label class="field">
      {label}
      <input
        type="number"
        min={least}
        max={most}
        value={value}
        onInput={(event) => {
          const next = event.currentTarget.valueAsNumber;
          if (Number.isFinite(next)) onValue(Math.round(next));
        }}
      />
    </label>
  );
}
