// What each format holds: the same features as GeoJSON, with dates, precision and provenance.
import { parse } from "csv-parse/sync";
import type { Feature } from "geojson";
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { CALAIS_VERSION } from "#tests/support/packages/calais-facts.ts";
import { ask, idsOf } from "#tests/support/product/api.ts";
import { getJson, testApp } from "#tests/support/product/app.ts";

const CAMPS = "/api/collections/camps/items?datetime=2014-05-27";

async function text(address: string, headers: Record<string, string> = {}) {
  const { app } = await testApp();
  const response = await app.request(address, { headers });
  return { response, body: await response.text() };
}

describe("every format of the same question", () => {
  dbTest(
    "CSV: RFC 4180 lines with the properties, the position and where it comes from",
    async () => {
      const { body: json } = await getJson(CAMPS);
      const { response, body } = await text(`${CAMPS}&f=csv`);
      expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8; header=present");
      expect(response.headers.get("OGC-NumberMatched")).toBe(String(json.numberMatched));
      const rows: Record<string, string>[] = parse(body, { columns: true });
      expect(rows.map(({ id }) => id)).toEqual(idsOf(json));
      for (const [index, row] of rows.entries()) {
        const feature: Feature = json.features[index];
        expect(row.start_earliest).toBe(feature.properties?.start_earliest ?? "");
        expect(row.precision_m).toBe(String(feature.properties?.precision_m ?? ""));
        const { geometry } = feature;
        if (geometry?.type === "Point")
          expect([row.lon, row.lat].map(Number)).toEqual(geometry.coordinates);
        expect(row.dataset_version).toBe(CALAIS_VERSION);
        expect(row.licence).toContain("Creative Commons");
        expect(row.codebook).toMatch(/\/collections\/camps\/schema$/);
      }
      const routes = parse((await text("/api/collections/routes/items?f=csv")).body, {
        columns: true,
      });
      expect((routes as Record<string, string>[])[0]?.wkt).toMatch(/^(LINESTRING|POLYGON)/);
    },
  );

  dbTest(
    "GeoJSON text sequence: one record separator, one feature, one line feed (RFC 8142)",
    async () => {
      const { body: json } = await getJson(CAMPS);
      const { body } = await text(`${CAMPS}&f=geojsonseq`);
      const records = body.split("\u001e").slice(1);
      expect(body.startsWith("\u001e")).toBe(true);
      expect(records.every((record) => record.endsWith("\n"))).toBe(true);
      const features = records.map((record) => JSON.parse(record));
      expect(features.map(({ id }) => id)).toEqual(idsOf(json));
      expect(features[0].metadata.dataset_version).toBe(CALAIS_VERSION);
    },
  );

  dbTest("JSON-FG: when, where in which CRS, and what", async () => {
    const crs = "http://www.opengis.net/def/crs/EPSG/0/2154";
    const { body } = await ask(`${CAMPS}&f=jsonfg&crs=${encodeURIComponent(crs)}`);
    expect(body).toMatchObject({ featureType: "camps", coordRefSys: crs, geometryDimension: 0 });
    expect(body.conformsTo).toContain("http://www.opengis.net/spec/json-fg-1/1.0/conf/core");
    const { body: plain } = await ask(`${CAMPS}&f=jsonfg`);
    for (const [index, feature] of body.features.entries()) {
      expect(feature).toMatchObject({
        geometry: null,
        place: { type: "Point" },
        featureType: "camps",
      });
      expect(plain.features[index]).toMatchObject({ place: null, geometry: { type: "Point" } });
      const { start_earliest: from, end_latest: until } = feature.properties;
      const interval = { interval: [from ?? "..", until ?? ".."] };
      const date = from === null ? null : { date: from };
      expect(feature.time).toEqual(from === until ? date : interval);
    }
    const { body: sources } = await ask("/api/collections/sources/items?f=jsonfg&limit=1");
    expect(sources.features[0].time).toBeNull();
  });

  dbTest("KML: spans, fields and a link back, and no other CRS", async () => {
    const { body: json } = await getJson(CAMPS);
    const { body } = await text(`${CAMPS}&f=kml`);
    expect(body.match(/<Placemark /g)).toHaveLength(json.numberReturned);
    expect(body).toContain("<TimeSpan><begin>");
    expect(body).toContain("/api/collections/camps/items/camp-lamy");
    const { status, body: problem } = await ask(`${CAMPS}&f=kml&crs=EPSG:2154`);
    expect(status).toBe(400);
    expect(problem.problems[0].name).toBe("crs");
  });

  dbTest("Linked Places: names, spans with doubt, relations and citations", async () => {
    const { body } = await ask("/api/collections/camps/items?f=lpf&id=la-lande");
    const [lande] = body.features;
    expect(body["@context"]).toContain("linkedplaces-context");
    expect(lande["@id"]).toMatch(/\/items\/la-lande$/);
    expect(lande.names.map(({ lang }: { lang?: string }) => lang)).toEqual(
      expect.arrayContaining(["en", "fr"]),
    );
    expect(lande.when.timespans[0].start).toBeDefined();
    const citation = lande.names[0].citations[0]["@id"];
    expect((await ask(citation)).status).toBe(200);
    expect(lande.properties).toEqual({
      title: lande.names[0].toponym,
      ccodes: ["FR"],
      fclasses: ["S"],
    });
    expect(lande.types[0].identifier).toBe("https://www.geonames.org/ontology#S.CMP");
  });

  dbTest(
    "Linked Places of every place: a class, a type, a country, and what the format requires",
    async () => {
      const { body } = await ask("/api/collections/places/items?f=lpf&limit=1000");
      const certainties = ["certain", "less-certain", "uncertain"];
      for (const place of body.features) {
        const { "@id": id, properties, names, types, when, geometry, relations } = place;
        expect(properties.title, id).not.toBe("");
        expect(["A", "H", "L", "P", "R", "S", "T"], id).toContain(properties.fclasses[0]);
        // Two letters or no list: an empty one is not allowed.
        if (properties.ccodes)
          expect(properties.ccodes, id).toEqual([expect.stringMatching(/^[A-Z]{2}$/)]);
        expect(names.length, id).toBeGreaterThan(0);
        for (const { toponym, citations } of names) {
          expect(toponym, id).not.toBe("");
          for (const { label, "@id": address } of citations) {
            expect(label, id).not.toBe("");
            expect(address, id).toMatch(/^https?:/);
          }
        }
        expect(types[0].identifier, id).toMatch(/^https?:/);
        expect(types[0].sourceLabels[0].label, id).toBe(types[0].label);
        for (const span of when.timespans) {
          expect(Object.keys(span).length, id).toBeGreaterThan(0);
          for (const bound of Object.values<Record<string, string>>(span)) {
            expect(Object.keys(bound).join(), id).toMatch(/^(in|earliest|latest|earliest,latest)$/);
            for (const text of Object.values(bound))
              expect(text, id).toMatch(/^-?\d{4}-\d\d-\d\d$/);
          }
        }
        for (const { label, relationTo, relationType } of relations) {
          expect(relationType, id).toMatch(/^gvp:\w+$/);
          expect(label, id).toContain(relationTo.split("/").at(-1));
        }
        if (geometry) {
          expect(certainties, id).toContain(geometry.certainty);
          expect(geometry.approximation.tolerance, id).toBeGreaterThan(0);
        }
      }
      const classes = new Set(
        body.features.map(({ properties }: Feature) => properties?.fclasses[0]),
      );
      expect([...classes].sort()).toEqual(["L", "R", "S"]);
      const abroad = body.features.filter(
        ({ properties }: Feature) => properties?.ccodes?.[0] !== "FR",
      );
      expect(abroad.length).toBeLessThan(body.features.length / 10);
    },
  );

  dbTest("Linked Places have the EDTF of a place, and no time where none is known", async () => {
    const { body: json } = await ask("/api/collections/places/items?limit=1000");
    const { body } = await ask("/api/collections/places/items?f=lpf&limit=1000");
    const days = ["start_earliest", "start_latest", "end_earliest", "end_latest"];
    const sides = { neither: 0, both: 0 };
    for (const [at, { properties: own }] of json.features.entries()) {
      const { when } = body.features[at];
      if (days.every((name) => own[name] === null)) {
        expect(when.timespans).toEqual([]);
        sides.neither += 1;
      } else sides.both += "start" in when.timespans[0] && "end" in when.timespans[0] ? 1 : 0;
      const edtf = `${own.start_edtf ?? ""}/${own.end_edtf ?? ""}`;
      expect(when.label).toBe(edtf === "/" ? undefined : edtf);
    }
    expect(sides.neither).toBeGreaterThan(0);
    expect(sides.both).toBeGreaterThan(20);
  });

  dbTest("is chosen by the ending of the address", async () => {
    const [, query] = CAMPS.split("?");
    const { response } = await text(`/api/collections/camps/items.csv?${query}`);
    expect(response.headers.get("Content-Type")).toMatch(/^text\/csv/);
    expect((await text(`/api/collections/camps/items.geojson?${query}`)).body).toContain(
      "camp-lamy",
    );
    expect((await ask("/api/collections/camps/items.shp")).status).toBe(404);
    // From there too, every link leads on.
    const { body: page } = await ask(`/api/collections/camps/items.geojson?${query}&limit=2`);
    const { app } = await testApp();
    for (const { href } of page.links) expect((await app.request(href)).status, href).toBe(200);
    const { body: slashed } = await ask("/api/collections/camps/items/?limit=1");
    expect(slashed.links.at(-1).href).toMatch(/\/api\/collections\/camps$/);
  });

  dbTest("is chosen by Accept, by f before that, and refused with what there is", async () => {
    const typed = async (headers: Record<string, string>, query = "") =>
      (await testApp()).app.request(CAMPS + query, { headers });
    const type = async (accept: string) =>
      (await typed({ Accept: accept })).headers.get("Content-Type");
    expect(await type("*/*")).toBe("application/geo+json");
    expect(await type("application/json")).toBe("application/geo+json");
    expect(await type("text/csv;q=0.5, application/geo+json;q=0.4")).toMatch(/^text\/csv/);
    expect(await type("application/flatgeobuf")).toBe("application/flatgeobuf");
    const refused = await typed({ Accept: "application/gml+xml" });
    expect(refused.status).toBe(406);
    expect(await refused.text()).toContain("application/geo+json");
    const chosen = await typed({ Accept: "text/html" }, "&f=csv");
    expect(chosen.headers.get("Content-Type")).toMatch(/^text\/csv/);
    expect(chosen.headers.get("Vary")).toContain("Accept");
  });
});

describe("downloads", () => {
  dbTest("are the whole answer, with a checksum of the same bytes", async () => {
    const { app } = await testApp();
    const { body: list } = await getJson("/api/download");
    const files = list.links.filter(({ rel }: { rel: string }) => rel === "enclosure");
    expect(files.length).toBeGreaterThan(50);
    const query = "?datetime=2014-05-27";
    for (const { href } of files.filter(({ href }: { href: string }) =>
      /\/(camps|routes|sources)\./.test(href),
    )) {
      const bytes = Buffer.from(await (await app.request(href + query)).arrayBuffer());
      const digest = await crypto.subtle.digest("SHA-256", bytes);
      const checksum = await (await app.request(`${href}.sha256${query}`)).text();
      const name = new URL(href).pathname.split("/").at(-1);
      expect(checksum, href).toBe(`${Buffer.from(digest).toString("hex")}  ${name}\n`);
    }
  });

  dbTest("honour the filters, name their file, and do not page", async () => {
    const { body: items } = await getJson(CAMPS);
    const { response, body } = await text("/api/download/camps.geojson?datetime=2014-05-27");
    const file = JSON.parse(body);
    expect(idsOf(file)).toEqual(idsOf(items).sort());
    expect(file.metadata).toMatchObject({ version: CALAIS_VERSION, citation: expect.any(String) });
    expect(response.headers.get("Content-Disposition")).toBe(
      `attachment; filename="calais-2013-2016-${CALAIS_VERSION}-camps.geojson"`,
    );
    expect((await ask("/api/download/camps.geojson?limit=3")).status).toBe(400);
    expect((await ask("/api/download/camps.shp")).status).toBe(404);
    expect((await ask("/api/download/castles.csv")).status).toBe(404);
  });
});
