// Distances and shares are sent no finer than they are known, and alike in every format.
import { parse } from "csv-parse/sync";
import { describe, expect } from "vitest";
import { borneDecimals } from "#tests/support/cases/borne-decimals.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { getJson, testApp } from "#tests/support/product/app.ts";

describe("what is published of distances and shares", () => {
  /** Every number below a member of that name. */
  const numbersOf = (value: unknown, name: RegExp, isBelow = false): number[] => {
    if (typeof value === "number") return isBelow ? [value] : [];
    if (value === null || typeof value !== "object") return [];
    return Object.entries(value).flatMap(([key, part]) =>
      numbersOf(part, name, isBelow || name.test(key)),
    );
  };
  const decimalsOf = (value: number | string) => String(value).split(".")[1]?.length ?? 0;

  dbTest("is whole metres and four decimals, in JSON as in CSV", async () => {
    const { body } = await getJson("/api/analysis/separation?step=change");
    const metres = numbersOf(body.series, /_m$/);
    const shares = numbersOf(body.series, /^share/);
    expect(metres.length).toBeGreaterThan(1000);
    expect(shares.length).toBeGreaterThan(100);
    expect(metres.filter((value) => !Number.isInteger(value))).toEqual([]);
    expect(shares.filter((value) => decimalsOf(value) > 4)).toEqual([]);
    const { app } = await testApp();
    const response = await app.request("/api/analysis/separation?step=change&f=csv");
    const rows: Record<string, string>[] = parse(await response.text(), { columns: true });
    rows.forEach((row, index) => {
      const one = body.series[index];
      const told = {
        distance_mean_m: one.distance_m?.mean,
        distance_min_m: one.distance_m?.min,
        weighted_distance_high_m: one.weighted_distance_m?.high,
        share_of_sites_beyond: one.share_of_sites_beyond,
        share_of_people_beyond_low: one.share_of_people_beyond?.low,
        share_of_largest_site_high: one.largest_site?.share.high,
      };
      for (const [name, value] of Object.entries(told))
        expect(row[name], `${one.datetime} ${name}`).toBe(String(value ?? ""));
    });
  });

  dbTest("of a place is what its precision bears, and what the means are made of", async () => {
    const { body } = await getJson("/api/analysis/separation?datetime=2014-05-27");
    const distances = body.open_sites.map((site: { distance_m: number }) => site.distance_m);
    const mean = distances.reduce((sum: number, one: number) => sum + one, 0) / distances.length;
    expect(body.distance_m.mean).toBe(Math.round(mean));
    expect(body.distance_m.min).toBe(Math.min(...distances));
    const places = await getJson("/api/collections/places/items?limit=1000");
    const unitOf = (precision: number) => 10 ** Math.max(0, -borneDecimals(precision, "metre"));
    for (const { distance_m, further_distance_m, precision_m } of [
      ...body.open_sites,
      ...places.body.features.map(({ properties }: { properties: object }) => properties),
    ])
      for (const distance of [distance_m, further_distance_m])
        expect((distance ?? 0) % unitOf(precision_m), `${distance} ± ${precision_m}`).toBe(0);
    const changes = await getJson("/api/analysis/changes?from=2014-05-27&to=2016-09-05");
    for (const { distance_m, place_id } of [...changes.body.opened, ...changes.body.closed]) {
      const place = places.body.features.find(({ id }: { id: string }) => id === place_id);
      expect(distance_m).toBe(place.properties.distance_m);
    }
  });
});
