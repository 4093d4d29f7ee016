// Events as the API gives them, a page at a time: what lists and single records show of a crowd.
import type { Feature, FeatureCollection, Point } from "geojson";
import type { Bbox } from "#model/bbox.ts";
import { parseDay } from "#model/day.ts";
import type { PositionBasis } from "#model/position.ts";
import type { Event } from "#model/record.ts";
import { ownAddress } from "./own-address.ts";

export type EventPage = {
  readonly events: readonly Event[];
  readonly matched: number;
  /** Address of the next page, or null. */
  readonly next: string | null;
};

const ITEMS = "api/collections/events/items";

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

/** Throws when the server does not give it. */
export async function eventPage(address: string, signal?: AbortSignal): Promise<EventPage> {
  const response = await fetch(address, {
    headers: { Accept: "application/geo+json" },
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const page = (await response.json()) as FeatureCollection & {
    numberMatched: number;
    links: readonly { rel: string; href: string }[];
  };
  const next = page.links.find(({ rel }) => rel === "next")?.href;
  return {
    events: page.features.map(eventOf),
    matched: page.numberMatched,
    // Asked of the host that the page came from, whatever the server is called by others.
    next: next ? pathOf(next) : null,
  };
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/** One event, or undefined when there is none with this id. Throws when the server does not say. */
export async function loadEvent(id: string): Promise<Event | undefined> {
  const response = await fetch(ownAddress(`${ITEMS}/${encodeURIComponent(id)}?f=geojson`));
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return eventOf((await response.json()) as Feature);
}

export function bboxParameter({ east, north, south, west }: Bbox): string {
  return [west, south, east, north].map((degrees) => degrees.toFixed(7)).join(",");
}

/** A feature of the collection `events` as the page has events. */
function eventOf({ geometry, id, properties }: Feature): Event {
  const of = properties ?? {};
  const day = (name: string) => parseDay(of[name] ?? "") ?? null;
  return {
    id: String(id),
    title: { en: of.title_en, fr: of.title_fr },
    summary: { en: of.summary_en, fr: of.summary_fr },
    category: of.category,
    certainty: of.certainty,
    sensitivity: of.sensitivity,
    edtf: of.edtf,
    datePrecision: of.date_precision ?? null,
    span: {
      startEarliest: day("start_earliest"),
      startLatest: day("start_latest"),
      endEarliest: day("end_earliest"),
      endLatest: day("end_latest"),
    },
    placeId: of.place_id ?? null,
    point: geometry as Point | null,
    quality: geometry
      ? { precisionM: of.precision_m ?? 0, basis: of.position_basis as PositionBasis }
      : null,
    peopleLow: of.people_low ?? null,
    peopleHigh: of.people_high ?? null,
    peopleNote: of.people_note ?? null,
    actorIds: of.actors ?? [],
    accountParagraph: of.account_paragraph ?? null,
    sourceIds: of.source_ids ?? [],
  };
}
