import { useApp, useTexts } from "#web/controls/app-context.ts";
import { nextStop, SHEET_HEIGHTS } from "./bar-layout.ts";

/** What a sheet is drawn up and down by; arrow keys do it too. */
export function SheetGrip() {
  const { sheet, actions } = useApp();
  const { texts } = useTexts();
  return (
    <div
      class="sheet-grip"
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={texts.sheetGrip}
      aria-valuemin={0}
      aria-valuemax={SHEET_HEIGHTS.length - 1}
      aria-valuenow={SHEET_HEIGHTS.indexOf(sheet.value)}
      aria-valuetext={texts.sheetHeight[sheet.value]}
      onKeyDown={(event) => {
        const direction = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }[event.key];
        if (direction === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        actions.setSheet(nextStop(sheet.value, direction > 0 ? 1 : -1));
      }}
    />
  );
}
