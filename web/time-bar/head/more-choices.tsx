import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Check, Select } from "#web/controls/form-fields.tsx";
import { Icon } from "#web/controls/icon.tsx";
import { Popover } from "#web/controls/popover.tsx";
import { ModeChoice } from "./mode-choice.tsx";
import { SpeedChoices } from "./speed-menu.tsx";

/** `hasModes`: what stretch is shown is chosen here, where there is no room for it elsewhere. */
type Props = { readonly hasModes: boolean };

/** What is seldom chosen: how dates are read, and a second date beside the first. */
export function MoreChoices({ hasModes }: Props) {
  const { certainty, conventions, dataset, actions } = useApp();
  const { texts } = useTexts();
  // Nothing is to be switched off where no date is set by a convention.
  const hasConventions = dataset.placePhases.some(({ convention }) => convention !== null);
  return (
    <Popover
      class="more-choices"
      label={texts.moreChoices}
      face={
        <>
          <Icon name="choices" />
          <span class="spoken">{texts.moreChoices}</span>
        </>
      }
    >
      {(close) => (
        <>
          {hasModes && <ModeChoice />}
          {/* Where there is no room for their own menu. */}
          <SpeedChoices />
          <Select
            label={texts.certaintyLabel}
            options={["possible", "certain"]}
            value={certainty.value}
            text={(choice) =>
              choice === "certain" ? texts.certaintyCertain : texts.certaintyPossible
            }
            onChoose={actions.setCertainty}
          />
          {hasConventions && (
            <Check
              label={texts.conventionsLabel}
              isOn={conventions.value}
              onToggle={actions.setConventions}
            />
          )}
          <button
            class="popover-choice"
            type="button"
            onClick={() => {
              close();
              actions.setPanel("changes");
            }}
          >
            {texts.compareTitle}
          </button>
        </>
      )}
    </Popover>
  );
}
