import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Icon } from "#web/controls/icon.tsx";

export function MapControls() {
  const { actions, dataset, showsDistances } = useApp();
  const { texts } = useTexts();
  return (
    <div class="map-controls">
      <button
        type="button"
        aria-label={texts.zoomIn}
        onClick={() => actions.command({ kind: "zoom", by: 1 })}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        aria-label={texts.zoomOut}
        onClick={() => actions.command({ kind: "zoom", by: -1 })}
      >
        <Icon name="minus" />
      </button>
      <button
        class="is-home"
        type="button"
        aria-label={texts.resetView}
        onClick={() => actions.command({ kind: "home" })}
      >
        <Icon name="home" />
      </button>
      {dataset.meta.separation && (
        <button
          type="button"
          aria-label={texts.distances}
          title={texts.distances}
          aria-pressed={showsDistances.value}
          onClick={() => actions.setShowsDistances(!showsDistances.value)}
        >
          <Icon name="ruler" />
        </button>
      )}
      <button
        type="button"
        aria-label={texts.makePicture}
        title={texts.makePicture}
        aria-haspopup="dialog"
        onClick={() => actions.openDialog("picture")}
      >
        <Icon name="picture" />
      </button>
    </div>
  );
}
