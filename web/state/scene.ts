// What there is to see at a date: the same description feeds the map, the lists and the printed figure.
import type { Dataset } from "#model/dataset.ts";
import { addDays, type Day } from "#model/day.ts";
import { currentClaims, type PeopleRange, peopleOf } from "#model/people.ts";
import {
  isMeasuredSettlement,
  isSettlementKind,
  type Place,
  type PlacePhase,
} from "#model/place.ts";
import type { Count, Event, Movement } from "#model/record.ts";
import type { Side, Site } from "#model/separation.ts";
import {
  type Certainty,
  dayWindow,
  matches,
  type Presence,
  possiblyIn,
  presenceIn,
  type Window,
} from "#model/span.ts";
import { isPointPhase, type PointPhase } from "./sites.ts";

/** Days for which an event or a movement stays on the map, faintly, after its date. */
export const RECENT_DAYS = 30;

type Seen = Exclude<Presence, "absent">;

export type SceneSite = {
  readonly place: Place;
  readonly phase: PointPhase;
  readonly presence: Seen;
  readonly side: Side | null;
  readonly distanceM: number | null;
  readonly claims: readonly Count[];
  readonly people: PeopleRange | null;
  /** Counted in the measures: it lies in the area studied and is no part of another open site. */
  readonly isCounted: boolean;
};

export type SceneThing<Thing> = {
  readonly thing: Thing;
  readonly presence: Seen;
  /** It happened in the days before, not on the date itself. */
  readonly isRecent: boolean;
};

export type Scene = {
  readonly day: Day;
  readonly sites: readonly SceneSite[];
  /** Settlements that are certainly over. */
  readonly ghosts: readonly { readonly place: Place; readonly phase: PointPhase }[];
  /** Other places that are points: port, terminals, centres, landmarks. */
  readonly landmarks: readonly { readonly place: Place; readonly phase: PointPhase }[];
  readonly outlines: readonly {
    readonly place: Place;
    readonly phase: PlacePhase;
    readonly presence: Seen;
  }[];
  readonly events: readonly SceneThing<Event>[];
  readonly movements: readonly SceneThing<Movement>[];
};

/** Everything to be seen at the date, read with the given certainty. */
export function sceneAt(
  dataset: Dataset,
  sites: readonly Site[],
  day: Day,
  certainty: Certainty,
): Scene {
  const window = dayWindow(day);
  const places = new Map(dataset.places.map((place) => [place.id, place]));
  const measured = new Map(sites.map((site) => [site.id, site]));
  const phases = dataset.placePhases.flatMap((phase) => {
    const place = places.get(phase.placeId);
    return place ? { place, phase, presence: presenceFor(phase.span, window, certainty) } : [];
  });
  const points = phases.flatMap((entry) =>
    isPointPhase(entry.phase) ? { ...entry, phase: entry.phase } : [],
  );
  const open = points.filter(
    (entry): entry is typeof entry & { presence: Seen } =>
      isSettlementKind(entry.place.kind) && entry.presence !== "absent",
  );
  const openIds = new Set(open.map(({ place }) => place.id));
  return {
    day,
    sites: open.map((entry) => {
      const site = measured.get(entry.place.id);
      const claims = currentClaims(dataset.counts, entry.place.id, window);
      const isPart = entry.place.partOf !== null && openIds.has(entry.place.partOf);
      return {
        ...entry,
        side: site?.side ?? null,
        distanceM: site?.distanceM ?? null,
        claims,
        people: peopleOf(claims),
        isCounted: isMeasuredSettlement(entry.place) && !isPart,
      };
    }),
    ghosts: points.filter(
      ({ place, phase }) =>
        isMeasuredSettlement(place) && phase.span.endLatest !== null && phase.span.endLatest < day,
    ),
    landmarks: points.filter(
      ({ place, phase }) =>
        !isSettlementKind(place.kind) && isDrawnLandmark(place) && possiblyIn(phase.span, window),
    ),
    outlines: phases.filter(
      (entry): entry is typeof entry & { presence: Seen } =>
        !isPointPhase(entry.phase) && entry.presence !== "absent",
    ),
    events: recentOrNow(dataset.events, window, certainty),
    movements: recentOrNow(dataset.movements, window, certainty),
  };
}

function presenceFor(span: PlacePhase["span"], window: Window, certainty: Certainty): Presence {
  return matches(span, window, certainty) ? presenceIn(span, window) : "absent";
}

/** Roads and barriers are drawn as lines, areas and far destinations not at all. */
function isDrawnLandmark(place: Place): boolean {
  return !["road", "barrier", "region"].includes(place.kind) && place.ringRoad !== "region";
}

function recentOrNow<Thing extends Event | Movement>(
  things: readonly Thing[],
  window: Window,
  certainty: Certainty,
): SceneThing<Thing>[] {
  const before: Window = {
    from: window.from === null ? null : addDays(window.from, -RECENT_DAYS),
    until: window.from,
  };
  return things.flatMap((thing) => {
    const now = presenceFor(thing.span, window, certainty);
    if (now !== "absent") return { thing, presence: now, isRecent: false };
    const recently = presenceFor(thing.span, before, certainty);
    return recently === "absent" ? [] : { thing, presence: recently, isRecent: true };
  });
}
