import { labelDay } from "#model/time/date-label.ts";
import { AppContext, useApp, useTexts } from "#web/controls/app-context.ts";
import { useDateWords } from "#web/controls/use-date-words.ts";
import { Story } from "#web/panels/story/story.tsx";
import { StoryBar } from "#web/panels/story/story-bar.tsx";
import type { AppState } from "#web/state/app-state.ts";
import { TimeBar } from "#web/time-bar/time-bar.tsx";
import { DialogWindow } from "./dialog/dialog-window.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { Key } from "./key/key.tsx";
import { MapControls } from "./map-controls.tsx";
import { MarkTip } from "./mark-tip.tsx";
import { Masthead } from "./masthead.tsx";
import { NoticeLine } from "./notice-line.tsx";
import { Opening } from "./opening/opening.tsx";
import { SidePanel } from "./side-panel.tsx";

/** Called with the element that a map is to fill, and with null when it goes. */
export type OnMapContainer = (element: HTMLElement | null) => void;

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
      <div class="app">
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

/** One map, or two with their dates when two dates are compared; the earlier is on the left. */
function Maps({ onMap, onComparedMap }: Pick<Props, "onMap" | "onComparedMap">) {
  const { compare, day } = useApp();
  const { language, texts } = useTexts();
  const date = useDateWords();
  const other = compare.value;
  const isFirst = other !== null && other > day.value;
  return (
    <div class={other === null ? "maps" : "maps is-compared"}>
      {other !== null && (
        <div
          class={isFirst ? "map-frame" : "map-frame is-earlier"}
          style={{ order: isFirst ? 2 : 0 }}
        >
          <section
            class="map"
            aria-label={`${texts.mapLabel}: ${labelDay(other, language)}`}
            ref={onComparedMap}
          />
          <p class="map-date">{labelDay(other, language)}</p>
        </div>
      )}
      <div class={isFirst ? "map-frame is-earlier" : "map-frame"} style={{ order: 1 }}>
        <section class="map" aria-label={texts.mapLabel} ref={onMap} />
        {other !== null && <p class="map-date">{date}</p>}
      </div>
    </div>
  );
}
