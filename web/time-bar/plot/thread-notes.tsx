import { computed } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import { labelDay } from "#model/time/date-label.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { threadNotes } from "#web/view/threads/thread-notes.ts";
import { shortNameOf } from "#web/view/words/short-name.ts";
import { edgeAt } from "../axis/time-scale.ts";
import { useMeasures } from "../axis/use-measures.ts";
import type { LaidThreads } from "./use-laid-threads.ts";

/** Half of the knob, with a little room, in pixels. */
const KNOB_HALF = 12;

/** Words beside the threads, where they have room: what the curve shows is read without a key. The knob stands on none. */
export function ThreadNotes({ of }: { readonly of: LaidThreads }) {
  const { axis, dataset, day, period } = useApp();
  const { language, texts } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const { textWidth } = useMeasures(box);
  const { axisY, clear, laid, width } = of;
  const range = axis.value;
  const notes = useMemo(() => {
    const places = new Map(dataset.places.map((place) => [place.id, place]));
    const nameOf = (id: string) => {
      const place = places.get(id);
      return place ? shortNameOf(dataset.meta, place, language) : id;
    };
    return threadNotes(
      laid,
      { nameOf, lastInside: (day) => texts.lastInside(labelDay(day, language)) },
      {
        x: (day) => edgeAt(day, range) * width,
        width,
        textWidth: (text) => textWidth(text, 400),
        last: period.last,
      },
    );
  }, [dataset, laid, language, period, range, texts, textWidth, width]);
  const under = useMemo(
    () =>
      computed(() => {
        const knob = edgeAt(day.value, axis.value) * width;
        return notes.findIndex(
          ({ at, wide }) => knob > at - KNOB_HALF && knob < at + wide + KNOB_HALF,
        );
      }),
    [axis, day, notes, width],
  );
  return (
    <div class="thread-notes" aria-hidden="true" ref={box}>
      {notes.map(({ at, isBelow, text }, index) => (
        <span
          key={text}
          hidden={index === under.value}
          class={isBelow ? "is-below" : undefined}
          style={{
            insetInlineStart: `${at.toFixed(1)}px`,
            insetBlockStart: `${isBelow ? axisY + clear : axisY - clear}px`,
          }}
        >
          {text}
        </span>
      ))}
    </div>
  );
}
