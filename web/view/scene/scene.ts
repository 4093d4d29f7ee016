// What there is to see at a date: the same description feeds the map, the lists and the printed figure.

import type { Dataset } from "#model/dataset/dataset.ts";
import { isLandmark, isMeasuredSite, isSite } from "#model/dataset/roles.ts";
import { daysSeen, livedIn } from "#model/measure/lived-in.ts";
import { openSites, presenceOver } from "#model/measure/open-sites.ts";
import { currentClaims, type PeopleRange, peopleOf } from "#model/measure/people.ts";
import type { Side, Site } from "#model/measure/site.ts";
import type { Count } from "#model/record/claim.ts";
import type { Event } from "#model/record/event.ts";
import type { Movement } from "#model/record/movement.ts";
import type { Place, PlacePhase } from "#model/record/place.ts";
import { addDays, type Day } from "#model/time/day.ts";
import {
  type Certainty,
  matches,
  type Presence,
  possiblyIn,
  presenceIn,
  type Window,
} from "#model/time/span.ts";
import { strideFrom, stridesOf } from "#model/time/strides.ts";
import { periodOf, type TimeMode } from "#web/view/question/time.ts";
import { isPointPhase, type PointPhase } from "./sites.ts";

/** A presence of which something can be seen. */
type Attested = Exclude<Presence, "absent">;

export type SceneSite = {
  readonly place: Place;
  readonly phase: PointPhase;
  readonly presence: Attested;
  readonly side: Side | null;
  readonly distanceM: number | null;
  /** The figures of `peopleOn`, and what they say together. */
  readonly claims: readonly Count[];
  readonly people: PeopleRange | null;
  /** The last day of the window on which it may have been there, lived in: that of the figures; null where there is none. */
  readonly peopleOn: Day | null;
  /** Counted in the measures: in the area studied, no part of another open site, and not known to be empty. */
  readonly isCounted: boolean;
  /** Nobody is known to live there: drawn, and not counted. */
  readonly isEmpty: boolean;
  /** Nothing but a convention says that it may be there. */
  readonly byConvention: boolean;
  /** The filter leaves it; what it does not leave is drawn faintly. */
  readonly isMatch: boolean;
};

export type SceneThing<Thing> = {
  readonly thing: Thing;
  readonly presence: Attested;
  /** It happened in the days before, not on the date itself. */
  readonly isRecent: boolean;
  readonly isMatch: boolean;
};

export type Scene = {
  /** The days that are shown. */
  readonly days: Window;
  /** The days before them of which things are shown as past; null where there are none. */
  readonly daysBefore: Window | null;
  readonly sites: readonly SceneSite[];
  /** Sites that are certainly over. */
  readonly ghosts: readonly {
    readonly place: Place;
    readonly phase: PointPhase;
    readonly isMatch: boolean;
  }[];
  /** Other places that are points: works, centres, landmarks. */
  readonly landmarks: readonly { readonly place: Place; readonly phase: PointPhase }[];
  readonly outlines: readonly {
    readonly place: Place;
    readonly phase: PlacePhase;
    readonly presence: Attested;
    readonly isMatch: boolean;
  }[];
  readonly events: readonly SceneThing<Event>[];
  readonly movements: readonly SceneThing<Movement>[];
};

/** What may be seen, and the ids of what a filter leaves of it. */
export type Seen = {
  readonly dataset: Dataset;
  readonly sites: readonly Site[];
  readonly placesLeft: ReadonlySet<string>;
  readonly eventsLeft: ReadonlySet<string>;
  readonly movementsLeft: ReadonlySet<string>;
};

/** Everything to be seen in the window, read with the given certainty. */
export function sceneIn(asked: Seen, mode: TimeMode, window: Window, certainty: Certainty): Scene {
  const { dataset, sites, placesLeft } = asked;
  const { meta } = dataset;
  const places = new Map(dataset.places.map((place) => [place.id, place]));
  const measured = new Map(sites.map((site) => [site.id, site]));
  const phases = dataset.placePhases.flatMap((phase) => {
    const place = places.get(phase.placeId);
    return place ? { place, phase, presence: presenceFor(phase.span, window, certainty) } : [];
  });
  const points = phases.flatMap((entry) =>
    isPointPhase(entry.phase)
      ? { ...entry, phase: entry.phase, isMatch: placesLeft.has(entry.place.id) }
      : [],
  );
  const open = points.filter(
    (entry): entry is typeof entry & { presence: Attested } =>
      isSite(meta, entry.place) && entry.presence !== "absent",
  );
  const { counts, movements } = dataset;
  const { recent } = stridesOf(periodOf(meta));
  const daysBefore: Window | null =
    mode === "instant" && window.from !== null
      ? { from: strideFrom(window.from, recent, -1), until: window.from }
      : null;
  const evidence = { counts, movements };
  const counted = new Set(
    openSites({ sites, ...evidence }, window, certainty).map((site) => site.id),
  );
  return {
    days: window,
    daysBefore,
    sites: open.map((entry) => {
      const site = measured.get(entry.place.id);
      const phase = { ...entry.phase, id: entry.place.id };
      const stretches = livedIn(evidence, phase, window, certainty);
      const seen = stretches.at(-1) ?? daysSeen(phase.span, window);
      const claims = currentClaims(counts, entry.place.id, seen);
      return {
        ...entry,
        side: site?.side ?? null,
        distanceM: site?.distanceM ?? null,
        claims,
        people: peopleOf(claims),
        peopleOn: seen.until === null ? null : addDays(seen.until, -1),
        isCounted: counted.has(entry.place.id),
        isEmpty: stretches.length === 0,
        ...presenceOver(entry.phase, stretches.length === 0 ? [window] : stretches),
      };
    }),
    ghosts: points.filter(
      ({ place, phase }) =>
        isMeasuredSite(meta, place) &&
        phase.span.endLatest !== null &&
        window.from !== null &&
        phase.span.endLatest < window.from,
    ),
    landmarks: points.filter(
      ({ place, phase }) => isLandmark(meta, place) && possiblyIn(phase.span, window),
    ),
    outlines: phases.flatMap(({ place, phase, presence }) =>
      isPointPhase(phase) || presence === "absent"
        ? []
        : // A filter speaks of outlines of sites with their place, never of roads, the sea or works.
          { place, phase, presence, isMatch: !isSite(meta, place) || placesLeft.has(place.id) },
    ),
    events: nowAndRecently(dataset.events, asked.eventsLeft, window, daysBefore, certainty),
    movements: nowAndRecently(
      dataset.movements,
      asked.movementsLeft,
      window,
      daysBefore,
      certainty,
    ),
  };
}

function presenceFor(span: PlacePhase["span"], window: Window, certainty: Certainty): Presence {
  return matches(span, window, certainty) ? presenceIn(span, window) : "absent";
}

/** Things of the window, and those of the days before it, marked as past. */
function nowAndRecently<Thing extends Event | Movement>(
  things: readonly Thing[],
  left: ReadonlySet<string>,
  window: Window,
  before: Window | null,
  certainty: Certainty,
): SceneThing<Thing>[] {
  return things.flatMap((thing) => {
    const now = presenceFor(thing.span, window, certainty);
    const isMatch = left.has(thing.id);
    if (now !== "absent") return { thing, presence: now, isRecent: false, isMatch };
    const recently = before ? presenceFor(thing.span, before, certainty) : "absent";
    return recently === "absent" ? [] : { thing, presence: recently, isRecent: true, isMatch };
  });
}
