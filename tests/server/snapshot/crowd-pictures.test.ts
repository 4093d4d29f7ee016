// More events than the document of a dataset holds: a picture draws them all the same, and says of them what the API says.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { describe, expect } from "vitest";
import { importPackage } from "#import/load/import-package.ts";
import { dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { unpackedKit } from "#tests/support/pictures/unpacked-kit.ts";
import { testApp } from "#tests/support/product/app.ts";
import type { ShownFeature } from "#web/view/figure/shown-features.ts";

const EVENTS = 5400;
const KINDS = ["Strike", "Fire", "Flood", "March"];

/** A day, a month, or a year, over two years; places of three precisions; of some words one in seven has another. */
function rows(more = 0): string {
  const lines = ["id,title,date,lat,lon,precision_m,category"];
  for (let n = 0; n < EVENTS + more; n++) {
    const [year, month, day] = [2000 + (n % 2), 1 + (n % 12), 1 + (n % 28)].map((part) =>
      String(part).padStart(2, "0"),
    );
    const date =
      n % 5 === 0 ? `${year}-${month}` : n % 97 === 0 ? `${year}` : `${year}-${month}-${day}`;
    const title = n % 7 === 0 ? `Lantern ${n}` : `Bell ${n}`;
    const kind = KINDS[n % 10 < 5 ? 0 : n % 4];
    const [lat, lon] = [45 + (n % 90) / 100, 5 + (n % 71) / 60];
    const precision = [50, 500, 20_000][n % 3];
    lines.push(`e${n},${title},${date},${lat.toFixed(4)},${lon.toFixed(4)},${precision},${kind}`);
  }
  return lines.join("\n");
}

async function withCrowd(
  work: (ask: (address: string) => Promise<Response>, republish: () => Promise<void>) => unknown,
) {
  await rolledBack(async (db) => {
    const file = path.join(temporaryFolder("crowd"), "lanterns.csv");
    const publish = async (more: number) => {
      writeFileSync(file, rows(more));
      expect(await importPackage(db, file, {})).toMatchObject({ status: "loaded" });
    };
    await publish(0);
    const { app } = await testApp({ db, datasetId: "lanterns" });
    await work(
      async (address) => app.request(address),
      () => publish(500),
    );
  });
}

const MONTH = "2000-03-01/2000-03-31";
/** A question of the picture, and the same of the API. */
const QUESTIONS = [
  ["date=2000-03-10", "datetime=2000-03-10", "", ""],
  [`time=${MONTH}`, `datetime=${MONTH}`, "", ""],
  [`time=${MONTH}&certainty=certain`, `datetime=${MONTH}&certainty=certain`, "", ""],
  [
    `time=${MONTH}`,
    `datetime=${MONTH}`,
    "categories=fire,flood",
    "filter=category IN ('fire','flood')",
  ],
  [`time=${MONTH}`, `datetime=${MONTH}`, "q=lantern", "q=lantern"],
  [
    `time=${MONTH}`,
    `datetime=${MONTH}`,
    "q=lantern&categories=strike",
    "q=lantern&filter=category = 'strike'",
  ],
  ["mode=cumulative&date=2000-03-10", "datetime=../2000-03-10", "", ""],
] as const;

describe("a picture of a dataset with more events than its document holds", () => {
  dbTest("shows those that the API answers, and says of them the same", () =>
    withCrowd(async (ask) => {
      const { eventsAs } = await (await ask("/api/dataset")).json();
      expect(eventsAs).toBe("columns");
      for (const [date, datetime, filter, condition] of QUESTIONS) {
        const asked = [date, filter, "bbox=4,44,8,47", "width=900", "height=700", "lang=en"];
        const answer = await ask(`/snapshot.zip?${asked.filter(Boolean).join("&")}`);
        expect(answer.status, date).toBe(200);
        const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
        const text = (name: string) => Buffer.from(files[name] ?? []).toString("utf8");
        const { features }: { features: ShownFeature[] } = JSON.parse(text("shown.geojson"));
        const api = async (search: string) => {
          const all = await (
            await ask(`/api/collections/events/items?limit=10000&${datetime}&${search}`)
          ).json();
          return all.features.map(keyOfApi).sort();
        };
        const key = (which: (one: ShownFeature) => unknown) =>
          features.filter(which).map(keyOfShown).sort();
        const all = await api("");
        expect(all.length, date).toBeGreaterThan(10);
        expect(key(() => true)).toEqual(all);
        const left = await api(encodeURI(condition));
        expect(key(({ properties }) => properties.matches_filter)).toEqual(left);
        const number = new Intl.NumberFormat("en").format(all.length);
        const said = text("alt-text.en.txt");
        expect(said).toContain(`${number} events`);
        if (filter !== "") {
          expect(left.length).toBeGreaterThan(0);
          const of = new Intl.NumberFormat("en").format(left.length);
          expect(said).toContain(`${of} of ${number} events match`);
        }
        const ofCertain = new URLSearchParams(`limit=1&${datetime}`);
        ofCertain.set("certainty", "certain");
        const certain = await (await ask(`/api/collections/events/items?${ofCertain}`)).json();
        expect(key(({ properties }) => properties.presence === "certain")).toHaveLength(
          certain.numberMatched,
        );
        const svg = text("picture.svg");
        expect(svg).toMatch(/<g id="crowd">/);
        // Two of the three precisions are discs at this size, or one.
        expect(svg).toContain("somewhere within this disc");
        expect(svg).not.toMatch(/NaN|undefined/);
      }
    }),
  );

  dbTest("gives a category one colour, whatever is asked for", () =>
    withCrowd(async (ask) => {
      const colours = async (date: string) => {
        const svg = await (
          await ask(`/snapshot.svg?${date}&bbox=4,44,8,47&width=900&height=700`)
        ).text();
        return new Map(
          [...svg.matchAll(/data-categories="(\w+)">.*?(?:fill|stroke)="(#[0-9a-f]{6})"/g)].map(
            ([, category = "", colour = ""]) => [category, colour],
          ),
        );
      };
      const all = await colours("mode=cumulative&date=2001-12-31");
      expect(all.size).toBe(KINDS.length);
      for (const [category, colour] of await colours("date=2001-11-23"))
        expect(colour, category).toBe(all.get(category));
    }),
  );

  dbTest("is drawn, or refused with when to come back, where many are asked for at once", () =>
    withCrowd(async (ask) => {
      const days = Array.from({ length: 26 }, (_, index) => String(index + 1).padStart(2, "0"));
      const answers = await Promise.all(
        days.map((day) => ask(`/snapshot.svg?date=2000-03-${day}&width=500&height=400`)),
      );
      const refused = answers.filter(({ status }) => status !== 200);
      expect(refused.length).toBeGreaterThan(0);
      expect(refused.length).toBeLessThan(days.length / 2);
      for (const { headers, status } of refused) {
        expect(status).toBe(503);
        expect(Number(headers.get("Retry-After"))).toBeGreaterThan(0);
        expect(headers.get("ETag")).toBeNull();
      }
    }),
  );

  dbTest("is the same file each time, and known by it until the events are others", () =>
    withCrowd(async (ask, republish) => {
      const address = `/snapshot.png?time=${MONTH}&q=lantern&width=600&height=500`;
      const [one, other] = await Promise.all([ask(address), ask(address)]);
      const file = Buffer.from(await one.arrayBuffer());
      expect(file.equals(Buffer.from(await other.arrayBuffer()))).toBe(true);
      await republish();
      const former = await ask(`${address}&v=1`);
      expect(former.status).toBe(200);
      expect(file.equals(Buffer.from(await former.arrayBuffer()))).toBe(true);
    }),
  );
});

describe("the kit of such a dataset", () => {
  dbTest("draws them on two dates, in one theme, and lists those of the figure", () =>
    withCrowd(async (ask) => {
      const answer = await ask("/kit.zip?dates=2000-03-10,2000-08-10");
      expect(answer.status).toBe(200);
      const { names, page, text } = await unpackedKit(answer);
      expect(page).toContain('class="before-after');
      expect(names.filter((name) => name.includes("dark"))).toEqual([]);
      const { features } = JSON.parse(text("data/shown.geojson"));
      expect(features.length).toBeGreaterThan(50);
      expect(text("figures/before-700.svg")).not.toBe(text("figures/after-700.svg"));
    }),
  );
});

type Api = {
  readonly geometry: { readonly coordinates: readonly number[] };
  readonly properties: Readonly<Record<string, string | number | null>>;
};

/** Place and days: columns have the place to a hundredth of a metre or so, and rounded as its precision bears. */
const keyOf = (
  [longitude = 0, latitude = 0]: readonly number[],
  category: unknown,
  days: readonly unknown[],
) => `${category} ${longitude.toFixed(1)} ${latitude.toFixed(1)} ${days.join(" ")}`;

const keyOfApi = ({ geometry, properties: own }: Api) =>
  keyOf(geometry.coordinates, own.category, [
    own.start_earliest,
    own.start_latest,
    own.end_earliest,
    own.end_latest,
  ]);

const keyOfShown = ({ geometry, properties: own }: ShownFeature) =>
  keyOf((geometry as { coordinates: number[] }).coordinates, own.kind, [
    own.start_earliest,
    own.start_latest,
    own.end_earliest,
    own.end_latest,
  ]);
