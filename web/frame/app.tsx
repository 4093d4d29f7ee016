import { AppContext, useApp, useTexts } from "#web/controls/app-context.ts";
import type { AppState } from "#web/state/app-state.ts";
import { TimeBar } from "#web/time-bar/time-bar.tsx";
import { DialogWindow } from "./dialog/dialog-window.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { Key } from "./key/key.tsx";
import { MapControls } from "./map-controls.tsx";
import { Maps, type OnMapContainer } from "./maps.tsx";
import { MarkTip } from "./mark-tip.tsx";
import { Masthead } from "./masthead.tsx";
import { NoticeLine } from "./notice-line.tsx";
import { Opening } from "./opening/opening.tsx";
import { SidePanel } from "./side-panel.tsx";
import { Story, StoryBar } from "./story.tsx";
import { useBeside } from "./use-beside.ts";

type Props = {
  readonly state: AppState;
  readonly onMap: OnMapContainer;
  /** The map of the date that is compared with. */
  readonly onComparedMap: OnMapContainer;
  /** False where the browser offers no WebGL. */
  readonly hasMap: boolean;
};

export function App({ state, onMap, onComparedMap, hasMap }: Props) {
  return (
    <AppContext.Provider value={state}>
      <div class="app" data-beside={useBeside(state)}>
        <Masthead />
        <BelowMap />
        <main class="stage">
          {hasMap ? <Maps onMap={onMap} onComparedMap={onComparedMap} /> : <NoMap />}
          <MapControls />
          <FilterChips />
          <NoticeLine />
        </main>
        <Key />
        <Opening />
        <Story />
        <SidePanel />
        <MarkTip />
        <DialogWindow />
      </div>
    </AppContext.Provider>
  );
}

/** The story has a bar of its own: no other date can be chosen in it. */
function BelowMap() {
  return useApp().storyStep.value === null ? <TimeBar /> : <StoryBar />;
}

function NoMap() {
  const { texts } = useTexts();
  return <p class="message">{texts.noWebgl}</p>;
}
