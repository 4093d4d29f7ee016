import { useMemo, useRef } from "preact/hooks";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { axisMarks } from "./axis-marks.ts";
import { percent } from "./time-scale.ts";
import { useMeasures } from "./use-measures.ts";

/** Weights of the words, as the style has them. */
const WEIGHTS = { year: 600, month: 400, day: 400 } as const;

/** Years, months or days under the charts, as many as have room. */
export function YearAxis() {
  const { axis } = useApp();
  const { language } = useTexts();
  const list = useRef<HTMLOListElement>(null);
  const { textWidth, width } = useMeasures(list);
  const range = axis.value;
  const marks = useMemo(() => {
    if (width === 0) return [];
    return axisMarks({
      axis: range,
      language,
      width,
      widthOf: (text, unit) => textWidth(text, WEIGHTS[unit]),
    });
  }, [range, language, width, textWidth]);
  return (
    <ol class="year-axis" aria-hidden="true" ref={list}>
      {marks.map(({ day, offset, share, text, unit }) => (
        <li
          key={day}
          class={text === "" ? `${unit} is-bare` : unit}
          style={{ insetInlineStart: percent(share) }}
        >
          {text !== "" && (
            <span style={{ marginInlineStart: `${offset.toFixed(1)}px` }}>{text}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
