// Events as the API gives them, a page at a time: what lists and single records show of a crowd.

import { featureDecoder } from "#model/collection/decode-feature.ts";
import { EVENTS } from "#model/collection/events.ts";
import { aText, aWholeNumber, listOf, objectOf } from "#model/field/decode.ts";
import { EVENT, type Event } from "#model/record/event.ts";
import type { Bbox } from "#model/space/bbox.ts";
import { type Asked, apiQuestion } from "#web/view/address/api-address.ts";
import { askService, findInService } from "./ask-service.ts";
import { ownAddress } from "./own-address.ts";

export type EventPage = {
  readonly events: readonly Event[];
  readonly matched: number;
  /** Address of the next page, or null. */
  readonly next: string | null;
};

const ITEMS = "api/collections/events/items";

const decodeEvent = featureDecoder(EVENT, EVENTS);
const decodePage = objectOf({
  features: listOf(decodeEvent),
  numberMatched: aWholeNumber,
  links: listOf(objectOf({ rel: aText, href: aText })),
});

/** The first page of the events that answer the question. */
export function firstEventPage(parameters: URLSearchParams, signal?: AbortSignal) {
  return eventPage(ownAddress(`${ITEMS}?${parameters}`), signal);
}

/** How many events answer the question. */
export async function countEvents(parameters: URLSearchParams, signal: AbortSignal) {
  const one = new URLSearchParams(parameters);
  one.set("limit", "1");
  return (await firstEventPage(one, signal)).matched;
}

/** Throws `NotGiven` when the server does not give it. */
export async function eventPage(address: string, signal?: AbortSignal): Promise<EventPage> {
  const { value: page } = await askService(address, decodePage, {
    headers: { Accept: "application/geo+json" },
    ...(signal ? { signal } : {}),
  });
  const next = page.links.find(({ rel }) => rel === "next")?.href;
  return {
    events: page.features,
    matched: page.numberMatched,
    // Asked of the host that the page came from, whatever the server is called by others.
    next: next ? pathOf(next) : null,
  };
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/** One event, or undefined when there is none with this id. Throws `NotGiven` when the server does not say. */
export async function loadEvent(id: string): Promise<Event | undefined> {
  const address = ownAddress(`${ITEMS}/${encodeURIComponent(id)}?f=geojson`);
  return (await findInService(address, decodeEvent))?.value;
}

/** The events of days, certainty and filter as a question; in the box, or wherever they are. */
export function eventQuestion(asked: Asked, box: Bbox | null): URLSearchParams {
  const parameters = new URLSearchParams(apiQuestion("events", asked).search);
  if (box) parameters.set("bbox", bboxParameter(box));
  return parameters;
}

function bboxParameter({ east, north, south, west }: Bbox): string {
  return [west, south, east, north].map((degrees) => degrees.toFixed(7)).join(",");
}
