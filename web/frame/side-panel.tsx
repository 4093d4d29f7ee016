import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Icon } from "#web/controls/icon.tsx";
import { usePanelFocus } from "#web/controls/panel-focus.ts";
import { AboutView } from "#web/panels/about/about-view.tsx";
import { AnalysisView } from "#web/panels/analysis/analysis-view.tsx";
import { ChangesView } from "#web/panels/changes/changes-view.tsx";
import { FilesView } from "#web/panels/data/files-view.tsx";
import { EventView } from "#web/panels/event/event-view.tsx";
import { FindView } from "#web/panels/find/find-view.tsx";
import { HelpView } from "#web/panels/help/help-view.tsx";
import { MovementView } from "#web/panels/movement/movement-view.tsx";
import { NowView } from "#web/panels/now/now-view.tsx";
import { PhaseView } from "#web/panels/phase/phase-view.tsx";
import { PlaceView } from "#web/panels/place/place-view.tsx";
import { SourceView } from "#web/panels/source/source-view.tsx";
import { SourcesView } from "#web/panels/sources/sources-view.tsx";
import { VersionsPanel } from "#web/panels/versions/versions-panel.tsx";
import type { PanelView } from "#web/view/question/panel-view.ts";
import { printSelection } from "#web/view/question/selection.ts";

/** What the reader has chosen to read about; absent when nothing is chosen. Takes the focus when it opens. */
export function SidePanel() {
  const { selection, panel, actions } = useApp();
  const { texts } = useTexts();
  const aside = useRef<HTMLElement>(null);
  const selected = selection.value;
  const view = panel.value;
  const shown = selected ? printSelection(selected) : view === "story" ? null : view;
  usePanelFocus(aside, shown);
  if (shown === null) return null;
  // Beside the story a record leads back to it.
  const close = () => (view === "story" ? actions.setSelection(null) : actions.setPanel(null));
  const isOverList = selected !== null && view !== null && view !== "story";
  return (
    <aside class="side-panel" ref={aside}>
      <button class="panel-close" type="button" aria-label={texts.close} onClick={close}>
        <Icon name="close" />
      </button>
      {isOverList && (
        <button class="panel-back" type="button" onClick={() => actions.closeTop()}>
          <Icon name="back" />
          {texts.panelBack}
        </button>
      )}
      <PanelContent />
      {/* What was found stays as it was, its lists scrolled as they were, while a record of it is read. */}
      {view === "find" && (
        <div hidden={selected !== null}>
          <FindView />
        </div>
      )}
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
      return panel.value === null || panel.value === "story" ? null : VIEWS[panel.value]();
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
