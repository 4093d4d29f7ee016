import { stridesOf } from "#model/time/strides.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Check, Select } from "#web/controls/form-fields.tsx";
import { Popover } from "#web/controls/popover.tsx";
import { formatNumber } from "#web/i18n/format.ts";
import { playedRate } from "#web/state/playback.ts";
import { SPEED_LIMITS, SPEEDS } from "#web/state/time-slice.ts";
import { STEPS } from "#web/view/question/time.ts";

/** How fast it plays, with what can be chosen of it. */
export function SpeedMenu() {
  const { step, period, speed } = useApp();
  const { language, texts } = useTexts();
  const rate = playedRate(step.value, speed.value, period);
  const times = texts.times(formatNumber(speed.value, language));
  const face = step.value === "event" ? texts.rateOfEvents : rate ? texts.rate(rate) : times;
  return (
    <Popover class="speed-menu" label={texts.speedMenu} face={face}>
      {() => <SpeedChoices />}
    </Popover>
  );
}

/** How far a step goes, how fast it plays, and whether it begins again. */
export function SpeedChoices() {
  const { isLooping, step, events, period, actions } = useApp();
  const { texts } = useTexts();
  const { units } = stridesOf(period);
  // Days on which something begins are not known of events that are not here.
  const steps = STEPS.filter((choice) =>
    choice === "event" ? events.nextBeginning === null : units.includes(choice),
  );
  return (
    <div class="speed-choices">
      <Select
        label={texts.stepLabel}
        options={steps}
        value={step.value}
        text={(choice) => texts.step[choice]}
        onChoose={actions.setStep}
      />
      <SpeedField />
      <Check label={texts.loop} isOn={isLooping.value} onToggle={actions.setLooping} />
    </div>
  );
}

/** Usual speeds to choose from, any other to type. */
function SpeedField() {
  const { speed, actions } = useApp();
  const { language, texts } = useTexts();
  return (
    <label class="field">
      {texts.speed}
      <span class="speed-field">
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
        <span aria-hidden="true">×</span>
      </span>
      <datalist id="speeds">
        {SPEEDS.map((choice) => (
          <option key={choice} value={choice} label={texts.times(formatNumber(choice, language))} />
        ))}
      </datalist>
    </label>
  );
}
