// Any number of events as a list: pages come as the reader scrolls, and only the rows in sight are in the document.

import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Event } from "#model/record/event.ts";
import type { Window } from "#model/time/span.ts";
import { onNotGiven } from "#web/api/ask-service.ts";
import type { EventPage } from "#web/api/brought-events.ts";
import { eventPage, firstEventPage } from "#web/api/event-pages.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { formatNumber } from "#web/i18n/format.ts";
import { EventLine } from "./event-list.tsx";

const PAGE = 100;
/** Height of a row in CSS pixels; titles are cut to it. */
const ROW = 52;
/** Rows made above and below those in sight, and around the one that has the focus. */
const SPARE = 6;
/** A date that moves on within this time is not asked for. */
const SETTLING_MS = 250;

type Props = {
  /** The question, without its limit; asked anew when it changes. */
  readonly parameters: () => URLSearchParams;
  readonly title: (count: string) => string;
  /** The days that are asked for: of what only may have happened in them it is said. */
  readonly during?: Window | null;
};

export function EventRows({ during = null, parameters, title }: Props) {
  const { actions, dataset } = useApp();
  const { language, texts } = useTexts();
  const page = useSignal<EventPage | null>(null);
  const error = useSignal(false);
  const isComing = useSignal(false);
  const scroll = useSignal(0);
  /** Place of the row that has the focus: it stays when it is scrolled away, and has rows to go on to. */
  const focused = useSignal<number | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const question = useComputed(() => {
    const asked = parameters();
    asked.set("limit", String(PAGE));
    asked.set("sortby", "start_earliest");
    return asked.toString();
  });
  useSignalEffect(() => {
    const asked = new URLSearchParams(question.value);
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const first = await firstEventPage(dataset.meta, asked, stop.signal);
        actions.keepEvents(first.events);
        page.value = first;
        error.value = false;
        scroll.value = 0;
        list.current?.scrollTo(0, 0);
      } catch (thrown) {
        if (stop.signal.aborted) return;
        onNotGiven(thrown, () => {
          error.value = true;
        });
      }
    }, SETTLING_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  });
  const more = async () => {
    const present = page.peek();
    if (!present?.next || isComing.peek()) return;
    isComing.value = true;
    try {
      const next = await eventPage(dataset.meta, present.next);
      actions.keepEvents(next.events);
      // Another question may have been answered meanwhile.
      if (page.peek() === present)
        page.value = { ...next, events: [...present.events, ...next.events] };
    } catch (thrown) {
      onNotGiven(thrown, () => {
        error.value = true;
      });
    } finally {
      isComing.value = false;
    }
  };
  const shown = page.value;
  if (error.value) return <p class="quiet">{texts.crowdFailed}</p>;
  if (!shown) return <p class="quiet">{texts.crowdLoading}</p>;
  const height = list.current?.clientHeight ?? 12 * ROW;
  const first = Math.max(0, Math.floor(scroll.value / ROW) - SPARE);
  const last = Math.min(shown.events.length, Math.ceil((scroll.value + height) / ROW) + SPARE);
  const places = new Set(range(first, last));
  const held = focused.value;
  if (held !== null)
    for (const place of range(held - SPARE, held + SPARE + 1))
      if (place >= 0 && place < shown.events.length) places.add(place);
  const rows = [...places].sort((a, b) => a - b);
  const count = formatNumber(shown.matched, language);
  return (
    <section class="part">
      <h3>{title(count)}</h3>
      {shown.matched > 0 && (
        <div
          class="event-rows"
          ref={list}
          onScroll={({ currentTarget }) => {
            scroll.value = currentTarget.scrollTop;
            const left = currentTarget.scrollHeight - currentTarget.scrollTop - height;
            if (left < 20 * ROW) void more();
          }}
          onFocusOut={({ currentTarget, relatedTarget }) => {
            const isInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
            if (!isInside) focused.value = null;
          }}
        >
          <ul style={{ blockSize: `${shown.events.length * ROW}px` }}>
            {rows.map((place) => {
              const event = shown.events[place];
              return (
                event && (
                  <EventRow
                    key={event.id}
                    event={event}
                    during={during}
                    place={place}
                    count={shown.matched}
                    onFocus={() => {
                      focused.value = place;
                      if (place > shown.events.length - 20) void more();
                    }}
                  />
                )
              );
            })}
          </ul>
        </div>
      )}
    </section>
  );
}

const range = (from: number, until: number): number[] =>
  Array.from({ length: Math.max(until - from, 0) }, (_, index) => from + index);

type RowProps = {
  readonly event: Event;
  readonly during: Window | null;
  readonly place: number;
  readonly count: number;
  readonly onFocus: () => void;
};

function EventRow({ event, during, place, count, onFocus }: RowProps) {
  const { actions } = useApp();
  const to = { kind: "event", id: event.id } as const;
  return (
    <li
      style={{ insetBlockStart: `${place * ROW}px` }}
      aria-posinset={place + 1}
      aria-setsize={count}
      onMouseEnter={() => actions.point(to)}
      onMouseLeave={() => actions.point(null)}
      onFocusIn={onFocus}
    >
      <EventLine event={event} during={during} />
    </li>
  );
}
