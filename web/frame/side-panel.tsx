import { useRef } from "preact/hooks";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Icon } from "#web/controls/icon.tsx";
import { usePanelFocus } from "#web/controls/panel-focus.ts";
import { PartLoading } from "#web/controls/part/part-loading.tsx";
import { usePart } from "#web/controls/part/use-part.ts";
import type { PanelShown } from "#web/panels/panel-contents.tsx";
import { part } from "#web/state/part.ts";
import { printSelection } from "#web/view/question/selection.ts";

/** All at once: between records and views the reader goes back and forth without waiting. */
const CONTENTS = part(async () => (await import("#web/panels/panel-contents.tsx")).PanelContents);

/**
 * What the reader has chosen to read about; absent when nothing is chosen. Takes the focus when what it holds is there,
 * which is when it opens, or as soon as it has come.
 */
export function SidePanel() {
  const { selection, panel } = useApp();
  const aside = useRef<HTMLElement>(null);
  const selected = selection.value;
  const view = panel.value;
  const shown = selected ? printSelection(selected) : view === "story" ? null : view;
  usePanelFocus(aside, CONTENTS.content.value && shown);
  return shown === null ? null : (
    <aside class="side-panel" ref={aside}>
      <Ways selected={selected} view={view} />
      <Contents selected={selected} view={view} />
    </aside>
  );
}

/** Out of the panel, and back to the list that a record was opened from. */
function Ways({ selected, view }: PanelShown) {
  const { actions } = useApp();
  const { texts } = useTexts();
  // Beside the story a record leads back to it.
  const close = () => (view === "story" ? actions.setSelection(null) : actions.setPanel(null));
  const isOverList = selected !== null && view !== null && view !== "story";
  return (
    <>
      <button class="panel-close" type="button" aria-label={texts.close} onClick={close}>
        <Icon name="close" />
      </button>
      {isOverList && (
        <button class="panel-back" type="button" onClick={() => actions.closeTop()}>
          <Icon name="back" />
          {texts.panelBack}
        </button>
      )}
    </>
  );
}

function Contents(shown: PanelShown) {
  const { actions } = useApp();
  const PanelContents = usePart(CONTENTS, actions.closeTop);
  return PanelContents ? <PanelContents {...shown} /> : <PartLoading />;
}
