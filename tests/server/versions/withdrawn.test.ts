// What was withdrawn is told by no address of any version: 410 with the day and the reason is left of it. No package, no
// undo and no backup brings it back.
import { sql } from "drizzle-orm";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { backUp } from "#db/backup/backup.ts";
import { RestoreRefused } from "#db/backup/checked-lines.ts";
import { restore } from "#db/backup/restore.ts";
import { undoVersion } from "#db/queries/publish/undo-version.ts";
import { restoreWithdrawn } from "#db/queries/withdraw/restore-withdrawn.ts";
import { withdraw } from "#db/queries/withdraw/withdraw.ts";
import { importPackage } from "#import/load/import-package.ts";
import { aGoneVersion } from "#model/change/version-diff.ts";
import {
  dbTest,
  isEmbedded,
  MIGRATIONS,
  testDatabase,
  testReads,
} from "#tests/support/databases/database.ts";
import { COLLECTION_IDS, COLLECTIONS } from "#tests/support/packages/calais-collections.ts";
import { WITHHELD_WORDS } from "#tests/support/packages/guarded-secrets.ts";
import { openGuardedPackage } from "#tests/support/packages/open-guarded-package.ts";
import { testApp } from "#tests/support/product/app.ts";
import { builtPage } from "#tests/support/product/built-page.ts";

const ID = "taken-back";
const REASON = "Asked for by those who live there.";
const NAMES = ["places/zinnia-yard", "events/quibble", "routes/zinnia-lane", "2"];
/** The position of what is withdrawn, as texts have it. */
const POSITION = /1\.9033|50\.9689/;

/** Of each version: lists, files, search, measures, tiles, columns. */
const OF_VERSION = [
  ...["/dataset", "/collections", "/collections?f=html", "/collections/events/columns"],
  ...["/download/datapackage.json", "/download/package.zip", "/download/places.gpkg"],
  ...["/analysis/timeline", "/analysis/separation?step=month&f=csv"],
  "/analysis/changes?from=2014-01-15&to=2014-10-15",
  ...COLLECTION_IDS.flatMap((id) => {
    const at = `/collections/${id}`;
    const tiles = ["0/0/0", "13/2740/4138"].map((tile) => `${at}/tiles/WebMercatorQuad/${tile}`);
    return [
      ...[`${at}/items?limit=1000`, `${at}/items?limit=1000&f=html`, `${at}/items?f=csv`],
      ...(COLLECTIONS[id].geometry ? [`${at}/items?bbox=1.9,50.96,1.91,50.98`, ...tiles] : []),
      `${at}/items?q=zinnia`,
    ];
  }),
];

const { app: asked, page } = { app: () => testApp({ datasetId: ID }), page: "/?date=2014-05-10" };

async function parts(): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  await backUp(await testDatabase(), MIGRATIONS, async (part) => void found.push(part), ID);
  return found;
}

const restored = async (backup: readonly Uint8Array[]) =>
  restore(
    await testDatabase(),
    MIGRATIONS,
    (async function* () {
      yield* backup;
    })(),
    { only: ID, replaces: true },
  );

const tellsOfIt = (text: string) => WITHHELD_WORDS.test(text) || POSITION.test(text);

/** The addresses whose answers tell of what was withdrawn, beside the list of what was. */
async function telling(): Promise<string[]> {
  const { app } = await testApp({ db: await testReads(), datasetId: ID, webRoot: builtPage() });
  const addresses = [
    ...["", "/v/1", "/v/3"].flatMap((at) => OF_VERSION.map((path) => `${at}/api${path}`)),
    ...["/api/versions", "/api/versions?f=html", "/feed.xml", page, `${page}&v=1`],
    ...["/api/versions/1/diff/3", "/api/versions/1/diff/3?f=geojson"],
    ...["/snapshot.svg?date=2014-05-10", "/snapshot.svg?date=2014-05-10&v=1"],
  ];
  const found: string[] = [];
  for (const address of addresses) {
    const answer = await app.request(address);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([200, 204], address).toContain(answer.status);
    const bodies = address.endsWith(".zip") ? Object.values(unzipSync(bytes)) : [bytes];
    const text = bodies.map((body) => Buffer.from(body).toString("latin1")).join("\n");
    const said = text.replace(/"withdrawals":\[[^\]]*\]/, "").replaceAll("q=zinnia", "");
    if (tellsOfIt(said)) found.push(address);
  }
  return found;
}

describe("what was withdrawn", () => {
  let before: Uint8Array[] = [];
  let instant = "";

  beforeAll(async () => {
    if (!isEmbedded && process.env.ROCADE_TEST_DATABASE === undefined) return;
    const db = await testDatabase();
    for (const label of ["1", "2", "3"]) {
      // Each has something that the one before has not.
      const folder = openGuardedPackage(ID, label, (row) =>
        row.id === "quibble" ? { ...row, summary_en: `Quibble ${label}.` } : row,
      );
      const outcome = await importPackage(db, folder);
      if (outcome.status !== "loaded") throw new Error(JSON.stringify(outcome));
      if (label === "2") instant = outcome.version.publishedAt;
    }
    before = await parts();
    // That is to be seen in most of them.
    expect((await telling()).length).toBeGreaterThan(60);
    const outcome = await withdraw(db, { datasetId: ID, names: NAMES, reason: REASON });
    expect(outcome).toMatchObject({ status: "withdrawn", label: "3+withdrawal.1" });
  }, 400_000);

  afterAll(async () => {
    const db = await testDatabase();
    await db.execute(sql`DELETE FROM datasets WHERE id = ${ID}`);
    await db.execute(sql`DELETE FROM withdrawals WHERE dataset_id = ${ID}`);
  });

  dbTest("is in no answer about any version", async () => {
    expect(await telling()).toEqual([]);
  });

  dbTest("is gone at its address in every version, with the day and the reason", async () => {
    const { app } = await asked();
    for (const at of ["/api", "/v/1/api", `/d/${ID}/api`, `/d/${ID}/v/3/api`])
      for (const path of ["places/items/zinnia-yard", "camps/items/zinnia-yard"]) {
        const answer = await app.request(`${at}/collections/${path}`);
        expect(answer.status, at + path).toBe(410);
        expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
        expect(answer.headers.get("Cache-Control")).toBe("no-store");
        const problem = await answer.json();
        expect(problem).toMatchObject({ status: 410, title: "Gone", reason: REASON });
        expect(problem.withdrawnAt).toMatch(/^\d{4}-\d\d-\d\dT/);
        expect(problem.detail).toMatch(/zinnia-yard was withdrawn on \d{4}-\d\d-\d\d: Asked/);
      }
    const gone = ["routes/items/zinnia-lane?asOf=1", "events/items/quibble"];
    // What named it is gone as well, and is told to be.
    gone.push(
      "events/items/zinnia-cleared",
      "counts/items/zinnia-count",
      "places/items/zinnia-part",
    );
    for (const path of gone)
      expect((await app.request(`/api/collections/${path}`)).status, path).toBe(410);
    expect((await app.request("/api/collections/places/items/nowhere")).status).toBe(404);
    const picture = await app.request("/snapshot.svg?date=2014-05-10&sel=place:zinnia-yard");
    expect(picture.status).toBe(410);
    const forPeople = await app.request("/api/collections/places/items/zinnia-yard?f=html", {
      headers: { "Accept-Language": "fr" },
    });
    expect(forPeople.status).toBe(410);
    expect(await forPeople.text()).toMatch(/Cette fiche a été retirée le .*Motif\s: Asked/s);
  });

  dbTest("is gone with its version, however that is named", async () => {
    const { app } = await testApp({ datasetId: ID, webRoot: builtPage() });
    const named = ["/v/2/api", "/v/2/", "/api?asOf=2", `/api/dataset?asOf=${instant}`];
    named.push("/?v=2", "/snapshot.svg?date=2014-05-10&v=2", "/api/versions/1/diff/2");
    for (const address of named) {
      const answer = await app.request(address);
      expect(answer.status, address).toBe(410);
      const problem = await answer.json();
      expect(problem.detail, address).toContain(REASON);
      // As the page reads it, which says so in its own words.
      expect(aGoneVersion(problem).reason, address).toBe(REASON);
    }
    const shown = await app.request("/?v=2", { headers: { Accept: "text/html" } });
    expect(shown.status).toBe(410);
    expect(await shown.text()).toContain("Version 2 was withdrawn on");
    // The way on keeps what was asked besides.
    const dated = await app.request("/?v=2&date=2014-05-10&lang=fr", {
      headers: { Accept: "text/html" },
    });
    expect(await dated.text()).toMatch(
      /href="\/\?date=2014-05-10&amp;lang=fr">Voir la plus récente/,
    );
    const difference = await app.request("/api/versions/1/diff/2?f=html");
    expect(difference.status).toBe(410);
    expect(await difference.text()).toContain("Version 2 was withdrawn on");
  });

  dbTest("is told where versions are listed, and not as what a publisher says of one", async () => {
    const { app } = await asked();
    const { versions } = await (await app.request("/api/versions")).json();
    const [newest, before] = versions;
    const withdrawn = { versions: ["2"], records: expect.any(Number) };
    expect(newest).toMatchObject({
      label: "3+withdrawal.1",
      note: null,
      reason: REASON,
      withdrawn,
    });
    const many = newest.withdrawn.records;
    expect(many).toBeGreaterThan(1);
    expect(before).toMatchObject({ label: "3", reason: null, withdrawn: null });
    const what = `Withdrawn for good: version 2, and from every version ${many} records`;
    const told = `${what}. Reason: ${REASON}`;
    expect(await (await app.request("/api/versions?f=html")).text()).toContain(`<p>${told}</p>`);
    const feed = await (await app.request("/feed.xml?lang=en")).text();
    expect(feed).toContain(`<summary>${told}</summary>`);
    expect(feed).toMatch(/<title>[^<]*, 3\+withdrawal\.1: Withdrawn for good: version 2, and/);
    const french = await (await app.request("/feed.xml?lang=fr")).text();
    expect(french).toContain("Retrait définitif\u00a0: version 2, et de toutes les versions");
    // A copy that was made of the version before is told which version it has to drop.
    const { through } = await (await app.request("/api/changes?since=0&limit=10000")).json();
    const { through: since } = await (
      await app.request("/v/3/api/changes?since=0&limit=10000")
    ).json();
    const changes = await (await app.request(`/api/changes?since=${since}&limit=10000`)).json();
    const gone = { seq: through, label: "2", reason: REASON, withdrawnAt: expect.any(String) };
    expect(changes.withdrawnVersions).toEqual([gone]);
    const descriptor = await (await app.request("/api/download/datapackage.json")).json();
    expect(descriptor.rocade.publish).toEqual({ note: null, class: "retraction" });
  });

  dbTest("comes back by no undo and no older backup", async () => {
    const db = await testDatabase();
    const outcome = await restored(before);
    expect(outcome.withdrawn).toBeGreaterThan(15);
    expect(await undoVersion(db, ID)).toMatchObject({ status: "undone", restored: "1" });
    expect(await telling()).toEqual([]);
    const { app } = await asked();
    expect((await app.request("/api/collections/events/items/quibble")).status).toBe(410);
    // A version that is the newest of a backup cannot be left out of it.
    const backup = await parts();
    const names = ["3"];
    expect(await withdraw(db, { datasetId: ID, names, reason: REASON })).toMatchObject({
      status: "withdrawn",
    });
    expect((await restored(backup)).withdrawn).toBe(0);
    await expect(restored(before)).rejects.toThrow(RestoreRefused);
    await expect(restored(before)).rejects.toThrow("--restore-withdrawn 3");
  });

  dbTest("is refused of a package until the withdrawal is lifted", async () => {
    const db = await testDatabase();
    const folder = openGuardedPackage(ID, "4");
    const refused = await importPackage(db, folder);
    expect(refused).toMatchObject({
      status: "refused",
      problems: expect.arrayContaining([
        {
          ...{ file: "places.csv", name: "id", line: expect.any(Number) },
          got: expect.stringMatching(/^"zinnia-yard", which was withdrawn on .* \(Asked for/),
          allowed: expect.stringMatching(
            /withdrawn with it: .*and \d+ more\); .*--restore-withdrawn places\/zinnia-yard$/,
          ),
        },
        expect.objectContaining({ file: "events.csv", line: expect.any(Number) }),
        expect.objectContaining({ file: "shapes.geojson", line: expect.any(Number) }),
      ]),
    });
    expect(await importPackage(db, openGuardedPackage(ID, "2"))).toMatchObject({
      problems: [{ name: "version", got: expect.stringContaining("withdrawn") }],
    });
    const lift = (names: readonly string[]) =>
      restoreWithdrawn(db, { datasetId: ID, names, isTrial: false });
    expect(await lift(["places/nowhere"])).toMatchObject({ status: "not-lifted" });
    const three = NAMES.slice(0, 3);
    expect(await withdraw(db, { datasetId: ID, names: three, reason: REASON })).toMatchObject({
      problems: expect.arrayContaining([
        expect.objectContaining({
          allowed: expect.stringMatching(/what was not withdrawn yet: .*, with .*events\/zinnia-/),
        }),
      ]),
    });
    expect(await lift(three)).toMatchObject({
      status: "lifted",
      lifted: [
        { collection: "places", id: "zinnia-yard" },
        { collection: "events", id: "quibble" },
        { collection: "routes", id: "zinnia-lane" },
      ],
      alongside: expect.arrayContaining([{ collection: "events", id: "zinnia-cleared" }]),
    });
    expect(await importPackage(db, folder)).toMatchObject({ status: "loaded" });
    const { app } = await asked();
    for (const path of ["places/items/zinnia-yard", "events/items/zinnia-cleared"])
      expect((await app.request(`/api/collections/${path}`)).status, path).toBe(200);
    const { withdrawals } = await (await app.request("/api/dataset")).json();
    const left = withdrawals.map(({ collection }: { collection: string }) => collection);
    expect([...new Set(left)]).toEqual(["versions"]);
  });
});
