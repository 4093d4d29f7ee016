// The next day on which something begins, asked of the server where the page does not hold the events.
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { printDatetime } from "#model/time/datetime.ts";
import { addDays, type Day, printDay } from "#model/time/day.ts";
import type { Window } from "#model/time/span.ts";
import { type Asked, eventsAtAnyTime } from "#web/view/address/api-address.ts";
import { firstEventPage } from "./event-pages.ts";

/** Looked through first: among so many events that they are not held, something begins in most weeks. */
const NEAR_DAYS = 7;

/** The nearest day after (1) or before (-1) a day on which an event begins, or undefined when there is none. */
export async function nextDayOfBeginning(
  meta: DatasetMeta,
  asked: Omit<Asked, "window">,
  day: Day,
  direction: 1 | -1,
): Promise<Day | undefined> {
  const [first, last] =
    direction > 0
      ? [addDays(day, 1), addDays(day, NEAR_DAYS)]
      : [addDays(day, -NEAR_DAYS), addDays(day, -1)];
  const near = await beginningIn(meta, asked, day, direction, {
    from: first,
    until: addDays(last, 1),
  });
  // What began before the near days, and is open in them, may not be the last that began before them.
  if (near !== undefined && near >= first && near <= last) return near;
  return beginningIn(meta, asked, day, direction, undefined);
}

async function beginningIn(
  meta: DatasetMeta,
  asked: Omit<Asked, "window">,
  day: Day,
  direction: 1 | -1,
  window: Window | undefined,
): Promise<Day | undefined> {
  const parameters = eventsAtAnyTime(asked);
  // An event is possibly open on the day on which it may begin, and on that on which it has begun for certain.
  parameters.delete("certainty");
  if (window) parameters.set("datetime", printDatetime(window));
  const [name, begins] =
    asked.certainty === "certain"
      ? (["start_latest", "startLatest"] as const)
      : (["start_earliest", "startEarliest"] as const);
  const beyond = `${name} ${direction > 0 ? ">" : "<"} DATE('${printDay(day)}')`;
  parameters.set("filter", [beyond, parameters.get("filter")].filter(Boolean).join(" AND "));
  parameters.set("sortby", direction > 0 ? name : `-${name}`);
  parameters.set("limit", "1");
  const { events } = await firstEventPage(meta, parameters);
  return events[0]?.span[begins] ?? undefined;
}
