// Events as the columns of numbers that the map draws a crowd from, made where the events are.
import {
  type EventBlock,
  type EventColumnsHead,
  MAX_CATEGORIES,
  NO_DAY,
  WORLD,
} from "#model/collection/event-columns.ts";
import { EVENT_CERTAINTIES, type Event } from "#model/record/event.ts";
import { positionsOfPoints } from "#model/space/points.ts";
import type { BroughtCrowd } from "#web/api/brought-events.ts";
import { mercatorX, mercatorY } from "#web/events/columns/crowd.ts";
import { bandBlock } from "#web/view/crowd/bands.ts";

/** The columns of the events that have a position; of one at several points its first. */
export function crowdOf(events: readonly Event[], version: string): BroughtCrowd {
  const placed = events.filter(({ point }) => point !== null);
  const head: EventColumnsHead = {
    version,
    matched: events.length,
    placed: placed.length,
    categories: mostFrequent(placed),
  };
  return { head, block: placed.length === 0 ? null : bandBlock(blockOf(placed, head.categories)) };
}

function mostFrequent(events: readonly Event[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { category } of events) counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts]
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, MAX_CATEGORIES - 1)
    .map(([category]) => category);
}

function blockOf(events: readonly Event[], categories: readonly string[]): EventBlock {
  const count = events.length;
  const block: EventBlock = {
    x: new Uint32Array(count),
    y: new Uint32Array(count),
    startEarliest: new Int32Array(count),
    startLatest: new Int32Array(count),
    endEarliest: new Int32Array(count),
    endLatest: new Int32Array(count),
    category: new Uint8Array(count),
    quality: new Uint8Array(count),
  };
  const places = new Map(categories.map((category, place) => [category, place]));
  events.forEach(({ category, certainty, point, quality, span }, index) => {
    const [longitude = 0, latitude = 0] = (point && positionsOfPoints(point)[0]) ?? [];
    block.x[index] = within(mercatorX(longitude));
    block.y[index] = within(mercatorY(latitude));
    block.startEarliest[index] = span.startEarliest ?? NO_DAY;
    block.startLatest[index] = span.startLatest ?? NO_DAY;
    block.endEarliest[index] = span.endEarliest ?? NO_DAY;
    block.endLatest[index] = span.endLatest ?? NO_DAY;
    block.category[index] = places.get(category) ?? categories.length;
    block.quality[index] =
      EVENT_CERTAINTIES.indexOf(certainty) * 64 + precisionClass(quality?.precisionM ?? 1);
  });
  return block;
}

const within = (across: number): number => Math.min(Math.max(Math.floor(across), 0), WORLD - 1);

/** No position is shown more exactly than it is known. */
const precisionClass = (metres: number): number =>
  Math.min(Math.ceil(2 * Math.log2(Math.max(metres, 1))), 63);
