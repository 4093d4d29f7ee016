// Attacks on a published package in which places are coarse, hidden and withheld. The first holds of everything at once:
// packages that differ in nothing but what they protect are answered byte for byte alike, so that no question, whatever
// is worked out from its answers, can tell one from the other. The others go the way of an attacker.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import geodesic from "geographiclib-geodesic";
import type { Feature, Point, Position } from "geojson";
import { beforeAll, describe, expect } from "vitest";
import { importPackage } from "#import/load/import-package.ts";
import { createApp } from "#server/app.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import { CALAIS_ID, dbTest, testDatabase, testReads } from "#tests/support/databases/database.ts";
import { writeGuardedPackage } from "#tests/support/packages/guarded-package.ts";
import {
  OTHER_SECRETS,
  OTHER_SEVERAL_SECRETS,
  SECRETS,
  SEVERAL_SECRETS,
  type Secrets,
  WITHHELD_WORDS,
} from "#tests/support/packages/guarded-secrets.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import {
  type Answer,
  type Answers,
  type Asked,
  ask,
  below,
  everythingAnswered,
} from "#tests/support/product/everything-answered.ts";

const ID = "guarded";
/** Where it is asked: as the dataset of the service, and as another one beside it. */
const [AT_ROOT, NAMED] = ["", `/d/${ID}`] as const;
type Place = typeof AT_ROOT | typeof NAMED;
/** What the service says of all its datasets, and of those that are not there. */
const OF_ALL = [
  ...["/datasets", "/datasets?f=json", "/datasets?lang=fr", "/datasets?f=nothing"],
  ...["/readyz", "/d/zinnia-yard/", "/d/zinnia-yard/api/dataset"],
];
const SLOW_MS = 600_000;
/** Records of which something is protected, and one that is nowhere. */
const IDS = [
  ...["coarse-camp", "hidden-squat", "hidden-lane", "at-hidden", "from-hidden", "hidden-count"],
  ...["zinnia-yard", "zinnia-lane", "zinnia-cleared", "quibble", "zinnia-left", "nowhere"],
  ...["scattered", "scattered-hidden", "together", "to-scattered", "scattered-count"],
];

/** Boxes that close in on a position, whose edges lie on both sides of it. */
const closingIn = ([lon = 0, lat = 0]: Position) =>
  [0.003, 0.0004].map((half) => [lon - half, lat - half, lon, lat].join(","));
const BOXES = [SECRETS.at.coarse, SECRETS.at.hidden, SECRETS.at.withheld].flatMap(closingIn);

type Published = {
  readonly answers: Answers;
  readonly log: readonly string[];
  readonly contentHash: string;
};

/** Asks what may be asked of the package while it is in the database. */
async function published<Found>(
  secrets: Secrets,
  attack: (app: Asked, log: readonly string[], contentHash: string) => Promise<Found>,
  place: Place = AT_ROOT,
): Promise<Found> {
  const db = await testDatabase();
  const folder = temporaryFolder("guarded");
  writeGuardedPackage(folder, ID, secrets);
  const outcome = await importPackage(db, folder);
  if (outcome.status === "refused") throw new Error(JSON.stringify(outcome, null, 1));
  // When it was loaded is nobody's secret, but another time each time.
  await db.execute(sql`UPDATE versions SET published_at = '2020-01-01' WHERE dataset_id = ${ID}`);
  const webRoot = temporaryFolder("web");
  mkdirSync(path.join(webRoot, "assets"));
  writeFileSync(path.join(webRoot, "index.html"), "<!doctype html><html><head></head></html>");
  const log: string[] = [];
  const app = createApp({
    served: { db: await testReads(), datasetId: place === AT_ROOT ? ID : CALAIS_ID },
    drawPicture: renderPicture,
    log: createLog("debug", (line) => void log.push(line)),
    webRoot,
  });
  try {
    return await attack(app, log, outcome.version.contentHash);
  } finally {
    await db.execute(sql`DELETE FROM datasets WHERE id = ${ID}`);
  }
}

const everything = (secrets: Secrets, place: Place = AT_ROOT) =>
  published<Published>(
    secrets,
    async (app, log, contentHash) => ({
      answers: new Map([
        ...(await everythingAnswered(below(app, place), IDS, BOXES, `http://localhost${place}/`)),
        ...(await answersOf(app, OF_ALL)),
      ]),
      log: log.map((line) => line.replace(/"(time|requestId|ms)":("[^"]*"|\d+)/g, "")),
      contentHash,
    }),
    place,
  );

async function answersOf(app: Asked, addresses: readonly string[]): Promise<Answers> {
  const answers = new Map<string, Answer>();
  for (const address of addresses) answers.set(`all: ${address}`, await ask(app, address));
  return answers;
}

/** The addresses whose answers differ, with the first difference. */
function differences(one: Answers, other: Answers): string[] {
  const all = new Set([...one.keys(), ...other.keys()]);
  return [...all].flatMap((address) => {
    const [a, b] = [one.get(address), other.get(address)].map(
      (answer) => answer && `${answer.head}\n${Buffer.from(answer.body).toString("latin1")}`,
    );
    if (a === b) return [];
    const at = [...(a ?? "")].findIndex((letter, index) => letter !== b?.[index]);
    const near = (text: string | undefined) => text?.slice(Math.max(0, at - 60), at + 60);
    return `${address}\n    ${near(a)}\n    ${near(b)}`;
  });
}

const isWrong = ({ head }: { readonly head: string }) => /^5/.test(head);

describe("what is protected", () => {
  let one: Published;
  beforeAll(async () => {
    one = await everything(SECRETS);
  }, SLOW_MS);

  dbTest(
    "is in no answer, log line or hash: elsewhere, nothing would be told otherwise",
    async () => {
      expect([...one.answers].filter(([, answer]) => isWrong(answer)).map(([at]) => at)).toEqual(
        [],
      );
      expect(one.answers.size).toBeGreaterThan(800);
      const other = await everything(OTHER_SECRETS);
      expect(differences(one.answers, other.answers)).toEqual([]);
      expect(other.log).toEqual(one.log);
      expect(other.contentHash).toBe(one.contentHash);
    },
  );

  dbTest(
    "in its existence is as if it had never been",
    async () => {
      const without = await everything({ ...SECRETS, withheld: false });
      expect(differences(one.answers, without.answers)).toEqual([]);
      expect(without.log).toEqual(one.log);
      expect(without.contentHash).toBe(one.contentHash);
      expectUnsaid(one.answers);
    },
    SLOW_MS,
  );
});

describe("what is protected in a dataset beside another", () => {
  dbTest(
    "is in no answer of either, log line or hash, as if it were elsewhere, were one point or several, or had never been",
    async () => {
      const one = await everything(SEVERAL_SECRETS, NAMED);
      expect([...one.answers].filter(([, answer]) => isWrong(answer))).toEqual([]);
      const found = [...one.answers.values()].filter(({ head }) => head.startsWith("200"));
      expect(found.length).toBeGreaterThan(600);
      const other = await everything(OTHER_SEVERAL_SECRETS, NAMED);
      expect(differences(one.answers, other.answers)).toEqual([]);
      expect(other.log).toEqual(one.log);
      expect(other.contentHash).toBe(one.contentHash);
      expectUnsaid(one.answers);
    },
    SLOW_MS,
  );
});

/** Nothing that is withheld is said, but to whoever says it first. */
function expectUnsaid(answers: Answers): void {
  const asked = /^(problem|detail)|q=|zinnia|quibble/;
  for (const [address, { body }] of answers)
    if (!asked.test(address))
      expect(Buffer.from(body).toString(), address).not.toMatch(WITHHELD_WORDS);
}

/** Metres along the ellipsoid. */
const metres = (a: Position, b: Position): number =>
  geodesic.Geodesic.WGS84.Inverse(a[1] ?? 0, a[0] ?? 0, b[1] ?? 0, b[0] ?? 0).s12 ?? Number.NaN;

/** The position that lies best at these distances from these (Gauss–Newton from their mean; slopes by difference). */
function trilaterate(known: readonly { readonly from: Position; readonly metres: number }[]) {
  let at: [number, number] = [0, 0];
  for (const { from } of known) at = [at[0] + (from[0] ?? 0), at[1] + (from[1] ?? 0)];
  at = [at[0] / known.length + 1e-4, at[1] / known.length + 1e-4];
  for (let turn = 0; turn < 50; turn++) {
    let [a, b, c, d, e] = [0, 0, 0, 0, 0];
    for (const { from, metres: given } of known) {
      const off = metres(at, from) - given;
      const x = (metres([at[0] + 1e-6, at[1]], from) - given - off) / 1e-6;
      const y = (metres([at[0], at[1] + 1e-6], from) - given - off) / 1e-6;
      [a, b, c, d, e] = [a + x * x, b + x * y, c + y * y, d + x * off, e + y * off];
    }
    const determinant = a * c - b * b;
    at = [at[0] - (c * d - b * e) / determinant, at[1] - (a * e - b * d) / determinant];
  }
  return at;
}

const json = async (app: Asked, address: string) => (await app.request(address)).json();

async function features(app: Asked, address: string): Promise<Feature<Point | null>[]> {
  return (await json(app, address)).features;
}

/** The position of a record by halving a box in which it lies, by nothing but whether it answers. */
async function closedInOn(app: Asked, collection: string, id: string, by: "bbox" | "filter") {
  const isIn = async (box: readonly number[]) => {
    const asked =
      by === "bbox"
        ? `bbox=${box}`
        : `filter=${encodeURIComponent(`S_INTERSECTS(geometry,BBOX(${box}))`)}`;
    const found = await json(app, `/api/collections/${collection}/items?id=${id}&${asked}`);
    return found.numberMatched > 0;
  };
  let [west = 0, south = 0, east = 0, north = 0] = [1.7, 50.9, 2, 51];
  if (!(await isIn([west, south, east, north]))) return undefined;
  while (east - west > 2e-7 || north - south > 2e-7) {
    const [lon, lat] = [(west + east) / 2, (south + north) / 2];
    if (await isIn([west, south, lon, north])) east = lon;
    else west = lon;
    if (await isIn([west, south, east, lat])) north = lat;
    else south = lat;
  }
  return [(west + east) / 2, (south + north) / 2];
}

describe("an attacker", () => {
  dbTest("who measures from many places finds what is published, and no more", () =>
    published(SECRETS, async (app) => {
      const places = await features(app, "/api/collections/places/items?limit=100");
      const known = places.flatMap(({ geometry, properties }) =>
        geometry && properties?.distance_m > 0
          ? { from: geometry.coordinates, metres: properties?.distance_m as number }
          : [],
      );
      expect(known.length).toBeGreaterThan(3);
      const hall = places.find(({ id }) => id === "hall")?.geometry?.coordinates ?? [];
      // As near as distances in whole metres, and tens of metres, lead.
      expect(metres(trilaterate(known), hall)).toBeLessThan(20);
      expect(metres(hall, SECRETS.at.hall)).toBeGreaterThan(200);
      // The same would find it, had its true position been measured to.
      const told = known.map(({ from }) => ({ from, metres: metres(from, SECRETS.at.hall) }));
      expect(metres(trilaterate(told), SECRETS.at.hall)).toBeLessThan(0.1);
      for (const { properties } of places) expect(properties?.port_distance_m).toBeNull();
    }),
  );

  dbTest.for([
    ["bbox", AT_ROOT],
    ["filter", AT_ROOT],
    ["filter", NAMED],
  ] as const)("who asks by %s at %s/ finds what is published", ([by, place]) =>
    published(
      SECRETS,
      async (service) => {
        const app = below(service, place);
        const at = async (collection: string, id: string) => {
          const [feature] = await features(app, `/api/collections/${collection}/items?id=${id}`);
          return feature?.geometry?.coordinates;
        };
        const open = await closedInOn(app, "places", "open-camp", by);
        expect(metres(open ?? [], [1.863, 50.957])).toBeLessThan(2);
        const coarse = await at("places", "coarse-camp");
        expect(coarse).toEqual([1.875, 50.965]);
        for (const [collection, id] of [
          ["places", "coarse-camp"],
          ["events", "at-coarse"],
          ["events", "at-coarse-itself"],
          ["events", "coarse-itself"],
          ["counts", "coarse-count"],
        ] as const) {
          expect(await at(collection, id), id).toEqual(coarse);
          expect(
            metres((await closedInOn(app, collection, id, by)) ?? [], coarse ?? []),
            id,
          ).toBeLessThan(2);
        }
        for (const [collection, id] of [
          ["places", "hidden-squat"],
          ["places", "hidden-part"],
          ["places", "hidden-port"],
          ["events", "at-hidden"],
          ["events", "at-hidden-itself"],
          ["events", "hidden-itself"],
          ["events", "hidden-at-open"],
          ["counts", "hidden-count"],
          ["movements", "from-hidden"],
          ["movements", "coarse-to-hidden"],
          ["routes", "hidden-outline"],
          ["routes", "coarse-outline"],
          ["routes", "near-outline"],
          ["routes", "hidden-lane"],
        ] as const) {
          const [feature] = await features(app, `/api/collections/${collection}/items?id=${id}`);
          expect(feature, id).toMatchObject({ id, geometry: null });
          expect(await closedInOn(app, collection, id, by), id).toBeUndefined();
        }
      },
      place,
    ),
  );
});
