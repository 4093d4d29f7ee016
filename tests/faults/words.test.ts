// Whatever is wrong at the start of a command: words with a way out, a code that is not 0, and no stack, statement or password.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { BACKUP_FORMAT } from "#db/backup/backup.ts";
import { CALAIS, changedPackage, temporaryFolder } from "../support/packages/packages.ts";
import { type DatabaseKind, databaseKinds, loadedDatabase } from "./rig/databases.ts";
import { IS_LONG, times } from "./rig/extent.ts";
import { figures } from "./rig/figures.ts";
import { INSIDES } from "./rig/insides.ts";
import { addressOf, type ProgramName, runProgram } from "./rig/program.ts";

type Case = {
  readonly name: ProgramName;
  readonly args?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly says: RegExp;
  readonly code?: number;
};

async function ends({ name, args = [], env, says, code = 1 }: Case): Promise<void> {
  const program = runProgram(name, args, { env });
  const ending = await program.ended;
  const printed = program.printed();
  expect(printed).toMatch(says);
  expect(printed).not.toMatch(INSIDES);
  expect(ending.code, printed).toBe(code);
}

const COMMANDS = [
  ["main", []],
  ["import", [CALAIS]],
] as const;

/** Whole: a damaged file is told before a database is opened. */
const HEAD = `${JSON.stringify({ format: BACKUP_FORMAT, datasets: [] })}\n`;
const SHA256 = createHash("sha256").update(HEAD).digest("hex");
const BACKUP_OF_NOTHING = `${HEAD}${JSON.stringify({ sha256: SHA256 })}\n`;

describe("a command that cannot work", () => {
  it("tells of a wrong address, and never repeats it", async () => {
    const { attempt, tell } = figures("wrong addresses of the database");
    const addresses: readonly (readonly [string, RegExp])[] = [
      ["postgres://u:s3cr3t@:::bad/", /DATABASE_URL.* allowed is postgres:/i],
      ["postgres://u:s3cr3t@host:99999/x", /DATABASE_URL.* allowed is postgres:/i],
      [
        "postgres://u:s3cr3t@127.0.0.1:1/x",
        /PostgreSQL at 127\.0\.0\.1:1\/x cannot be used: .*ECONNREFUSED.* Check DATABASE_URL/,
      ],
      [
        "postgres://u:s3cr3t@nowhere.invalid/x",
        /PostgreSQL at nowhere\.invalid\/x cannot be used: .* Check DATABASE_URL/,
      ],
    ];
    // Each of the commands in turn; in the long form all of them.
    for (const [index, [url, says]] of addresses.entries())
      for (const [name, args] of IS_LONG ? COMMANDS : COMMANDS.slice(index % 2).slice(0, 1))
        await attempt(`${name} ${url}`, () =>
          ends({ name, args, env: { DATABASE_URL: url, DATA_DIR: "/dev/null/x" }, says }),
        );
    tell();
  });

  it("tells within seconds of a port at which something else than PostgreSQL listens", async () => {
    const { attempt, tell } = figures("ports of something else");
    const folder = temporaryFolder("ports");
    const file = path.join(folder, "some.gz");
    writeFileSync(file, gzipSync(BACKUP_OF_NOTHING));
    const commands = [
      ...COMMANDS,
      ["backup", [path.join(folder, "other.gz")]],
      ["restore", [file]],
    ] as const;
    const http = createHttpServer((_, answer) => answer.end("hello"));
    const answers: Readonly<Record<string, readonly [server: Server, says: RegExp]>> = {
      HTTP: [http, /what answers at \S+ does not speak as PostgreSQL does/],
      SSH: [
        createServer(
          (socket) => void socket.on("error", () => {}).write("SSH-2.0-OpenSSH_9.2\r\n"),
        ),
        /what answers at \S+ does not speak as PostgreSQL does/,
      ],
      "nothing, and ends": [createServer((socket) => void socket.end()), /was ended at its other/],
      "nothing, for ever": [createServer(() => {}), /:\d+: there was no answer in time/],
    };
    for (const [what, [server, says]] of Object.entries(answers)) {
      await once(server.listen(0, "127.0.0.1"), "listening");
      const { port } = server.address() as AddressInfo;
      const env = { DATABASE_URL: `postgres://u:s3cr3t@127.0.0.1:${port}/x` };
      for (const [name, args] of what === "HTTP" ? commands : commands.slice(0, times(1, 4)))
        await attempt(`${name}, ${what}`, async () => {
          const start = performance.now();
          await ends({ name, args, env, says });
          expect(performance.now() - start).toBeLessThan(20_000);
        });
      server.close();
    }
    tell();
  });

  it("tells of a port that is taken, and of a host that is not here, before anything is opened", async () => {
    const { attempt, tell } = figures("ports and hosts");
    const taken = createServer();
    await once(taken.listen(0, "127.0.0.1"), "listening");
    const port = String((taken.address() as AddressInfo).port);
    const places: readonly (readonly [NodeJS.ProcessEnv, RegExp])[] = [
      [{ PORT: port }, new RegExp(`port ${port} is in use .* Set PORT to another`)],
      [{ METRICS_PORT: port }, new RegExp(`port ${port} is in use .* Set METRICS_PORT to another`)],
      [{ HOST: "192.0.2.1" }, /HOST is "192\.0\.2\.1": .* Set HOST to an address of this machine/],
    ];
    for (const [settings, says] of places)
      await attempt(JSON.stringify(settings), async () => {
        const folder = path.join(temporaryFolder("ports"), "data");
        const program = runProgram("main", [], { env: { DATA_DIR: folder, ...settings } });
        expect((await program.ended).code).toBe(1);
        expect(program.printed()).toMatch(says);
        expect(program.printed()).not.toMatch(/ready|http:|\n\s+at /);
        expect(existsSync(folder)).toBe(false);
      });
    taken.close();
    tell();
  });

  it("tells what is wrong with a file, and says no word of the system alone", async () => {
    const { attempt, tell } = figures("wrong files");
    const folder = temporaryFolder("files");
    const cases: readonly (readonly [ProgramName, string, RegExp])[] = [
      ["restore", "none.gz", /none\.gz: no such file or folder \(ENOENT\)/],
      ["restore", ".", /was not restored.*: it is a folder, not a file \(EISDIR\)/],
      ["backup", "none/new.gz", /new\.gz was not written: its folder is not there/],
    ];
    // Told before a database is opened, or made.
    const env = { DATA_DIR: path.join(temporaryFolder("none"), "data") };
    for (const [name, file, says] of cases)
      await attempt(`${name} ${file}`, () =>
        ends({ name, args: [path.join(folder, file)], env, says }),
      );
    expect(existsSync(env.DATA_DIR)).toBe(false);
    tell();
  });

  it("tells which folder is wrong", async () => {
    const { attempt, tell } = figures("wrong folders");
    const folder = temporaryFolder("words");
    const file = path.join(folder, "file");
    writeFileSync(file, "a letter");
    for (const [name, args] of COMMANDS.slice(0, times(1, 2))) {
      for (const wrong of [file, path.join(file, "below")].slice(0, times(1, 2)))
        await attempt(`${name} ${wrong}`, () =>
          ends({
            name,
            args,
            env: { DATA_DIR: wrong },
            says: /DATA_DIR .*file.* is a file, or lies below one/,
          }),
        );
      await attempt(`${name} /proc`, () =>
        ends({
          name,
          args,
          env: { DATA_DIR: "/proc/rocade/data" },
          says: /DATA_DIR \/proc\/rocade\/data is none: it does not exist and cannot be created/,
        }),
      );
    }
    // Somebody else's is left as it is.
    const home = temporaryFolder("home");
    writeFileSync(path.join(home, ".profile"), "a letter");
    const backup = path.join(folder, "some.gz");
    writeFileSync(backup, gzipSync(BACKUP_OF_NOTHING));
    for (const [name, args] of [...COMMANDS, ["restore", [backup]] as const])
      await attempt(`${name} ${home}`, () =>
        ends({
          name,
          args,
          env: { DATA_DIR: home },
          says: /DATA_DIR: got \S*home\S*, in which there is "\.profile", allowed is a folder that is empty/,
        }),
      );
    expect(readdirSync(home)).toEqual([".profile"]);
    // Told before a database is opened, or made.
    const nothing = temporaryFolder("nothing");
    const env = { DATA_DIR: path.join(nothing, "data") };
    for (const name of ["import", "check-links"] as const) {
      await attempt(`${name} of nothing`, () =>
        ends({ name, args: [nothing], env, says: /datapackage\.json file: found no such file/ }),
      );
      await attempt(`${name} with an option that there is not`, () =>
        ends({
          name,
          args: ["--fast"],
          env: {},
          says: /Unknown option '--fast'[\s\S]*npm run/,
          code: 2,
        }),
      );
    }
    await attempt("main with an option that there is not", () =>
      ends({
        name: "main",
        args: ["--fast"],
        env: {},
        says: /does not know "--fast"[\s\S]*npm start/,
        code: 2,
      }),
    );
    expect(readdirSync(nothing)).toEqual([]);
    tell();
  });

  it("tells of a database whose files are damaged, whatever of them is, and which folder to remove", async () => {
    const { attempt, tell } = figures("damaged embedded databases");
    const tables = (folder: string) => {
      const base = path.join(folder, "base", "5");
      const own = readdirSync(base).filter((name) => /^[1-9]\d{4}$/.test(name));
      return own.map((name) => path.join(base, name)).filter((file) => statSync(file).size > 9000);
    };
    const wal = (folder: string) =>
      readdirSync(path.join(folder, "pg_wal"))
        .filter((name) => /^[0-9A-F]{24}$/.test(name))
        .map((name) => path.join(folder, "pg_wal", name));
    const cutTo = (length: number) => (file: string) => truncateSync(file, length);
    const remove = (file: string) => rmSync(file);
    const every = (files: readonly string[], damage: (file: string) => void) => {
      for (const file of files) damage(file);
    };
    const damages: Readonly<Record<string, (folder: string) => void>> = {
      "lost WAL": (folder) => every(wal(folder), remove),
      "overwritten catalogue": (folder) =>
        writeFileSync(path.join(folder, "base", "5", "1259"), Buffer.alloc(32_768, 0xa5)),
      "cut tables": (folder) => every(tables(folder), cutTo(9000)),
      "no PG_VERSION": (folder) => rmSync(path.join(folder, "PG_VERSION")),
      "lost tables": (folder) => every(tables(folder), remove),
      "cut WAL": (folder) => every(wal(folder), cutTo(100_000)),
      "cut control file": (folder) => truncateSync(path.join(folder, "global", "pg_control"), 10),
    };
    for (const [what, damage] of Object.entries(damages).slice(0, times(2, 7)))
      await attempt(what, async () => {
        const { env, remove } = await loadedDatabase("embedded");
        const folder = path.join(env.DATA_DIR, "pg");
        damage(folder);
        await ends({
          name: "main",
          env,
          says: new RegExp(
            `The embedded database in ${folder} cannot be used: .*rm -r "${folder}"`,
          ),
        });
        expect(existsSync(folder)).toBe(true);
        await remove();
      });
    tell();
  });
});

describe.each(databaseKinds())("two that start on %s", (kind: DatabaseKind) => {
  it("with packages of one dataset serve the same, whoever starts last; each is told what was found", async () => {
    const { attempt, tell } = figures(`two starts, ${kind}`);
    const database = await loadedDatabase(kind);
    await attempt("import, then start with the package that is shipped", async () => {
      const other = labelled("7.0");
      const imported = runProgram("import", [other], { env: database.env });
      expect((await imported.ended).code, imported.printed()).toBe(0);
      const service = runProgram("main", [], { env: database.env });
      const address = await addressOf(service);
      expect(service.printed()).toMatch(
        /calais-2013-2016 7\.0 .* is stored and is served\. .* was not loaded/,
      );
      expect(await (await fetch(`${address}/readyz`)).json()).toMatchObject({ version: "7.0" });
      if (kind === "postgres") {
        const second = runProgram("main", [], {
          env: { ...database.env, DATA_PACKAGE: labelled("7.1") },
        });
        const own = await addressOf(second);
        expect(await (await fetch(`${own}/readyz`)).json()).toMatchObject({ version: "7.0" });
        await second.end("SIGTERM");
      } else {
        const second = runProgram("main", [], { env: database.env });
        expect((await second.ended).code).toBe(1);
        expect(second.printed()).toMatch(/is in use by process \d+ since .* Stop that one first/);
      }
      await service.end("SIGTERM");
    });
    await database.remove();
    tell();
  });
});

/** The package that is shipped, as another version of itself. */
function labelled(label: string): string {
  return changedPackage("datapackage.json", (text) =>
    text.replace(/"version": "[^"]*"/, `"version": "${label}"`),
  );
}
