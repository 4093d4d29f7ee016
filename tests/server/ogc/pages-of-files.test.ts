// A page of a table says that it is one, where the format itself has no room for it.
import { parse } from "csv-parse/sync";
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { getJson, testApp } from "#tests/support/product/app.ts";

const EVENTS = "/api/collections/events/items";

describe("a page of CSV", () => {
  dbTest(
    "that is not the whole is saved under a name that says so, and links to the next",
    async () => {
      const { app } = await testApp();
      const { body: all } = await getJson(`${EVENTS}?limit=1`);
      const response = await app.request(`${EVENTS}?f=csv&limit=7`);
      expect(parse(await response.text(), { columns: true })).toHaveLength(7);
      expect(response.headers.get("OGC-NumberMatched")).toBe(String(all.numberMatched));
      expect(response.headers.get("OGC-NumberReturned")).toBe("7");
      expect(response.headers.get("Content-Disposition")).toBe(
        `inline; filename="events-7-of-${all.numberMatched}.csv"`,
      );
      expect(response.headers.get("Link")).toContain('rel="next"');
      const whole = await app.request(`${EVENTS}?f=csv&limit=10000`);
      expect(parse(await whole.text(), { columns: true })).toHaveLength(all.numberMatched);
      expect(whole.headers.get("Content-Disposition")).toBeNull();
    },
  );

  dbTest("by the clock of datetime is that of its days", async () => {
    const { body: day } = await getJson(`${EVENTS}?datetime=2016-09-05`);
    const { body: hour } = await getJson(
      `${EVENTS}?datetime=2016-09-05T14:00:00%2B02:00/2016-09-05T15:00:00%2B02:00`,
    );
    expect(hour.numberMatched).toBe(day.numberMatched);
    expect(day.numberMatched).toBeGreaterThan(0);
  });
});
