// The abstract tests of OGC API – Features Part 1 (17-069r4), classes geojson, html and oas30, named by their ids.
import { check } from "@placemarkio/check-geojson";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import {
  apiDefinition,
  ask,
  collectionsOfTheApi,
  GEOJSON,
  hrefOf,
  type Items,
  itemsOf,
  mediaTypeOf,
  ROOT,
} from "./ogc-request.ts";

const collections = await collectionsOfTheApi();
const definition = await apiDefinition();
const perCollection = it.for(collections.map((collection) => [collection.id, collection] as const));

describe("class geojson", () => {
  perCollection("/conf/geojson/definition: %s", async ([id, collection]) => {
    expect(mediaTypeOf(await itemsOf(collection))).toBe(GEOJSON);
    const [first] = (await itemsOf(collection)).body.features;
    const address = `${ROOT}/collections/${id}/items/${encodeURIComponent(first?.id ?? "")}`;
    expect(mediaTypeOf(await ask(address, GEOJSON))).toBe(GEOJSON);
  });

  perCollection(
    "/conf/geojson/content: %s is GeoJSON to another validator",
    async ([, collection]) => {
      const answer = await itemsOf(collection, { limit: 10_000 });
      const read = check(answer.text) as unknown as Items;
      expect(read.features).toHaveLength(answer.body.numberMatched);
      // The schema of the standard wants links with href and rel, and counts that are no texts.
      for (const link of answer.body.links)
        expect(link).toMatchObject({
          href: expect.stringMatching(/^http/),
          rel: expect.any(String),
        });
      expect(answer.body.numberReturned).toBe(answer.body.features.length);
    },
  );
});

describe("class html", () => {
  const addresses = [
    ROOT,
    `${ROOT}/conformance`,
    `${ROOT}/collections`,
    ...collections.flatMap(({ id }) => [
      `${ROOT}/collections/${id}`,
      `${ROOT}/collections/${id}/items`,
    ]),
  ];

  it.for(addresses.map((address) => [address.slice(ROOT.length) || "/", address] as const))(
    "/conf/html/definition, /conf/html/content: %s",
    async ([, address]) => {
      const answer = await ask(address, "text/html");
      expect(answer.status).toBe(200);
      expect(mediaTypeOf(answer)).toBe("text/html");
      expect(answer.text).toMatch(/^<!doctype html>/i);
      expect(answer.text).toMatch(/<title>[^<]+<\/title>/);
      // All the document's links are on the page too.
      // What the document leads to, its page leads to.
      type Linked = { links?: { rel: string; href: string }[] };
      const { body } = await ask<Linked>(address, "application/json, application/geo+json");
      const page = answer.text.replaceAll("&amp;", "&");
      for (const { rel, href } of body.links ?? [])
        if (rel === "alternate" || rel === "items")
          expect(page, `${rel} ${href}`).toContain(new URL(href).pathname);
    },
  );
});

describe("class oas30", () => {
  it("/conf/core/api-definition-success, /conf/oas30/definition-1, definition-2", async () => {
    expect(definition.body.openapi).toMatch(/^3\.0\./);
    const result = await new Validator().validate(structuredClone(definition.body) as never);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it("/conf/oas30/oas-impl: every path without variables answers 200", async () => {
    const base = definition.body.servers[0]?.url.replace(/\/$/, "") ?? "";
    const paths = Object.keys(definition.body.paths).filter(
      (path) => !path.includes("{") && !path.startsWith("/download/"),
    );
    expect(new URL(base, ROOT).href).toBe(ROOT);
    for (const path of paths) {
      const answer = await fetch(`${new URL(base, ROOT).href}${path === "/" ? "" : path}`);
      await answer.arrayBuffer();
      expect([200, 400], path).toContain(answer.status);
    }
    expect(paths.length).toBeGreaterThan(20);
  });

  it("/conf/oas30/completeness: each resource that a link leads to is defined", async () => {
    const patterns = Object.keys(definition.body.paths).map(
      (path) => new RegExp(`^${path.replace(/\{[^}]+\}/g, "[^/]+")}/?$`),
    );
    const { body } = await ask<{ links: { href: string }[] }>(ROOT);
    const links = [...body.links, ...collections.flatMap(({ links }) => links)];
    const own = links.filter(({ href }) => href.startsWith(ROOT) && !href.includes("{"));
    const paths = own.map(({ href }) => new URL(href).pathname.slice("/api".length) || "/");
    const isDefined = (path: string) =>
      path === "/openapi" || patterns.some((pattern) => pattern.test(path));
    expect([...new Set(paths)].filter((path) => !isDefined(path))).toEqual([]);
  });

  it("/conf/oas30/exception-codes: what a wrong question is answered with is defined", () => {
    for (const { id } of collections) {
      const responses = definition.body.paths[`/collections/${id}/items`]?.get?.responses ?? {};
      expect(Object.keys(responses), id).toEqual(expect.arrayContaining(["200", "400"]));
    }
  });

  it("/conf/oas30/security: nothing that is open is called closed", () => {
    const { security = [] } = definition.body as { security?: unknown[] };
    expect(security).toEqual([]);
  });
});

it("the links of the landing page and the API definition agree on where the API is", async () => {
  const { body } = await ask<{ links: { rel: string; href: string; type?: string }[] }>(ROOT);
  expect(hrefOf(body.links, "data")).toBe(`${ROOT}/collections`);
  expect(hrefOf(body.links, "conformance")).toBe(`${ROOT}/conformance`);
});
