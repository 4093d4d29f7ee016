// The choices beside the date: what stretch is shown, how far a step goes, how it plays, which reading counts.

import { stridesOf } from "#model/time/strides.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { formatNumber } from "#web/i18n/format.ts";
import { SPEED_LIMITS, SPEEDS } from "#web/state/time-slice.ts";
import { STEPS, TIME_MODES } from "#web/view/question/time.ts";

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value) => void;
};

function Choice<Value extends string>({ label, value, choices, onChoose }: ChoiceProps<Value>) {
  return (
    <label class="choice">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = choices.find(([choice]) => choice === event.currentTarget.value);
          if (chosen) onChoose(chosen[0]);
        }}
      >
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

export function TimeChoices() {
  const { mode, step, certainty, events, period, actions } = useApp();
  const { units } = stridesOf(period);
  // Days on which something begins are not known of events that are not here.
  const steps = STEPS.filter((choice) =>
    choice === "event" ? events.nextBeginning === null : units.includes(choice),
  );
  const { texts } = useTexts();
  return (
    <div class="time-options">
      <Choice
        label={texts.certaintyLabel}
        value={certainty.value}
        choices={[
          ["possible", texts.certaintyPossible],
          ["certain", texts.certaintyCertain],
        ]}
        onChoose={actions.setCertainty}
      />
      <Choice
        label={texts.modeLabel}
        value={mode.value}
        choices={TIME_MODES.map((choice) => [choice, texts.mode[choice]] as const)}
        onChoose={actions.setMode}
      />
      <Choice
        label={texts.stepLabel}
        value={step.value}
        choices={steps.map((choice) => [choice, texts.step[choice]] as const)}
        onChoose={actions.setStep}
      />
      <ConventionsSwitch />
      <SpeedField />
      <LoopSwitch />
    </div>
  );
}

/** Usual speeds to choose from, any other to type. */
function SpeedField() {
  const { speed, actions } = useApp();
  const { language, texts } = useTexts();
  return (
    <label class="choice speed" title={texts.speed}>
      <span>{texts.speed}</span>
      <input
        type="number"
        list="speeds"
        min={SPEED_LIMITS.least}
        max={SPEED_LIMITS.most}
        step="any"
        value={speed.value}
        onChange={(event) => {
          const typed = event.currentTarget.valueAsNumber;
          if (Number.isFinite(typed)) actions.setSpeed(typed);
          event.currentTarget.value = String(speed.value);
        }}
      />
      <span class="unit" aria-hidden="true">
        ×
      </span>
      <datalist id="speeds">
        {SPEEDS.map((choice) => (
          <option key={choice} value={choice} label={`${formatNumber(choice, language)} ×`} />
        ))}
      </datalist>
    </label>
  );
}

/** Counts dates that no source gives, or only what is attested; nothing where no date is set by a convention. */
function ConventionsSwitch() {
  const { conventions, dataset, actions } = useApp();
  const { texts } = useTexts();
  if (!dataset.placePhases.some(({ convention }) => convention !== null)) return null;
  return (
    <label class="choice check">
      <input
        type="checkbox"
        checked={conventions.value}
        onChange={(event) => actions.setConventions(event.currentTarget.checked)}
      />
      <span>{texts.conventionsLabel}</span>
    </label>
  );
}

function LoopSwitch() {
  const { isLooping, actions } = useApp();
  const { texts } = useTexts();
  return (
    <label class="choice check">
      <input
        type="checkbox"
        checked={isLooping.value}
        onChange={(event) => actions.setLooping(event.currentTarget.checked)}
      />
      <span>{texts.loop}</span>
    </label>
  );
}
