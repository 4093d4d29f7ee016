import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Icon } from "#web/controls/icon.tsx";

/** Back, play and on, by the step that is chosen. */
export function PlayButtons() {
  const { isPlaying, actions } = useApp();
  const { texts } = useTexts();
  return (
    <div class="play-buttons">
      <button type="button" aria-label={texts.stepBack} onClick={() => actions.stepBy(-1)}>
        <Icon name="back" />
      </button>
      <button
        class="play"
        type="button"
        aria-label={isPlaying.value ? texts.pause : texts.play}
        onClick={() => actions.setPlaying(!isPlaying.value)}
      >
        <Icon name={isPlaying.value ? "pause" : "play"} />
      </button>
      <button type="button" aria-label={texts.stepForward} onClick={() => actions.stepBy(1)}>
        <Icon name="forward" />
      </button>
    </div>
  );
}
