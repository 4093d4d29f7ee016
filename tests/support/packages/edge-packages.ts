// Packages that go to one edge each: of the map, of the shapes that things have, and of the clock.
import type { Geometry, Position } from "geojson";
import { writeChangedHarbour } from "./changed-harbour.ts";

const WORLD = { west: -180, south: -90, east: 180, north: 90 };

const named = (name: string) => ({ name_en: name, name_fr: name });
/** A place of the whole period; the harbour's last place, which it is like, was a camp. */
const place = (id: string, lon: number, lat: number) => ({
  id,
  ...named(id),
  lon,
  lat,
  stated_side: "region",
  start_edtf: "1890",
  end_edtf: "..",
});

/** Of the whole period, and of a kind that is drawn. */
const outline = (id: string, geometry: Geometry) => ({
  geometry,
  properties: { id, ...named(id), kind: "port" },
});

export const WORLD_ID = "harbour-world";
/** Where a map, a tile or a box may go wrong: the poles, both ends of the world, and the middle. */
export const WORLD_PLACES: readonly (readonly [id: string, lon: number, lat: number])[] = [
  ["north-pole", 0, 90],
  ["south-pole", 0, -90],
  ["far-north", 25, 86.5],
  ["eastern-end", 180, -16.8],
  ["western-end", -180, 65],
  ["before-the-end", 179.9999, 10],
  ["null-island", 0, 0],
];

/** The whole world, from pole to pole and from −180 to 180; or, with `days`, of one day alone. */
export function writeWorldPackage(folder: string, days: "all" | "one" = "all"): void {
  const one = { firstDay: "1891-01-15", lastDay: "1891-01-15", openingDay: "1891-01-15" };
  writeChangedHarbour(folder, {
    name: WORLD_ID,
    frame: { extent: WORLD, home: WORLD, ...(days === "one" ? one : {}) },
    rows: { places: WORLD_PLACES.map((row) => place(...row)) },
  });
}

export const SPREAD_ID = "harbour-spread";
/** Five places, each 16° from the next: more than a map shows at the scale of a town. */
export const SPREAD_PLACES = [-67.2, -51.2, -35.2, -19.2, -3.2].map(
  (lon, at) => [`station-${at + 1}`, lon, 55.95 - 8 * at] as const,
);

export function writeSpreadPackage(folder: string): void {
  const box = { west: -68, south: 23, east: -2, north: 57 };
  writeChangedHarbour(folder, {
    name: SPREAD_ID,
    frame: { extent: box, home: box },
    rows: { places: SPREAD_PLACES.map((row) => place(...row)) },
  });
}

export const PACIFIC_ID = "harbour-pacific";
/** West of the line, on it from either side, and east of it. */
export const PACIFIC_PLACES: readonly (readonly [id: string, lon: number, lat: number])[] = [
  ["west-island", 177.44, -17.6],
  ["line-from-the-west", 180, -16.5],
  ["line-from-the-east", -180, -16.9],
  ["east-island", -175.2, -21.13],
];
/** What crosses the line is cut there, as RFC 7946 asks for. */
export const PACIFIC_LAGOON: Geometry = {
  type: "MultiPolygon",
  coordinates: [[ring(179.2, -17.6, 180, -16.4)], [ring(-180, -17.6, -179.1, -16.4)]],
};

/**
 * The harbour moved into an extent that crosses the antimeridian, with people who go over the line; or, with `lagoon`,
 * with an area too that lies on both sides.
 */
export function writePacificPackage(folder: string, shapes: "none" | "lagoon" = "none"): void {
  const [west = "", , , east = ""] = PACIFIC_PLACES.map(([id]) => id);
  writeChangedHarbour(folder, {
    name: PACIFIC_ID,
    frame: {
      extent: { west: -4, south: -23, east: -174, north: 57 },
      home: { west: 176, south: -23, east: -174, north: -15 },
    },
    rows: {
      places: PACIFIC_PLACES.map((row) => place(...row)),
      movements: [
        { id: "over-the-line", from_id: west, to_id: east, edtf: "1892-03" },
        { id: "back-again", from_id: east, to_id: west, edtf: "1892-05" },
      ],
    },
    outlines: shapes === "none" ? {} : { shapes: [outline("lagoon", PACIFIC_LAGOON)] },
  });
}

export const ISLANDS_ID = "harbour-islands";
/** Shapes of several parts, with what a reader of them gets wrong: a hole, a part within that hole, parts of no order. */
export const ISLANDS: Readonly<Record<string, Geometry>> = {
  atoll: {
    type: "MultiPolygon",
    coordinates: [
      [ring(-3.24, 55.935, -3.22, 55.945), ring(-3.236, 55.937, -3.224, 55.943).reverse()],
      [ring(-3.232, 55.939, -3.228, 55.941)],
    ],
  },
  "one-part": { type: "MultiPolygon", coordinates: [[ring(-3.18, 55.935, -3.17, 55.94)]] },
  quays: {
    type: "MultiLineString",
    coordinates: [
      [
        [-3.21, 55.951],
        [-3.2, 55.951],
      ],
      [
        [-3.21, 55.954],
        [-3.205, 55.9545],
        [-3.2, 55.954],
      ],
    ],
  },
};

/** The harbour with outlines of several parts, and land of two. */
export function writeIslandsPackage(folder: string): void {
  writeChangedHarbour(folder, {
    name: ISLANDS_ID,
    frame: {},
    outlines: {
      shapes: Object.entries(ISLANDS).map(([id, geometry]) => outline(id, geometry)),
      basemap: [
        {
          properties: { id: "skerries" },
          geometry: {
            type: "MultiPolygon",
            coordinates: [[ring(-3.28, 55.91, -3.27, 55.915)], [ring(-3.1, 55.91, -3.09, 55.92)]],
          },
        },
      ],
    },
  });
}

export const CLOCK_ID = "harbour-clock";
/**
 * One night in the zone of New York, when the clocks went back an hour at two, in the order in which it happened, which
 * is neither that of the texts nor that of the hours that they name. The day of each is that of the zone, and so is an
 * hour without an offset; what is known to the day alone comes last of its day.
 */
export const CLOCK_EVENTS: readonly {
  readonly id: string;
  readonly edtf: string;
  readonly day: string;
  /** As the clocks of the zone show the instant; null where no time is said. */
  readonly time: string | null;
}[] = [
  {
    id: "d-evening",
    edtf: "2015-10-31T23:50:00-04:00",
    day: "2015-10-31",
    time: "2015-10-31T23:50:00-04:00",
  },
  {
    id: "c-first-half-past-one",
    edtf: "2015-11-01T01:30:00-04:00",
    day: "2015-11-01",
    time: "2015-11-01T01:30:00-04:00",
  },
  {
    id: "b-second-half-past-one",
    edtf: "2015-11-01T01:30:00-05:00",
    day: "2015-11-01",
    time: "2015-11-01T01:30:00-05:00",
  },
  {
    id: "a-told-from-tokyo",
    edtf: "2015-11-01T15:45:10+09:00",
    day: "2015-11-01",
    time: "2015-11-01T01:45:10-05:00",
  },
  {
    id: "f-hour-without-offset",
    edtf: "2015-11-01T12:00",
    day: "2015-11-01",
    time: "2015-11-01T12:00:00-05:00",
  },
  {
    id: "e-next-evening",
    edtf: "2015-11-02T04:10:00.250Z",
    day: "2015-11-01",
    time: "2015-11-01T23:10:00.250-05:00",
  },
  { id: "a-day-alone", edtf: "2015-11-01", day: "2015-11-01", time: null },
];

/** The harbour in 2015, with the events of that night; its own are long past then. */
export function writeClockPackage(folder: string): void {
  writeChangedHarbour(folder, {
    name: CLOCK_ID,
    frame: {
      timeZone: "America/New_York",
      firstDay: "1890-01-01",
      lastDay: "2015-12-31",
      openingDay: "2015-11-01",
    },
    rows: {
      events: CLOCK_EVENTS.map(({ edtf, id }) => ({ id, edtf, title_en: id, title_fr: id })),
    },
  });
}

/** A closed ring around a box, counter-clockwise. */
function ring(west: number, south: number, east: number, north: number): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

export const SEVERAL_ID = "harbour-several";
/** Where the records of the package are: of each all its points, as the public sees them. */
export const SEVERAL_POINTS: Readonly<Record<string, readonly Position[]>> = {
  "two-yards": [
    [-3.19, 55.944],
    [-3.11, 55.9534],
  ],
  "three-fires": [
    [-3.21, 55.95],
    [-3.18, 55.951],
    [-3.15, 55.94],
  ],
};

/** A cell of the longitudes and one of the latitudes. */
export const inCells = (positions: readonly Position[] = []) => ({
  lon: positions.map(([lon]) => lon).join(";"),
  lat: positions.map(([, lat]) => lat).join(";"),
});

/** The harbour with a site and an event that are at several points, and both again as coarse as a kilometre. */
export function writeSeveralPointsPackage(folder: string): void {
  const site = {
    kind: "camp",
    stated_side: "",
    ...inCells(SEVERAL_POINTS["two-yards"]),
    start_edtf: "1891-02",
  };
  const event = {
    ...{ place_id: "", edtf: "1891-03-04", ...inCells(SEVERAL_POINTS["three-fires"]) },
    ...{ precision_m: 20, position_basis: "estimated" },
  };
  const coarse = { disclosure: "1km" };
  writeChangedHarbour(folder, {
    name: SEVERAL_ID,
    frame: {},
    rows: {
      places: [
        { id: "two-yards", ...named("two-yards"), ...site, end_edtf: "1891-05" },
        {
          ...{ id: "coarse-yards", ...named("coarse-yards"), ...site, end_edtf: "1891-05" },
          ...{ lon: "-3.191;-3.1911;-3.112", lat: "55.944;55.9441;55.9534", ...coarse },
        },
      ],
      events: [
        { id: "three-fires", title_en: "Fires", title_fr: "Feux", ...event },
        {
          ...{ id: "coarse-fires", title_en: "Fires", title_fr: "Feux", ...event, ...coarse },
          ...{ lon: "-3.153;-3.183;-3.213", lat: "55.942;55.951;55.953" },
        },
      ],
    },
  });
}
