// Six scenes as they have been looked at and found good: their structure and words, and their pixels within a tolerance.
// After a change that is meant: `UPDATE_PICTURES=1 npx vitest run --project embedded golden -u`, and look at what it
// wrote.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { structureOf } from "#tests/support/pictures/figure-text.ts";
import { testApp } from "#tests/support/product/app.ts";

const FOLDER = "tests/fixtures/figures";
/** Share of pixels that may differ; a letter that moved is more. */
const TOLERANCE = 0.001;

const SCENES = {
  "2014-05-27-en": "date=2014-05-27&lang=en&width=900&height=640",
  "2016-03-01-fr": "date=2016-03-01&lang=fr&width=900&height=640&distances=true",
  "2016-09-05-grey": "date=2016-09-05&lang=en&width=900&height=640&theme=grey",
  "2016-09-05-phone": "date=2016-09-05&lang=fr&width=540&height=960&theme=dark",
  "window-2015": "time=2015-01-01/2015-06-30&lang=en&width=900&height=640&certainty=certain",
  phases: "dates=phases&lang=fr&width=1200&height=850",
} as const;

describe("the figure still looks as it did", () => {
  dbTest.for(Object.entries(SCENES))("%s", async ([name, query]) => {
    const { app } = await testApp();
    const svg = await (await app.request(`/snapshot.svg?${query}`)).text();
    await expect(structureOf(svg)).toMatchFileSnapshot(path.resolve(FOLDER, `${name}.txt`));
    const drawn = await (await app.request(`/snapshot.png?${query}`)).arrayBuffer();
    comparePicture(path.join(FOLDER, `${name}.png`), Buffer.from(drawn));
  });
});

function comparePicture(file: string, drawn: Buffer): void {
  if (process.env.UPDATE_PICTURES || (!existsSync(file) && !process.env.CI)) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, drawn);
    return;
  }
  const [before, now] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(drawn)];
  expect([now.width, now.height]).toEqual([before.width, before.height]);
  const { height, width } = now;
  const differing = pixelmatch(before.data, now.data, undefined, width, height, { threshold: 0.1 });
  expect(differing / (width * height), `${differing} pixels differ`).toBeLessThan(TOLERANCE);
}
