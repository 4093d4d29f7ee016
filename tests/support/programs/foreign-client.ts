// What the tests with foreign clients share: the running product, its JSON as the measure of all else, and the programs.
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { Feature, Geometry } from "geojson";
import { inject, it } from "vitest";
import { temporaryFolder } from "../packages/packages.ts";
import { type JudgeName, PYTHON } from "./programs.ts";

/** Address of the running product, without a slash at its end. */
export const productUrl = inject("productUrl");

/** A test with programs of others; left out, as the set-up has said, where one of them is missing. */
export const judgeTest = (...judges: readonly JudgeName[]) =>
  it.skipIf(judges.some((name) => !inject("judges").includes(name)));

const MEGABYTE = 1024 * 1024;
const execute = promisify(execFile);

/** Runs a program in a folder of its own and gives what it prints; throws with its complaints when it fails. */
export async function run(program: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await execute(program, args, {
    maxBuffer: 256 * MEGABYTE,
    timeout: 110_000,
    // Windows of QGIS and Inkscape are drawn in memory; no cache or setting of this account is used.
    env: {
      ...process.env,
      QT_QPA_PLATFORM: "offscreen",
      HOME: temporaryFolder("home"),
      LC_ALL: "C.UTF-8",
    },
  });
  return stdout;
}

/** Runs a script beside the tests with Debian's Python, and reads the JSON that it prints, one value a line. */
export async function runPython<Line>(script: string, ...args: readonly string[]): Promise<Line[]> {
  const printed = await run(PYTHON, path.resolve("tests/clients", script), ...args);
  return printed
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
}

type Page = {
  readonly numberMatched: number;
  readonly features: readonly Feature<Geometry | null>[];
  readonly links: readonly { readonly rel: string; readonly href: string }[];
};

/** Every feature that the API's JSON has for a question, page by page as its links lead. */
export async function featuresOf(
  collection: string,
  query: Readonly<Record<string, string>> = {},
  product = productUrl,
): Promise<Feature<Geometry | null>[]> {
  const found: Feature<Geometry | null>[] = [];
  let address: string | undefined =
    `${product}/api/collections/${collection}/items?${new URLSearchParams({ ...query, limit: "1000" })}`;
  while (address) {
    const answer: Response = await fetch(address, { headers: { Accept: "application/geo+json" } });
    if (!answer.ok) throw new Error(`${answer.status} at ${address}: ${await answer.text()}`);
    const page = (await answer.json()) as Page;
    found.push(...page.features);
    address = page.links.find(({ rel }) => rel === "next")?.href;
  }
  return found;
}

/** Saves what an address of the product, or a whole address, answers as a file of that name, in a folder of its own. */
export async function savedFile(address: string, name: string): Promise<string> {
  const answer = await fetch(new URL(address, productUrl));
  if (!answer.ok) throw new Error(`${answer.status} at ${address}: ${await answer.text()}`);
  const file = path.join(temporaryFolder("client"), name);
  writeFileSync(file, new Uint8Array(await answer.arrayBuffer()));
  return file;
}
