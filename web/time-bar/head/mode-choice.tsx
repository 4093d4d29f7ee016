import { useId } from "preact/hooks";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { TIME_MODES } from "#web/view/question/time.ts";

/** One day, a period of two days, or everything since the start. */
export function ModeChoice() {
  const { mode, actions } = useApp();
  const { texts } = useTexts();
  const name = useId();
  return (
    <fieldset class="mode-choice" aria-label={texts.modeLabel}>
      {TIME_MODES.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={name}
            checked={mode.value === choice}
            onChange={() => actions.setMode(choice)}
          />
          <span>{texts.mode[choice]}</span>
        </label>
      ))}
    </fieldset>
  );
}
