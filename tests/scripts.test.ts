// The scripts beside the product: what is wrong is told in words, with a code that is not 0.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "./support/packages/packages.ts";

const SCRIPTS = [
  ["tests/bench/make-data.mjs", "npm run bench:data"],
  ["tests/bench/run.mjs", "npm run bench"],
  ["tests/browser/pictures/take-pictures.mjs", "npm run pictures"],
  ["tests/dependencies.mjs", "npm run check-dependencies"],
] as const;

const INSIDES = /\n\s+at |node:internal|\[object|Error:/;

function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const options = { encoding: "utf8", env: { ...process.env, ...env } } as const;
  const { status, stderr, stdout } = spawnSync(process.execPath, [script, ...args], options);
  return { status, stderr, stdout };
}

// Each is a process that reads its libraries first.
describe("a script", { timeout: 60_000 }, () => {
  it.for(SCRIPTS)("%s tells its use, and what it does not know", ([script, use]) => {
    const help = run(script, ["--help"]);
    expect(help).toEqual({ status: 0, stderr: "", stdout: expect.stringContaining(use) });
    const { status, stderr } = run(script, ["--fast"]);
    expect(stderr).toContain(use);
    expect(stderr).toContain("--fast");
    expect(stderr).not.toMatch(INSIDES);
    expect(status).toBe(2);
  });

  it("that invents data tells of numbers that are none, and of a folder that is a file", () => {
    const file = path.join(temporaryFolder("scripts"), "file");
    writeFileSync(file, "a letter");
    const numbers = run(SCRIPTS[0][0], ["--events", "many"]);
    expect(numbers).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/whole numbers, got many, 1/),
    });
    const folder = run(SCRIPTS[0][0], ["--events", "10", "--only-write", "--folder", file]);
    expect(folder).toMatchObject({ status: 1, stderr: expect.stringContaining(file) });
    expect(folder.stderr).not.toMatch(INSIDES);
  });

  it("that takes pictures tells of a product that does not run, and of a browser that is not there", () => {
    const none = run(SCRIPTS[2][0], [], { CHROMIUM_PATH: "/nowhere/chromium" });
    expect(none).toMatchObject({ status: 1, stderr: expect.stringContaining("/nowhere/chromium") });
    expect(none.stderr).not.toMatch(INSIDES);
  });

  it("that measures leaves out, in words, what needs a browser where there is none", () => {
    const { status, stderr, stdout } = run(SCRIPTS[1][0], ["scrubbing", "start"], {
      CHROMIUM_PATH: "/nowhere/chromium",
    });
    expect(stdout).toContain(
      "left out: scrubbing, start, which measure in a browser; there is no Chromium at /nowhere/chromium (CHROMIUM_PATH)",
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});
