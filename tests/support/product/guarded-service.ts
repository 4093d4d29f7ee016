// The service with a package in which places are coarse, hidden and withheld, and all that it answers: at the root, and as
// another dataset beside it.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import type { Position } from "geojson";
import { expect } from "vitest";
import { importPackage } from "#import/load/import-package.ts";
import { createApp } from "#server/app.ts";
import { createLog } from "#server/log.ts";
import { renderPicture } from "#server/snapshot/render-picture.ts";
import { CALAIS_ID, testDatabase, testReads } from "../databases/database.ts";
import { writeGuardedPackage } from "../packages/guarded-package.ts";
import { SECRETS, type Secrets, WITHHELD_WORDS } from "../packages/guarded-secrets.ts";
import { temporaryFolder } from "../packages/packages.ts";
import {
  type Answer,
  type Answers,
  type Asked,
  ask,
  below,
  everythingAnswered,
} from "./everything-answered.ts";

const ID = "guarded";
/** Where it is asked: as the dataset of the service, and as another one beside it. */
export const [AT_ROOT, NAMED] = ["", `/d/${ID}`] as const;
export type Place = typeof AT_ROOT | typeof NAMED;
/** What the service says of all its datasets, and of those that are not there. */
const OF_ALL = [
  ...["/datasets", "/datasets?f=json", "/datasets?lang=fr", "/datasets?f=nothing"],
  ...["/readyz", "/d/zinnia-yard/", "/d/zinnia-yard/api/dataset"],
];
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

export type Published = {
  readonly answers: Answers;
  readonly log: readonly string[];
  readonly contentHash: string;
};

/** Asks what may be asked of the package while it is in the database. */
export async function published<Found>(
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

export const everything = (secrets: Secrets, place: Place = AT_ROOT) =>
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
export function differences(one: Answers, other: Answers): string[] {
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

export const isWrong = ({ head }: { readonly head: string }) => /^5/.test(head);

/** Nothing that is withheld is said, but to whoever says it first. */
export function expectUnsaid(answers: Answers): void {
  const asked = /^(problem|detail)|q=|zinnia|quibble/;
  for (const [address, { body }] of answers)
    if (!asked.test(address))
      expect(Buffer.from(body).toString(), address).not.toMatch(WITHHELD_WORDS);
}
