import type { AppState } from "#web/state/app-state.ts";
import { AppContext, useApp, useTexts } from "./app-context.ts";
import { Legend } from "./legend.tsx";
import { MapControls } from "./map-controls.tsx";
import { Masthead } from "./masthead.tsx";
import { NoticeLine } from "./notice-line.tsx";
import { SidePanel } from "./side-panel.tsx";
import { TimeBar } from "./time-bar.tsx";

type Props = {
  readonly state: AppState;
  /** Called with the element that the map is to fill. */
  readonly onMapContainer: (element: HTMLElement | null) => void;
  /** False where the browser offers no WebGL. */
  readonly hasMap: boolean;
};

export function App({ state, onMapContainer, hasMap }: Props) {
  return (
    <AppContext.Provider value={state}>
      <div class="app">
        <Masthead />
        <main class="stage">
          <MapFrame onMapContainer={onMapContainer} hasMap={hasMap} />
          <MapControls />
          <Legend />
          <NoticeLine />
          <Credit />
        </main>
        <SidePanel />
        <TimeBar />
      </div>
    </AppContext.Provider>
  );
}

/** Whose data the map shows: always in sight. */
function Credit() {
  const { meta } = useApp().dataset;
  const { language } = useTexts();
  return <p class="credit">{meta.credit[language]}</p>;
}

function MapFrame({ onMapContainer, hasMap }: Omit<Props, "state">) {
  const { texts } = useTexts();
  if (!hasMap) return <p class="message">{texts.noWebgl}</p>;
  return <section class="map" aria-label={texts.mapLabel} ref={onMapContainer} />;
}
