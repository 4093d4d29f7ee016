import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { printSelection } from "#web/state/selection.ts";
import type { PanelView } from "#web/state/view-slice.ts";
import { AboutView } from "./about-view.tsx";
import { AnalysisView } from "./analysis-view.tsx";
import { useApp, useTexts } from "./app-context.ts";
import { ChangesView } from "./changes-view.tsx";
import { EventView } from "./event-view.tsx";
import { FilesView } from "./files-view.tsx";
import { FindView } from "./find-view.tsx";
import { HelpView } from "./help-view.tsx";
import { Icon } from "./icon.tsx";
import { MovementView } from "./movement-view.tsx";
import { NowView } from "./now-view.tsx";
import { usePanelFocus } from "./panel-focus.ts";
import { PhaseView } from "./phase-view.tsx";
import { PlaceView } from "./place-view.tsx";
import { SourceView } from "./source-view.tsx";
import { SourcesView } from "./sources-view.tsx";
import { TourView } from "./tour-view.tsx";

/** What the reader has chosen to read about; absent when nothing is chosen. Takes the focus when it opens. */
export function SidePanel() {
  const { selection, panel, storyStep, actions } = useApp();
  const { texts } = useTexts();
  const aside = useRef<HTMLElement>(null);
  const selected = selection.value;
  const view = panel.value;
  // Each step of the reading is new content too.
  const shown = selected ? printSelection(selected) : view && `${view} ${storyStep.value ?? ""}`;
  usePanelFocus(aside, shown);
  if (shown === null) return null;
  const close = () => actions.setPanel(null);
  return (
    <aside
      class="side-panel"
      ref={aside}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <button class="panel-close" type="button" aria-label={texts.close} onClick={close}>
        <Icon name="close" />
      </button>
      <PanelContent />
    </aside>
  );
}

function PanelContent() {
  const { selection, panel } = useApp();
  const selected = selection.value;
  switch (selected?.kind) {
    case "place":
      return <PlaceView key={selected.id} id={selected.id} />;
    case "event":
      return <EventView key={selected.id} id={selected.id} />;
    case "movement":
      return <MovementView key={selected.id} id={selected.id} />;
    case "phase":
      return <PhaseView key={selected.id} id={selected.id} />;
    case "source":
      return <SourceView key={selected.id} id={selected.id} />;
    default:
      return panel.value === null ? null : VIEWS[panel.value]();
  }
}

const VIEWS: Readonly<Record<PanelView, () => ComponentChildren>> = {
  now: () => <NowView />,
  find: () => <FindView />,
  analysis: () => <AnalysisView />,
  changes: () => <ChangesView />,
  tour: () => <TourView />,
  sources: () => <SourcesView />,
  data: () => <FilesView />,
  help: () => <HelpView />,
  about: () => <AboutView />,
};
