// The abstract tests of OGC API – Features Part 1 (17-069r4), landing page to collections: one test each, named by its id.
import { describe, expect, it } from "vitest";
import {
  allFeaturesOf,
  apiDefinition,
  ask,
  type Collection,
  collectionsOfTheApi,
  GEOJSON,
  hrefOf,
  type Link,
  mediaTypeOf,
  ROOT,
} from "./ogc-request.ts";

const collections = await collectionsOfTheApi();
const definition = (await apiDefinition()).body;

const perCollection = it.for(collections.map((collection) => [collection.id, collection] as const));

/** A link to itself and one to HTML; a type in each of them. */
function expectLinks(links: readonly Link[]): void {
  const relations = links.filter(({ rel }) => ["self", "alternate"].includes(rel));
  for (const link of relations) expect(link).toHaveProperty("type");
  expect(links.filter(({ rel }) => rel === "self")).toHaveLength(1);
  hrefOf(links, "alternate", "text/html");
}

describe("A.2.1 to A.2.4: landing page, API definition, conformance", () => {
  it("/conf/core/http", async () => {
    expect((await fetch(`${ROOT}/`)).status).toBe(200);
  });

  it("/conf/core/root-op", async () => {
    for (const address of [ROOT, `${ROOT}/`]) {
      const answer = await ask(address);
      expect(answer.status).toBe(200);
      expect(mediaTypeOf(answer)).toBe("application/json");
    }
  });

  it("/conf/core/root-success", async () => {
    const { body } = await ask<{ links: Link[] }>(ROOT);
    expect(body.links.map(({ rel }) => rel)).toEqual(
      expect.arrayContaining(["service-desc", "service-doc", "conformance", "data"]),
    );
    const own = body.links.filter(({ href }) => href.startsWith(ROOT));
    for (const { href } of own) expect((await ask(href, "*/*")).status, href).toBe(200);
  });

  it("/conf/core/api-definition-op", async () => {
    const { body } = await ask<{ links: Link[] }>(ROOT);
    const link = body.links.find(({ rel }) => rel === "service-desc");
    expect(link?.type?.replace(" ", "")).toBe("application/vnd.oai.openapi+json;version=3.0");
    const answer = await apiDefinition();
    expect(answer.status).toBe(200);
    expect(mediaTypeOf(answer)).toBe("application/vnd.oai.openapi+json");
    expect((await ask(hrefOf(body.links, "service-doc"), "text/html")).status).toBe(200);
  });

  it("/conf/core/conformance-op", async () => {
    const { body } = await ask<{ links: Link[] }>(ROOT);
    for (const address of [hrefOf(body.links, "conformance"), `${ROOT}/conformance`])
      expect((await ask(address)).status).toBe(200);
  });

  it("/conf/core/conformance-success", async () => {
    const { body } = await ask<{ conformsTo: string[] }>(`${ROOT}/conformance`);
    for (const name of ["core", "oas30", "html", "geojson"])
      expect(body.conformsTo).toContain(
        `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`,
      );
    for (const uri of body.conformsTo) expect(uri).toMatch(/^http:\/\/www\.opengis\.net\/spec\//);
  });
});

describe("A.2.5 and A.2.6: collections", () => {
  it("/conf/core/fc-md-op", async () => {
    const answer = await ask(`${ROOT}/collections`);
    expect(answer.status).toBe(200);
    expect(mediaTypeOf(answer)).toBe("application/json");
  });

  it("/conf/core/fc-md-success, fc-md-links", async () => {
    const { body } = await ask<{ links: Link[] }>(`${ROOT}/collections`);
    expectLinks(body.links);
  });

  it("/conf/core/fc-md-items: every collection that the API definition has is listed", () => {
    const paths = Object.keys(definition.paths).map(
      (path) => /^\/collections\/([^/{]+)\/items$/.exec(path)?.[1],
    );
    expect(paths.filter(Boolean).sort()).toEqual(collections.map(({ id }) => id).sort());
    expect(collections.length).toBeGreaterThan(0);
  });

  perCollection("/conf/core/fc-md-items-links: %s", async ([, { links }]) => {
    const items = links.filter(({ rel }) => rel === "items");
    expect(items.map(({ type }) => type)).toEqual(expect.arrayContaining([GEOJSON, "text/html"]));
    for (const { href, type } of items) {
      const answer = await fetch(href, { headers: { Accept: type ?? "" } });
      await answer.arrayBuffer();
      expect(answer.status, href).toBe(200);
      expect(answer.headers.get("Content-Type")?.split(";")[0]).toBe(type?.split(";")[0]);
    }
  });

  perCollection("/conf/core/sfc-md-op: %s", async ([id]) => {
    const answer = await ask(`${ROOT}/collections/${id}`);
    expect(answer.status).toBe(200);
    expect(mediaTypeOf(answer)).toBe("application/json");
  });

  perCollection("/conf/core/sfc-md-success: %s is as in the list", async ([id, listed]) => {
    const { body } = await ask<Collection & Record<string, unknown>>(`${ROOT}/collections/${id}`);
    for (const key of ["id", "title", "description", "extent", "crs", "storageCrs"] as const)
      expect(body[key]).toEqual((listed as typeof body)[key]);
    expectLinks(body.links);
  });
});

describe("A.2.8: feature", () => {
  perCollection("/conf/core/f-op, f-success: %s", async ([id, collection]) => {
    for (const listed of (await allFeaturesOf(collection)).slice(0, 25)) {
      const address = `${ROOT}/collections/${id}/items/${encodeURIComponent(listed.id)}`;
      const answer = await ask<Record<string, unknown>>(address, GEOJSON);
      expect(answer.status, address).toBe(200);
      expect(mediaTypeOf(answer)).toBe(GEOJSON);
      expect(answer.body).toMatchObject(listed);
    }
    expect((await ask(`${ROOT}/collections/${id}/items/no-such-thing`, GEOJSON)).status).toBe(404);
  });

  perCollection("/conf/core/f-links: %s", async ([id, collection]) => {
    const [first] = await allFeaturesOf(collection);
    const address = `${ROOT}/collections/${id}/items/${encodeURIComponent(first?.id ?? "")}`;
    const { body } = await ask<{ links: Link[] }>(address, GEOJSON);
    expectLinks(body.links);
    const link = body.links.find(({ rel }) => rel === "collection");
    expect(link?.href).toBe(`${ROOT}/collections/${id}`);
    expect(link).toHaveProperty("type");
  });
});
