// What the import finds valid PostGIS finds valid too, and the other way round: a dry run passes nothing that the load
// refuses.
import { sql } from "drizzle-orm";
import fc from "fast-check";
import type { Geometry, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { geometryProblem } from "#import/files/check-geometry.ts";
import { dbTest, testDatabase } from "#tests/support/databases/database.ts";

/** Few positions on a coarse grid: rings touch, cross and repeat themselves as often as not. */
const position: fc.Arbitrary<Position> = fc.tuple(
  fc.integer({ min: 0, max: 4 }),
  fc.integer({ min: 0, max: 4 }),
);
const ring = fc
  .array(position, { minLength: 3, maxLength: 7 })
  .map((positions) => [...positions, positions[0] ?? []]);
const box = fc
  .tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([x, y, side]): Position[] => [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ]);
const polygon = fc
  .array(fc.oneof(ring, box), { minLength: 1, maxLength: 3 })
  .map((coordinates): Geometry => ({ type: "Polygon", coordinates }));
const line = fc
  .array(position, { minLength: 2, maxLength: 4 })
  .map((coordinates): Geometry => ({ type: "LineString", coordinates }));
const several = fc.oneof(
  fc
    .array(fc.array(position, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((coordinates): Geometry => ({ type: "MultiLineString", coordinates })),
  fc
    .array(fc.array(fc.oneof(ring, box, box), { minLength: 1, maxLength: 2 }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((coordinates): Geometry => ({ type: "MultiPolygon", coordinates })),
);

const square = (x: number, y: number, side: number): Position[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const PARTS: readonly (readonly [what: string, isValid: boolean, areas: Position[][][]])[] = [
  ["two squares apart", true, [[square(0, 0, 1)], [square(2, 2, 1)]]],
  ["two squares that touch at a corner", true, [[square(0, 0, 1)], [square(1, 1, 1)]]],
  ["two squares that share a side", false, [[square(0, 0, 1)], [square(1, 0, 1)]]],
  ["two squares that overlap", false, [[square(0, 0, 2)], [square(1, 1, 2)]]],
  ["an island in a lagoon", true, [[square(0, 0, 9), square(1, 1, 7)], [square(3, 3, 2)]]],
  ["a square within another", false, [[square(0, 0, 9)], [square(3, 3, 2)]]],
];

const KNOWN: readonly (readonly [what: string, isValid: boolean, rings: Position[][]])[] = [
  [
    "a square",
    true,
    [
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
        [0, 0],
      ],
    ],
  ],
  [
    "a bow tie",
    false,
    [
      [
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
        [0, 0],
      ],
    ],
  ],
  [
    "a ring that touches itself",
    false,
    [
      [
        [0, 0],
        [4, 0],
        [2, 2],
        [4, 4],
        [0, 4],
        [2, 2],
        [0, 0],
      ],
    ],
  ],
  [
    "a spike",
    false,
    [
      [
        [0, 0],
        [4, 0],
        [2, 0],
        [2, 2],
        [0, 0],
      ],
    ],
  ],
  [
    "a hole outside",
    false,
    [
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
        [0, 0],
      ],
      [
        [3, 3],
        [4, 3],
        [4, 4],
        [3, 3],
      ],
    ],
  ],
  [
    "a hole that touches at a corner",
    true,
    [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [0, 0],
      ],
      [
        [0, 0],
        [2, 1],
        [1, 2],
        [0, 0],
      ],
    ],
  ],
];

async function isValidInPostgis(geometries: readonly Geometry[]): Promise<boolean[]> {
  const db = await testDatabase();
  const rows = await db
    .select({ valid: sql<boolean>`ST_IsValid(ST_GeomFromGeoJSON(geometry::text))` })
    .from(
      sql`jsonb_array_elements(${JSON.stringify(geometries)}::text::jsonb) WITH ORDINALITY AS given (geometry, at)`,
    )
    .orderBy(sql`at`);
  return rows.map(({ valid }) => valid);
}

describe("a geometry", () => {
  dbTest.for(KNOWN)("that is %s is judged as in the textbook", async ([, isValid, coordinates]) => {
    const geometry: Geometry = { type: "Polygon", coordinates };
    expect(geometryProblem(geometry) === null).toBe(isValid);
    expect(await isValidInPostgis([geometry])).toEqual([isValid]);
  });

  dbTest.for(PARTS)("of %s is judged as in the textbook", async ([, isValid, coordinates]) => {
    const geometry: Geometry = { type: "MultiPolygon", coordinates };
    expect(geometryProblem(geometry) === null).toBe(isValid);
    expect(await isValidInPostgis([geometry])).toEqual([isValid]);
  });

  it.each([
    ["no parts", { type: "MultiPolygon", coordinates: [] }],
    ["a part without a ring", { type: "MultiPolygon", coordinates: [[square(0, 0, 1)], []] }],
    ["no point", { type: "MultiPoint", coordinates: [] }],
    ["a point at a latitude of 91", { type: "MultiPoint", coordinates: [[0, 91]] }],
    ["a line of one position", { type: "MultiLineString", coordinates: [[[0, 0]]] }],
    ["a ring that is open", { type: "MultiPolygon", coordinates: [[square(0, 0, 1).slice(1)]] }],
    ["coordinates of a Polygon", { type: "MultiPolygon", coordinates: [square(0, 0, 1)] }],
    [
      "a latitude of 91",
      {
        type: "MultiLineString",
        coordinates: [
          [
            [0, 91],
            [0, 0],
          ],
        ],
      },
    ],
    ["shapes of several kinds", { type: "GeometryCollection", geometries: [] }],
  ])("with %s is refused", (_, geometry) => {
    expect(geometryProblem(geometry)).not.toBeNull();
  });

  dbTest("is found valid by the import where PostGIS finds it so", async () => {
    const geometries = fc.sample(
      fc.oneof({ weight: 5, arbitrary: polygon }, line, { weight: 5, arbitrary: several }),
      2000,
    );
    const valid = await isValidInPostgis(geometries);
    const differing = geometries.filter(
      (geometry, index) => (geometryProblem(geometry) === null) !== valid[index],
    );
    expect(valid.filter(Boolean).length).toBeGreaterThan(100);
    expect(differing.map((geometry) => JSON.stringify(geometry))).toEqual([]);
  });
});
