// What was backed up comes back as it was: from each database into each, or not at all.
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/packages/packages.ts";
import {
  databaseKinds,
  emptyDatabase,
  type FreshDatabase,
  freshDatabase,
  loadedDatabase,
  quickKind,
  statesIn,
} from "./rig/databases.ts";
import { times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { runProgram } from "./rig/program.ts";
import { randomFrom } from "./rig/random.ts";

const folder = temporaryFolder("backups");
const fileNamed = (name: string) => path.join(folder, name);

async function run(name: "backup" | "restore", { env }: FreshDatabase, ...args: readonly string[]) {
  const program = runProgram(name, args, { env });
  const { code } = await program.ended;
  return { code, printed: program.printed() };
}

/** The lines of a backup without when it was made, and the checksum that follows from it. */
const contentOf = (file: string) =>
  gunzipSync(readFileSync(file))
    .toString()
    .replace(/"madeAt":"[^"]*"/, "")
    .replace(/"sha256":"[^"]*"/, "");

describe.each(databaseKinds())("a backup of %s", (kind) => {
  let source: FreshDatabase;
  // Which the set-up has made of the same with the same program.
  const file = statesIn(kind).former.backup;

  beforeAll(async () => {
    source = await loadedDatabase(kind);
  });
  afterAll(() => source.remove());

  it("may be read by its owner only, says what it holds, and overwrites nothing", async () => {
    const { attempt, tell } = figures(`what a backup of ${kind} leaves alone`);
    await attempt("whoever is not its owner", () => {
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const [first = ""] = gunzipSync(readFileSync(file)).toString().split("\n");
      expect(JSON.parse(first).notice).toContain("undisclosed");
    });
    await attempt("a database that holds something, unless it is told to", async () => {
      const refused = await run("restore", source, file);
      expect(refused).toMatchObject({
        code: 1,
        printed: expect.stringContaining("calais-2013-2016"),
      });
      expect(await run("restore", source, file, "--replace")).toMatchObject({ code: 0 });
    });
    await attempt("a file that is there", async () => {
      const again = await run("backup", source, file);
      expect(again.code).toBe(1);
      expect(again.printed).toContain(path.basename(file));
      expect(again.printed).not.toMatch(/\n {4}at /);
    });
    tell();
  });

  it("is not made of a database in which nothing is stored, as one has with other settings", async () => {
    const empty = await freshDatabase(kind);
    const none = fileNamed(`of-nothing-${kind}.gz`);
    const { code, printed } = await run("backup", empty, none);
    expect(code).toBe(1);
    expect(printed).toMatch(
      /^Nothing is stored in .*Are DATABASE_URL and DATA_DIR those of the service\?\n$/,
    );
    // Nor is a database made where there was none.
    const left = [none, `${none}.unfinished`, empty.env.DATA_DIR];
    expect(left.filter((file) => existsSync(file))).toEqual([]);
    await empty.remove();
  });

  it("is restored with the same rows, versions and hashes into an empty database of another kind", async () => {
    const { attempt, tell } = figures(`backup and restore of ${kind}`);
    const others = databaseKinds().filter((other) => other !== kind);
    for (const target of others.length > 0 ? others : [kind])
      await attempt(`into ${target}`, async () => {
        const database = await emptyDatabase(target);
        const restored = await run("restore", database, file);
        expect(restored).toMatchObject({ code: 0 });
        const second = fileNamed(`of-${kind}-by-${target}.gz`);
        expect(await run("backup", database, second)).toMatchObject({ code: 0 });
        expect(contentOf(second) === contentOf(file)).toBe(true);
        await database.remove();
      });
    tell();
  });

  it("that was damaged is refused whole", async () => {
    const random = randomFrom(`damaged backup ${kind}`);
    const { attempt, tell } = figures(`damaged backups, ${kind}`);
    const bytes = gunzipSync(readFileSync(file));
    const damaged = fileNamed(`damaged-${kind}.gz`);
    const changes: Readonly<Record<string, () => Buffer>> = {
      "cut off": () => gzipSync(bytes.subarray(0, Math.floor(random() * bytes.length))),
      "cut off as a file": () => {
        const compressed = readFileSync(file);
        return compressed.subarray(0, Math.floor(random() * compressed.length));
      },
      "with another byte": () => {
        const changed = Buffer.from(bytes);
        const place = Math.floor(random() * bytes.length);
        changed[place] = (changed[place] ?? 0) ^ 0x01;
        return gzipSync(changed);
      },
    };
    const kinds = Object.entries(changes).slice(0, kind === quickKind() ? 3 : times(1, 3));
    for (let turn = 0; turn < times(1, 30); turn += 1)
      for (const [what, change] of kinds)
        await attempt(`${what} ${turn}`, async () => {
          writeFileSync(damaged, change());
          const answer = await run("restore", source, damaged, "--replace");
          expect(answer.code, answer.printed).toBe(1);
          expect(answer.printed).toContain("the database is as it was");
          // Of the file, and not of a row that the database refuses.
          expect(answer.printed).toMatch(/damaged|not a whole backup|or it was changed/);
          expect(answer.printed).not.toMatch(/\n {4}at |SELECT|COPY|INSERT/);
        });
    const after = fileNamed(`after-${kind}-${random()}.gz`);
    expect(await run("backup", source, after)).toMatchObject({ code: 0 });
    expect(contentOf(after) === contentOf(file)).toBe(true);
    tell();
  });
});
