import { leaveFound, type PicturedCrowd } from "#web/view/crowd/moment-crowd.ts";
import type { EventSource } from "./event-source.ts";

/**
 * The events that pictures draw besides those of the document: of columns as soon as all are here, and undefined before;
 * null where the page has none, as they are too many.
 */
export function picturedCrowd(events: EventSource): PicturedCrowd | null | undefined {
  const { areHeld, categories, marks, open } = events;
  if (areHeld) return undefined;
  if (marks.kind !== "columns") return null;
  const counted = open.value;
  if (!counted || counted.share !== null || counted.matching === "counting") return undefined;
  const matching = new Set(marks.matching.value);
  const others = marks.all.value.filter((block) => !matching.has(block));
  // Those that the service found come besides all others, of which none is left then.
  const blocks = others.length > 0 ? leaveFound(others, [...matching]) : marks.all.value;
  return { categories: categories.value, blocks };
}
