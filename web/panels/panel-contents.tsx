import type { ComponentChildren } from "preact";
import type { PanelView } from "#web/view/question/panel-view.ts";
import type { Selection } from "#web/view/question/selection.ts";
import { AboutView } from "./about/about-view.tsx";
import { AnalysisView } from "./analysis/analysis-view.tsx";
import { ChangesView } from "./changes/changes-view.tsx";
import { FilesView } from "./data/files-view.tsx";
import { EventView } from "./event/event-view.tsx";
import { FindView } from "./find/find-view.tsx";
import { HelpView } from "./help/help-view.tsx";
import { MovementView } from "./movement/movement-view.tsx";
import { NowView } from "./now/now-view.tsx";
import { PhaseView } from "./phase/phase-view.tsx";
import { PlaceView } from "./place/place-view.tsx";
import { SourceView } from "./source/source-view.tsx";
import { SourcesView } from "./sources/sources-view.tsx";
import { VersionsPanel } from "./versions/versions-panel.tsx";

export type PanelShown = {
  readonly selected: Selection | null;
  readonly view: PanelView | null;
};

/**
 * What the side panel holds: the record that is selected, or the view that is open. Told by whom it stands in, so that both
 * are rendered in one turn: the focus goes into what is there then.
 */
export function PanelContents({ selected, view }: PanelShown) {
  return (
    <>
      <RecordOrView selected={selected} view={view} />
      {/* What was found stays as it was, its lists scrolled as they were, while a record of it is read. */}
      {view === "find" && (
        <div hidden={selected !== null}>
          <FindView />
        </div>
      )}
    </>
  );
}

function RecordOrView({ selected, view }: PanelShown) {
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
      return view === null || view === "story" ? null : VIEWS[view]();
  }
}

/** The story has a column of its own. */
const VIEWS: Readonly<Record<Exclude<PanelView, "story">, () => ComponentChildren>> = {
  now: () => <NowView />,
  find: () => null,
  analysis: () => <AnalysisView />,
  changes: () => <ChangesView />,
  versions: () => <VersionsPanel />,
  sources: () => <SourcesView />,
  data: () => <FilesView />,
  help: () => <HelpView />,
  about: () => <AboutView />,
};
