// Links of documents: each says once what it is itself, and where its files are.

import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { COLLECTION_IDS } from "#tests/support/packages/calais-collections.ts";
import { testApp } from "#tests/support/product/app.ts";

type Link = {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
  readonly title?: string;
  readonly length?: number;
};
type Body = { readonly links?: readonly Link[] } & Record<string, unknown>;

/** Every list of links in a document, its own first. */
function linkLists(body: unknown): (readonly Link[])[] {
  if (Array.isArray(body)) return body.flatMap(linkLists);
  if (body === null || typeof body !== "object") return [];
  const { links, ...rest } = body as Body;
  return [...(links ? [links] : []), ...Object.values(rest).flatMap(linkLists)];
}

const selves = (text: string | null) => text?.match(/rel="self"/g)?.length ?? 0;

describe("a document", () => {
  const DOCUMENTS = [
    "",
    "/conformance",
    "/collections",
    "/openapi",
    "/download",
    "/tileMatrixSets",
    "/tileMatrixSets/WebMercatorQuad",
    "/collections/camps/items/la-lande",
    "/collections/camps/items/la-lande?f=jsonfg",
    "/collections/camps/tiles",
    "/collections/camps/tiles/WebMercatorQuad",
    ...COLLECTION_IDS.flatMap((id) => [
      `/collections/${id}`,
      `/collections/${id}/schema`,
      `/collections/${id}/queryables`,
      `/collections/${id}/sortables`,
      `/collections/${id}/items?limit=2`,
      `/collections/${id}/items?limit=2&f=jsonfg`,
    ]),
  ];

  dbTest(
    "has exactly one link to itself, in its links or, where it is closed, in its head",
    async () => {
      const { app } = await testApp();
      for (const path of DOCUMENTS) {
        const response = await app.request(`/api${path}`);
        const body = (await response.json()) as Body;
        const [own, ...inner] = linkLists(body);
        const head = selves(response.headers.get("Link"));
        expect(head, path).toBeLessThanOrEqual(1);
        if (body.links) {
          const [self, ...more] = (own ?? []).filter(({ rel }) => rel === "self");
          expect(more, path).toEqual([]);
          expect(self?.href, path).toBe(`http://localhost/api${path}`);
          expect(response.headers.get("Content-Type"), path).toContain(self?.type);
        } else expect(head, path).toBe(1);
        for (const links of inner)
          expect(links.filter(({ rel }) => rel === "self").length, path).toBeLessThanOrEqual(1);
      }
    },
  );

  dbTest("that lists others leads to each of them", async () => {
    const { app } = await testApp();
    const list = (await (await app.request("/api/collections")).json()) as {
      collections: Required<Body>[];
    };
    for (const one of list.collections) {
      const [self] = one.links.filter(({ rel }) => rel === "self");
      expect(self?.href).toBe(`http://localhost/api/collections/${one.id}`);
    }
  });
});

describe("a collection", () => {
  dbTest("leads to its files, with type and title, and with their lengths once known", async () => {
    const { app } = await testApp();
    const filesOf = async (path: string) => {
      const { collections, ...own } = (await (await app.request(path)).json()) as Body & {
        collections?: (Body & { id: string })[];
      };
      const links = collections?.find(({ id }) => id === "camps")?.links ?? own.links ?? [];
      return links.filter(({ href, rel }) => rel === "enclosure" && href.includes("/camps."));
    };
    const PATHS = ["/api/collections/camps", "/api/collections", "/api/download"];
    const tag = async () => (await app.request("/api/collections/camps")).headers.get("ETag");
    const before = await tag();
    const files = await filesOf("/api/collections/camps");
    expect(files.length).toBeGreaterThanOrEqual(7);
    for (const { href, length, title, type } of files) {
      expect(length).toBeUndefined();
      expect(title).toMatch(/^Camps.*: \S/);
      const response = await app.request(href, { method: "HEAD" });
      expect(response.status, href).toBe(200);
      expect(response.headers.get("Content-Type"), href).toBe(type);
    }
    // All have been asked for: their lengths are known, and the document is another one.
    expect(await tag()).not.toBe(before);
    for (const path of PATHS)
      for (const { href, length } of await filesOf(path)) {
        const bytes = (await (await app.request(href)).arrayBuffer()).byteLength;
        expect(length, `${path} ${href}`).toBe(bytes);
      }
  });
});
