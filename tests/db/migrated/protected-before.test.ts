// What an older program stored when records had a level of their own alone and hashes were of the files: brought up to
// date, it is published by the rules of today. What should be published is written here by those rules.
import { sql } from "drizzle-orm";
import geodesic from "geographiclib-geodesic";
import type { Position } from "geojson";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import type { OpenDatabase } from "#db/database.ts";
import { rowsOf } from "#db/schema-version.ts";
import type { Disclosure } from "#model/space/position.ts";
import type { FreshDatabase } from "#tests/faults/rig/databases.ts";
import { missingSince, olderDatabase } from "#tests/faults/rig/older-database.ts";
import { borneDecimals } from "#tests/support/cases/borne-decimals.ts";
import { dbTest, isEmbedded } from "#tests/support/databases/database.ts";

const ID = "older";
const FILES_HASH = "f".repeat(64);

/** Of this one and all that came later the older program knew nothing. */
const FIRST_MISSING = "0012_reading_role";

type Stored = { readonly at: Position; readonly level?: Disclosure; readonly partOf?: string };

/** Places, their true positions and the levels that they had; the radius of each is 20 m. */
const PLACES: Readonly<Record<string, Stored>> = {
  hall: { at: [1.8512, 50.9513], level: "1km" },
  port: { at: [1.8333, 50.9441], level: "hidden" },
  open: { at: [1.863, 50.957] },
  coarse: { at: [1.8711938, 50.9614277], level: "1km" },
  near: { at: [1.84213, 50.95512], level: "100m" },
  hidden: { at: [1.8334612, 50.9472391], level: "hidden" },
  "part-of-coarse": { at: [1.8722, 50.9633], partOf: "coarse" },
  "part-of-part": { at: [1.8801, 50.9701], partOf: "part-of-coarse" },
  "part-of-hidden": { at: [1.8335, 50.9473], level: "100m", partOf: "hidden" },
  "part-of-open": { at: [1.8644444, 50.9577777], partOf: "open" },
};

/** The middles of the cells in which coarse places lie (0.01° and 0.001°), and what is exact, to a tenth of its radius. */
const PUBLISHED: Readonly<Record<string, Position | null>> = {
  hall: [1.855, 50.955],
  port: null,
  open: [1.863, 50.957],
  coarse: [1.875, 50.965],
  near: [1.8425, 50.9555],
  hidden: null,
  "part-of-coarse": [1.875, 50.965],
  "part-of-part": [1.875, 50.965],
  "part-of-hidden": null,
  "part-of-open": [1.86444, 50.95778],
};

type StoredEvent = {
  readonly place: string | null;
  readonly at: Position;
  readonly level: Disclosure;
};
const trueAt = (place: string): Position => PLACES[place]?.at ?? [];

/** Events took over the true position of their place where they had none; the level that they asked for counted. */
const EVENTS: Readonly<Record<string, StoredEvent>> = {
  "at-open": { place: "open", at: trueAt("open"), level: "exact" },
  "exact-at-coarse": { place: "coarse", at: trueAt("coarse"), level: "exact" },
  "beside-coarse": { place: "coarse", at: [1.8799, 50.9711], level: "100m" },
  "hidden-at-near": { place: "near", at: trueAt("near"), level: "hidden" },
  "exact-at-hidden": { place: "hidden", at: trueAt("hidden"), level: "exact" },
  "coarse-by-itself": { place: null, at: [1.8715, 50.9615], level: "1km" },
};
const PUBLISHED_EVENTS: Readonly<Record<string, Position | null>> = {
  "at-open": [1.863, 50.957],
  "exact-at-coarse": [1.875, 50.965],
  "beside-coarse": [1.875, 50.965],
  "hidden-at-near": null,
  "exact-at-hidden": null,
  "coarse-by-itself": [1.875, 50.965],
};

const OUTLINES: Readonly<Record<string, Stored & { readonly place: string }>> = {
  "of-open": { place: "open", at: trueAt("open") },
  "of-coarse": { place: "coarse", at: trueAt("coarse") },
  "of-near": { place: "near", at: trueAt("near") },
  "of-hidden": { place: "hidden", at: trueAt("hidden") },
  "of-part": { place: "part-of-coarse", at: trueAt("coarse") },
};
const SHOWN_OUTLINES = ["bypass", "of-open"];

const MOVEMENTS: Readonly<Record<string, readonly [from: string, to: string]>> = {
  "to-coarse": ["open", "coarse"],
  "from-hidden": ["hidden", "open"],
  "from-part": ["part-of-part", "near"],
};
const PUBLISHED_LINES: Readonly<Record<string, readonly Position[] | null>> = {
  "to-coarse": [
    [1.863, 50.957],
    [1.875, 50.965],
  ],
  "from-hidden": null,
  "from-part": [
    [1.875, 50.965],
    [1.8425, 50.9555],
  ],
};

/** The rows as the older program wrote them. */
function storedStatements(): string[] {
  const point = ([lon, lat]: Position) => `ST_SetSRID(ST_MakePoint(${lon}, ${lat}), 4326)`;
  const around = (at: Position) => `ST_Expand(${point(at)}, 0.0004)`;
  const line = `ST_GeomFromText('LINESTRING(1.8 50.93, 1.89 50.93, 1.89 50.975)', 4326)`;
  const row = (table: string, values: Readonly<Record<string, string>>) =>
    `INSERT INTO ${table} (dataset_id, ${Object.keys(values).join(", ")})
      VALUES ('${ID}', ${Object.values(values).join(", ")})`;
  const days = `'2014-02-01', '2014-02-01', '2014-11-30', '2014-11-30'`;
  const inDays = "start_earliest, start_latest, end_earliest, end_latest";
  const place = (id: string, kind: string, partOf?: string) =>
    row("places", {
      id: `'${id}'`,
      kind: `'${kind}'`,
      "name_en, name_fr, description_en, description_fr": `'${id}', '${id}', '', ''`,
      "other_names, predecessor_ids, successor_ids": "'{}', '{}', '{}'",
      part_of: partOf === undefined ? "NULL" : `'${partOf}'`,
      ring_road: "'outside'",
    });
  const phase = (id: string, placeId: string, geom: string, level: Disclosure) =>
    row("place_phases", {
      "id, place_id, geom": `'${id}', '${placeId}', ${geom}`,
      "precision_m, position_basis, position_note": "20, 'measured', 'Behind the third gate.'",
      [`disclosure, ${inDays}`]: `'${level}', ${days}`,
    });
  return [
    `INSERT INTO datasets (id, version_number, version_label, content_hash, title_en, title_fr, description_en,
      description_fr, attribution_en, attribution_fr, credit_en, credit_fr, licences, words, opening_day, first_day,
      last_day, extent, home, reference_place_id, port_place_id, bypass_outline_ids, ring, reference_point, port_point)
      VALUES ('${ID}', 3, '1', '${FILES_HASH}', '', '', '', '', '', '', '', '', '[]', '{}', '2014-05-10', '2014-01-01',
      '2014-12-31', '{}', '{}', 'hall', 'port', '{bypass}', ST_MakeEnvelope(1.8, 50.93, 1.89, 50.975, 4326),
      ${point(trueAt("hall"))}, ${point(trueAt("port"))})`,
    ...Object.entries(PLACES).map(([id, { partOf }]) => place(id, "camp", partOf)),
    place("bypass", "road"),
    ...Object.entries(PLACES).map(([id, { at, level = "exact" }]) =>
      phase(id, id, point(at), level),
    ),
    ...Object.entries(OUTLINES).map(([id, { at, place: of }]) =>
      phase(id, of, around(at), "exact"),
    ),
    phase("bypass", "bypass", line, "exact"),
    ...Object.entries(EVENTS).map(([id, { at, level, place: of }]) =>
      row("events", {
        "id, title_en, title_fr, summary_en, summary_fr": `'${id}', '${id}', '${id}', '', ''`,
        "category, certainty, sensitivity, edtf": "'protest', 'reported', 'none', '2014-05-10'",
        "actor_ids, source_ids, words": "'{}', '{}', ''",
        place_id: of === null ? "NULL" : `'${of}'`,
        "geom, precision_m, position_basis": `${point(at)}, 20, 'measured'`,
        [`disclosure, ${inDays}`]: `'${level}', ${days}`,
      }),
    ),
    ...Object.entries(MOVEMENTS).map(([id, [from, to]]) =>
      row("movements", {
        "id, from_id, to_id, edtf": `'${id}', '${from}', '${to}', '2014-06-01'`,
        "agency, confidence, note_en, note_fr": "'forced', 'stated', '', ''",
        "start_earliest, end_latest": "'2014-06-01', '2014-06-01'",
      }),
    ),
    ...["coarse", "hidden"].map((id) =>
      row("counts", {
        "id, place_id, edtf, earliest, latest": `'of-${id}', '${id}', '2014-05', '2014-05-01', '2014-05-31'`,
        "best, counted_by, counted_by_kind, measure, method":
          "40, 'somebody', 'ngo', 'present', ''",
      }),
    ),
  ];
}

let older: FreshDatabase;
let opened: OpenDatabase;

beforeAll(async () => {
  if (!isEmbedded && inject("postgresUrl") === null) return;
  const missing = missingSince(FIRST_MISSING);
  older = await olderDatabase(isEmbedded ? "embedded" : "postgres", missing, storedStatements());
  opened = await older.open();
});

afterAll(async () => {
  await opened?.close();
  await older?.remove();
});

/** What readers are given of a collection, by id. */
async function published(view: string) {
  type Found = { readonly id: string; readonly geom: string | null; readonly row: string };
  const found = await rowsOf<Found>(
    opened.reads,
    sql.raw(`SELECT id, ST_AsGeoJSON(geom) AS geom, to_jsonb(v) - 'geom' AS row FROM ${view} v
      WHERE dataset_id = '${ID}'`),
  );
  return Object.fromEntries(
    found.map(({ geom, id, row }) => [
      id,
      {
        at: geom === null ? null : JSON.parse(geom).coordinates,
        row: (typeof row === "string" ? JSON.parse(row) : row) as Readonly<Record<string, unknown>>,
      },
    ]),
  );
}

async function positionsOf(view: string) {
  return Object.fromEntries(Object.entries(await published(view)).map(([id, { at }]) => [id, at]));
}

const metres = (a: Position, b: Position): number =>
  geodesic.Geodesic.WGS84.Inverse(a[1] ?? 0, a[0] ?? 0, b[1] ?? 0, b[0] ?? 0).s12 ?? Number.NaN;

describe("what an older program stored", () => {
  dbTest("stands where the rules of today have it, with its place", async () => {
    expect(await positionsOf("public_places")).toEqual(PUBLISHED);
    expect(await positionsOf("public_events")).toEqual(PUBLISHED_EVENTS);
    expect(await positionsOf("public_movements")).toEqual(PUBLISHED_LINES);
    expect(await positionsOf("public_counts")).toEqual({
      "of-coarse": PUBLISHED.coarse,
      "of-hidden": null,
    });
  });

  dbTest("has outlines of places only that are exact", async () => {
    const shown = Object.entries(await positionsOf("public_routes"));
    expect(shown.map(([id]) => id).sort()).toEqual(["bypass", ...Object.keys(OUTLINES)].sort());
    expect(shown.flatMap(([id, at]) => (at ? [id] : [])).sort()).toEqual(SHOWN_OUTLINES);
  });

  dbTest("is no more exact in what is told beside a position", async () => {
    const places = Object.entries(await published("public_places"));
    for (const [id, { at, row }] of places) {
      expect(row.generalised, id).toBe(!["open", "part-of-open"].includes(id));
      expect(row.position_note === null, id).toBe(row.generalised);
      expect(row.position_basis === null, id).toBe(at === null);
      expect(row.stated_side, id).toBe(row.generalised ? null : "outside");
      expect(row.precision_m === null, id).toBe(at === null);
      // The true place is in the circle, for a part that of its whole.
      const whole = id.startsWith("part-of-") && row.generalised ? "coarse" : id;
      if (at) expect(row.precision_m, id).toBeGreaterThan(metres(at, trueAt(whole)));
    }
  });

  dbTest("is measured between published positions, and to nothing that is hidden", async () => {
    for (const [id, { at, row }] of Object.entries(await published("public_places"))) {
      expect(row.further_distance_m, id).toBeNull();
      if (!at) expect(row.distance_m, id).toBeNull();
      else {
        const unit = 10 ** Math.max(0, -borneDecimals(Number(row.precision_m), "metre"));
        const apart = Math.abs(Number(row.distance_m) - metres(at, PUBLISHED.hall ?? []));
        expect(apart, id).toBeLessThanOrEqual(unit / 2 + 0.5);
      }
    }
  });

  dbTest("has a hash that was made of nothing, and is taken for other content", async () => {
    const [stored] = await rowsOf<Record<string, unknown>>(
      opened.db,
      sql`SELECT content_hash, source_hash, number, until, label FROM versions`,
    );
    expect(stored).toMatchObject({ source_hash: null, number: 3, until: null, label: "1" });
    expect(stored?.content_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(stored?.content_hash).not.toBe(FILES_HASH);
  });
});
