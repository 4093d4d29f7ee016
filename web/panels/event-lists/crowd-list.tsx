import { useApp, useTexts } from "#web/controls/app-context.ts";
import { shownEventQuestion } from "#web/state/open-spot.ts";
import { EventRows } from "./event-rows.tsx";

/** The events of the date in what the map shows, or at the place that the reader has pointed to. */
export function CrowdList() {
  const app = useApp();
  const { texts } = useTexts();
  const { actions, frame, spot, window } = app;
  const isSpot = spot.value !== null;
  return (
    <>
      <EventRows
        during={window.value}
        parameters={() => shownEventQuestion(app, spot.value ?? frame.value)}
        title={isSpot ? texts.crowdEventsAtSpot : texts.crowdEventsInView}
      />
      {isSpot && (
        <button type="button" class="link" onClick={() => actions.setSpot(null)}>
          {texts.crowdWholeView}
        </button>
      )}
    </>
  );
}
