// What files say of themselves, so that programs take them for what they are.
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { testApp } from "#tests/support/product/app.ts";

async function file(address: string) {
  const { app } = await testApp();
  const response = await app.request(`/api/download/${address}`);
  return { status: response.status, type: response.headers.get("Content-Type"), response };
}

async function problemOf(address: string) {
  const { status, response } = await file(address);
  expect(status, address).toBe(400);
  return (await response.json()).problems[0];
}

describe("GeoJSON by lines", () => {
  dbTest("with record separators is a text sequence, without is read line by line", async () => {
    const sequence = await file("camps.geojsons?id=la-lande");
    expect(sequence.type).toBe("application/geo+json-seq");
    const lines = await file("camps.geojsonl?datetime=2014-05-27");
    expect(lines.type).toBe("application/x-ndjson");
    const marked = await sequence.response.text();
    expect(marked.startsWith("\u001e{")).toBe(true);
    const text = await lines.response.text();
    expect(text).not.toContain("\u001e");
    const features = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(features.length).toBeGreaterThan(10);
    expect(features.every(({ type }) => type === "Feature")).toBe(true);
  });
});

describe("a CRS", () => {
  dbTest("of metres is a member of GeoJSON, as clients read it", async () => {
    const { response } = await file("camps.geojson?crs=EPSG:2154&id=la-lande");
    const name = "urn:ogc:def:crs:EPSG::2154";
    expect((await response.json()).crs).toEqual({ type: "name", properties: { name } });
    const plain = await file("camps.geojson?id=la-lande");
    expect(await plain.response.json()).not.toHaveProperty("crs");
    const { app } = await testApp();
    for (const address of ["items?id=la-lande&", "items/la-lande?"]) {
      const answer = await app.request(`/api/collections/camps/${address}crs=EPSG:2154`);
      expect((await answer.json()).crs.properties.name).toBe(name);
    }
  });

  dbTest("that a format cannot say is refused in words", async () => {
    for (const ending of ["geojsonl", "geojsons", "kml", "lpf.json"]) {
      const problem = await problemOf(`camps.${ending}?crs=EPSG:2154`);
      expect(problem).toMatchObject({ name: "crs", got: expect.stringContaining("2154") });
      expect(problem.allowed).toContain("CRS84");
    }
    expect((await problemOf("camps.geojson?crs=EPSG:4326")).allowed).toContain("longitude first");
  });

  dbTest("of metres is a column of CSV, and names the axes", async () => {
    const { response } = await file("camps.csv?crs=EPSG:2154&id=la-lande");
    const [head = "", row = ""] = (await response.text()).split("\r\n");
    expect(head).toContain(",x,y,crs,");
    expect(row).toContain(",EPSG:2154,");
    const turned = await file("camps.csv?crs=EPSG:4326&id=la-lande");
    expect((await turned.response.text()).split("\r\n")[0]).toContain(",lon,lat,");
  });
});

describe("CSV for Excel", () => {
  dbTest("begins with a byte order mark when asked, and is the same after it", async () => {
    const bytes = async (address: string) =>
      Buffer.from(await (await file(address)).response.arrayBuffer());
    const marked = await bytes("camps.csv?bom=true");
    expect(marked.subarray(0, 3).toString("hex")).toBe("efbbbf");
    expect(marked.subarray(3).equals(await bytes("camps.csv"))).toBe(true);
    expect(marked.equals(await bytes("camps.csv?bom=false"))).toBe(false);
    const { app } = await testApp();
    const page = await app.request("/api/collections/camps/items?f=csv&bom=true&limit=1");
    expect(Buffer.from(await page.arrayBuffer())[0]).toBe(0xef);
  });

  dbTest("is the only format that has one", async () => {
    expect(await problemOf("camps.geojson?bom=true")).toMatchObject({ name: "bom" });
    expect(await problemOf("camps.csv?bom=yes")).toMatchObject({ name: "bom" });
  });
});
