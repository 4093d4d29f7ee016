// Series take long to work out, in the thread that answers everybody: many at once.
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { testApp } from "#tests/support/product/app.ts";

const series = (day: number) =>
  `/api/analysis/separation?step=day&datetime=2014-01-${String(day).padStart(2, "0")}/2014-06-30`;
const DAYS = Array.from({ length: 30 }, (_, index) => index + 1);

describe("series that are asked for at once", () => {
  dbTest(
    "are answered, or refused with when to come back; others are answered between",
    async () => {
      const { app } = await testApp();
      const order: string[] = [];
      const ask = async (address: string) => {
        const response = await app.request(address);
        await response.arrayBuffer();
        order.push(response.status === 200 && address === "/healthz" ? "health" : "series");
        return response;
      };
      const asked = DAYS.map((day) => ask(series(day)));
      // Once the first of them is being worked out.
      await Promise.race(asked);
      await ask("/healthz");
      const answers = await Promise.all(asked);
      expect(order.indexOf("health")).toBeLessThan(order.length - 5);
      const refused = answers.filter(({ status }) => status !== 200);
      expect(refused.length).toBeGreaterThan(0);
      expect(refused.length).toBeLessThan(DAYS.length / 2);
      for (const { headers, status } of refused) {
        expect(status).toBe(503);
        expect(Number(headers.get("Retry-After"))).toBeGreaterThan(0);
        expect(headers.get("ETag")).toBeNull();
      }
    },
  );

  dbTest("are worked out once where they are the same", async () => {
    const { app } = await testApp();
    const texts = await Promise.all(
      DAYS.map(async () => {
        const response = await app.request(series(1));
        expect(response.status).toBe(200);
        return response.text();
      }),
    );
    expect(new Set(texts).size).toBe(1);
    expect(JSON.parse(texts[0] ?? "").series).toHaveLength(181);
  });
});
