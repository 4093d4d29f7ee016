// OGC API – Features Part 2 (OGC 18-058r1), named by requirement. Positions are held against PostGIS's own transform.
import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { CRS_LIST } from "#model/space/crs.ts";
import { borneDecimals } from "#tests/support/cases/borne-decimals.ts";
import { dbTest, testDatabase } from "#tests/support/databases/database.ts";
import { ask, idsOf } from "#tests/support/product/api.ts";

const LA_LANDE = "/api/collections/camps/items/la-lande";
const epsg = (code: number) => `http://www.opengis.net/def/crs/EPSG/0/${code}`;
const encoded = (uri: string) => encodeURIComponent(uri);

async function transformed([x, y]: number[], srid: number): Promise<number[]> {
  const db = await testDatabase();
  const point = sql`ST_Transform(ST_SetSRID(ST_MakePoint(${x}, ${y}), 4326), ${sql.raw(String(srid))})`;
  const [row] = await db
    .select({ x: sql<number>`ST_X(p)`.mapWith(Number), y: sql<number>`ST_Y(p)`.mapWith(Number) })
    .from(sql`(SELECT ${point} AS p) t`);
  return [row?.x ?? Number.NaN, row?.y ?? Number.NaN];
}

describe("crs", () => {
  dbTest(
    "/req/crs/fc-md-crs-list, fc-md-storageCrs: each collection lists them, CRS84 first",
    async () => {
      const { body } = await ask("/api/collections/camps");
      expect(body.crs).toEqual(CRS_LIST.map(({ uri }) => uri));
      expect(body.crs[0]).toBe("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
      expect(body.crs).toContain(body.storageCrs);
    },
  );

  dbTest.for(CRS_LIST.map((crs) => [crs.uri, crs] as const))(
    "/req/crs/fc-crs-action, geojson, ogc-crs-header: %s",
    async ([uri, crs]) => {
      const { body: plain } = await ask(LA_LANDE);
      const { response, body } = await ask(`${LA_LANDE}?crs=${encoded(uri)}`);
      expect(response.headers.get("Content-Crs")).toBe(`<${uri}>`);
      const [x = 0, y = 0] = await transformed(plain.geometry.coordinates, crs.srid);
      const [first, second] = crs.isLatitudeFirst ? [y, x] : [x, y];
      // Half a digit of what the precision bears in metres.
      const metres = 10 ** -borneDecimals(plain.properties.precision_m, "metre") / 2;
      const tolerance = crs.srid === 4326 ? 1e-7 : metres + 0.001;
      expect(Math.abs(body.geometry.coordinates[0] - first)).toBeLessThan(tolerance);
      expect(Math.abs(body.geometry.coordinates[1] - second)).toBeLessThan(tolerance);
      const page = await ask(`/api/collections/camps/items?id=la-lande&crs=${encoded(uri)}`);
      expect(page.response.headers.get("Content-Crs")).toBe(`<${uri}>`);
      expect(page.body.features[0].geometry).toEqual(body.geometry);
    },
  );

  dbTest(
    "/req/crs/fc-bbox-crs-action: the same box in each CRS finds the same features",
    async () => {
      const items = "/api/collections/camps/items";
      const expected = idsOf((await ask(`${items}?bbox=1.89,50.96,1.93,50.98`)).body);
      expect(expected).toContain("la-lande");
      const turned = await ask(
        `${items}?bbox=50.96,1.89,50.98,1.93&bbox-crs=${encoded(epsg(4326))}`,
      );
      expect(idsOf(turned.body)).toEqual(expected);
      for (const srid of [3857, 2154, 32631]) {
        const [west = 0, south = 0] = await transformed([1.89, 50.96], srid);
        const [east = 0, north = 0] = await transformed([1.93, 50.98], srid);
        const box = `${west},${south},${east},${north}`;
        const found = await ask(`${items}?bbox=${box}&bbox-crs=${encoded(epsg(srid))}`);
        expect(idsOf(found.body), String(srid)).toEqual(expected);
      }
    },
  );

  dbTest("/req/crs/fc-crs-valid-value, fc-bbox-crs-valid-value: another CRS is 400", async () => {
    for (const name of ["crs", "bbox-crs"]) {
      const { status, body } = await ask(
        `/api/collections/camps/items?bbox=1,50,2,51&${name}=${encoded(epsg(27700))}`,
      );
      expect(status).toBe(400);
      expect(body.problems[0].name).toBe(name);
    }
  });
});
