// Events as the API gives them, a page at a time: what lists and single records show of a crowd.

import { collectionsOf } from "#model/collection/collections.ts";
import { featureDecoder } from "#model/collection/decode-feature.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { aText, aWholeNumber, type Decoder, listOf, objectOf } from "#model/field/decode.ts";
import { EVENT, type Event } from "#model/record/event.ts";
import type { Bbox } from "#model/space/bbox.ts";
import { type Asked, apiQuestion } from "#web/view/address/api-address.ts";
import { askService, findInService } from "./ask-service.ts";
import { broughtEvents, type EventPage } from "./brought-events.ts";
import { ownAddress } from "./own-address.ts";

const ITEMS = "api/collections/events/items";

const decoders = new WeakMap<DatasetMeta, Decoder<Event>>();

/** Reads events as features of the dataset's own collection. */
function eventDecoder(meta: DatasetMeta): Decoder<Event> {
  const known = decoders.get(meta) ?? featureDecoder(EVENT, collectionsOf(meta).events);
  decoders.set(meta, known);
  return known;
}

const PAGE = { numberMatched: aWholeNumber, links: listOf(objectOf({ rel: aText, href: aText })) };

const asked = (signal: AbortSignal | undefined) => ({
  headers: { Accept: "application/geo+json" },
  ...(signal ? { signal } : {}),
});

/** The first page of the events that answer the question. */
export async function firstEventPage(
  meta: DatasetMeta,
  parameters: URLSearchParams,
  signal?: AbortSignal,
): Promise<EventPage> {
  const brought = broughtEvents();
  if (brought) return brought.page(parameters.toString());
  return eventPage(meta, ownAddress(`${ITEMS}?${parameters}`), signal);
}

/** How many events answer the question. */
export async function countEvents(parameters: URLSearchParams, signal: AbortSignal) {
  const one = new URLSearchParams(parameters);
  one.set("limit", "1");
  const address = ownAddress(`${ITEMS}?${one}`);
  return (await askService(address, objectOf(PAGE), asked(signal))).value.numberMatched;
}

/** Throws `NotGiven` when the server does not give it. */
export async function eventPage(
  meta: DatasetMeta,
  address: string,
  signal?: AbortSignal,
): Promise<EventPage> {
  const brought = broughtEvents();
  if (brought) return brought.page(address);
  const decodePage = objectOf({ ...PAGE, features: listOf(eventDecoder(meta)) });
  const { value: page } = await askService(address, decodePage, asked(signal));
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
export async function loadEvent(meta: DatasetMeta, id: string): Promise<Event | undefined> {
  const brought = broughtEvents();
  if (brought) return brought.event(id);
  const address = ownAddress(`${ITEMS}/${encodeURIComponent(id)}?f=geojson`);
  return (await findInService(address, eventDecoder(meta)))?.value;
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
