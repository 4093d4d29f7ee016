// `npm run import` as somebody uses it who has one file and nothing else.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { takeDirectory } from "#db/embedded/lease.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { plainEnvironment } from "#tests/support/product/plain-environment.ts";

const folder = temporaryFolder("import-command");

function run(...args: readonly string[]) {
  const env = {
    ...plainEnvironment(),
    DATABASE_URL: "",
    DATA_DIR: path.join(folder, "data"),
    PORT: "",
  };
  const command = ["dist/server/import.js", ...args];
  const { status, stderr, stdout } = spawnSync(process.execPath, command, {
    encoding: "utf8",
    env,
  });
  return { status, stderr, stdout };
}

function written(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

// An embedded database is made, with nothing beside it on two processors.
describe("npm run import", { timeout: 300_000 }, () => {
  it("refuses a file with what is wrong, by its own headings, and code 1", () => {
    const file = written("wrong.csv", "Name;When;Lat;Lon\nA;one day;north;5.2\n");
    const { status, stderr } = run(file, "--dry-run");
    expect(stderr).toContain('wrong.csv:2 When: found "one day"');
    expect(stderr).toContain('wrong.csv:2 Lat: found "north"; expected degrees such as 50.95');
    expect(stderr).toMatch(/2 problems in .*wrong\.csv; nothing was written\./);
    expect(status).toBe(1);
  });

  it("brings in a loose file, and says where it can be seen", () => {
    const file = written("bells.csv", "Name;When;Lat;Lon\nBell;1871-03-18 10:30;45.10;5.20\n");
    const { status, stderr, stdout } = run(file, "--as", "old-bells", "--lang", "fr");
    expect(stdout).toMatch(/old-bells 1 published: 1 row, no errors, \d+ notices \(above\)/);
    expect(stdout).toContain("See it at http://127.0.0.1:3000/d/old-bells/");
    expect(stderr).toContain('title from "Name", date from "When"');
    expect(status).toBe(0);
  });

  it("says of a second version what nobody is told yet: what is new in it, and its licence", () => {
    const bells = (place: string) =>
      written("new-bells.csv", `id;Name;When;Lat;Lon\nb;${place};1871-03-18;45.10;5.20\n`);
    const said = "It has no licence: nobody is told whether the data may be used again.";
    const asked = "Nothing says what is new in this version: --note TEXT tells its readers.";
    const first = run(bells("Bell"));
    expect(first.stdout).toContain(said);
    expect(first.stdout).not.toContain(asked);
    const dry = run(bells("Bell of the town"), "--dry-run");
    expect(dry.stdout).toContain(asked);
    expect(dry.status).toBe(0);
    const noted = run(bells("Bell of the town"), "--note", "The bell has a name.");
    expect(noted.stdout).toContain("new-bells 2 published");
    expect(noted.stdout).not.toContain(asked);
    const why = "Nothing says why that state is published again: --note TEXT tells the readers.";
    const tried = run("--undo", "--dataset", "new-bells", "--dry-run");
    expect(tried.stdout).toContain(why);
    const undone = run("--undo", "--dataset", "new-bells", "--note", "It has none.");
    expect(undone.stdout).toContain("the state of 1 again");
    expect(undone.stdout).not.toContain(why);
  });

  it("tells of notices without a word of what is wrong, where nothing is", () => {
    const bells = "Name;When;Lat;Lon;Weight\nBell;1871-03-18;45.10;5.20;\nBell;c. 1872;0;0;\n";
    const { status, stderr, stdout } = run(written("noticed.csv", bells), "--dry-run");
    expect(stderr).toContain("notice: ");
    expect(stdout).toMatch(/: 2 rows, no errors, \d+ notices? \(above\)\./);
    expect(status).toBe(0);
  });

  it("says that a dry run knows nothing of what is published while another has the database", async () => {
    const directory = path.join(folder, "data");
    const leave = await takeDirectory(directory, () => {});
    try {
      const file = written("bells.csv", "Name;When;Lat;Lon\nBell;1871-03-18;45.10;5.20\n");
      const { status, stderr, stdout } = run(file, "--as", "old-bells", "--dry-run");
      expect(stdout).toMatch(/: 1 row, no errors, \d+ notices \(above\)/);
      expect(stderr).toContain("What would change is not known: it could not be compared");
      expect(stderr).toContain(`The data directory ${directory} is in use by`);
      expect(status).toBe(3);
    } finally {
      await leave();
    }
  });

  it("takes no choices where a descriptor makes them", () => {
    const { status, stderr } = run("geodata/calais", "--lang", "fr");
    expect(stderr).toMatch(/^--lang can be said of a file without a datapackage\.json only/);
    expect(status).toBe(2);
  });

  it("takes a record back for good, and says so of whoever brings it again", () => {
    const file = written(
      "towers.csv",
      "id;Name;When;Lat;Lon\nold;Tower;1871-03-18;45.10;5.20\nnew;Mill;1872-03-18;45.20;5.30\n",
    );
    expect(run(file, "--as", "towers").status).toBe(0);
    const ofTowers = ["--dataset", "towers"] as const;
    const name = ["--withdraw", "events/old", ...ofTowers] as const;
    const without = run(...name);
    expect(without.stderr).toMatch(/^--reason: found nothing; expected why/);
    expect(without.status).toBe(2);
    const because = ["--reason", "Its owner asked for it."] as const;
    const done = run(...name, ...because);
    expect(done.stdout).toContain("Withdrawn of towers: events/old.");
    expect(done.stdout).toContain("what is left is published as 1+withdrawal.1");
    expect(done.status).toBe(0);
    const refused = run(file, "--as", "towers");
    expect(refused.stderr).toMatch(/towers\.csv:2 id: found "old", which was withdrawn on .*owner/);
    expect(refused.status).toBe(1);
    const lifted = run("--restore-withdrawn", "events/old", ...ofTowers);
    expect(lifted.stdout).toContain("events/old: is withdrawn no more of towers");
  });
});
