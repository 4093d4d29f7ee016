// Pictures are of days that the data are of: one outside of their period is refused, and the page that shows the nearest
// day instead has no card of another.
import { unzipSync } from "fflate";
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { testApp } from "#tests/support/product/app.ts";

/** Calais is told of from the first day of 2013 to the last of 2016. */
const PERIOD = "2013-01-01 to 2016-12-31";

const OUTSIDE = [
  ["date", "date=1999-01-01", "1999-01-01"],
  ["date", "date=2012-12-31", "2012-12-31"],
  ["date", "date=2017-01-01", "2017-01-01"],
  ["date", "date=-0043-03-15", "-0043-03-15"],
  ["date", "date=2017-01-01&mode=cumulative", "2017-01-01"],
  ["time", "time=2012-06-01/2014-06-01", "2012-06-01/2014-06-01"],
  ["time", "time=2016-06-01/2018-06-01", "2016-06-01/2018-06-01"],
  ["compare", "date=2014-05-27&compare=2020-01-01", "2020-01-01"],
  ["dates", "dates=2014-05-27,2017-05-27", "2014-05-27,2017-05-27"],
] as const;

let made: ReturnType<typeof testApp> | undefined;

async function get(address: string) {
  made ??= testApp();
  const { app } = await made;
  return app.request(address);
}

describe("a picture of days outside of the period", () => {
  dbTest.for(OUTSIDE)("is refused: %s of %s", async ([name, query, got]) => {
    for (const format of ["svg", "png", "pdf", "zip"]) {
      const response = await get(`/snapshot.${format}?${query}`);
      expect(response.status, format).toBe(400);
      expect(response.headers.get("Content-Type")).toContain("application/problem+json");
      const { problems } = await response.json();
      expect(problems).toEqual([expect.objectContaining({ name, got })]);
      expect(problems[0].allowed).toContain(PERIOD);
    }
  });

  dbTest.for(["date=2013-01-01", "date=2016-12-31", "time=2013-01-01/2016-12-31"])(
    "is drawn at its ends: %s",
    async (query) => {
      const response = await get(`/snapshot.zip?${query}&width=900&height=900`);
      expect(response.status).toBe(200);
      const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
      expect(Object.keys(files)).toContain("picture.png");
    },
  );
});
