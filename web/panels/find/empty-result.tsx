import { useApp, useTexts } from "#web/controls/app-context.ts";

/** Why nothing is shown, and the ways back. */
export function EmptyResult() {
  const { isFiltered, certainty, actions } = useApp();
  const { texts } = useTexts();
  return (
    <div class="empty">
      <p>{isFiltered.value ? texts.emptyByFilter : texts.emptyByDate}</p>
      {isFiltered.value && (
        <button type="button" onClick={actions.clearFilter}>
          {texts.clearFilter}
        </button>
      )}
      {certainty.value === "certain" && (
        <button type="button" onClick={() => actions.setCertainty("possible")}>
          {texts.showPossible}
        </button>
      )}
    </div>
  );
}
