// The abstract tests of OGC API – Tiles Part 1 (20-057, annex A), one test each, named by its id.
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { describe, expect, it } from "vitest";
import {
  allFeaturesOf,
  apiDefinition,
  ask,
  collectionsOfTheApi,
  type Geometry,
  hrefOf,
  JSON_TYPES,
  type Link,
  mediaTypeOf,
  parameterOf,
  positionsOf,
  ROOT,
} from "./ogc-request.ts";

const MVT = "application/vnd.mapbox-vector-tile";
const OGC_REL = "http://www.opengis.net/def/rel/ogc/1.0";
const QUAD = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";

type Tileset = {
  readonly dataType: string;
  readonly crs: string;
  readonly tileMatrixSetURI: string;
  readonly links: readonly Link[];
};
type TileMatrixSet = {
  readonly id: string;
  readonly uri?: string;
  readonly crs: string;
  readonly tileMatrices: readonly {
    readonly id: string;
    readonly cellSize: number;
    readonly pointOfOrigin: readonly number[];
    readonly tileWidth: number;
    readonly matrixWidth: number;
    readonly matrixHeight: number;
  }[];
};

const collections = await collectionsOfTheApi();
const definition = (await apiDefinition()).body;
const tiled = collections.filter(({ links }) =>
  links.some(({ rel }) => rel === `${OGC_REL}/tilesets-vector`),
);
const perTiled = it.for(tiled.map((collection) => [collection.id, collection] as const));
const tilePath = (id: string) =>
  `/collections/${id}/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}`;

/** The tilesets of a collection, by the link that it has. */
async function tilesetsOf({ links }: { links: readonly Link[] }) {
  const answer = await ask<{ tilesets: Tileset[]; links: Link[] }>(
    hrefOf(links, `${OGC_REL}/tilesets-vector`),
  );
  return { answer, tilesets: answer.body.tilesets };
}

async function templateOf(collection: { links: readonly Link[] }): Promise<Link> {
  const { tilesets } = await tilesetsOf(collection);
  const { body } = await ask<Tileset>(hrefOf(tilesets[0]?.links ?? [], "self"));
  const link = body.links.find(({ rel, templated }) => rel === "item" && templated === true);
  if (!link) throw new Error("no template of tiles");
  return link;
}

const filled = ({ href }: Link, z: number | string, row: number | string, col: number | string) =>
  href
    .replace("{tileMatrix}", String(z))
    .replace("{tileRow}", String(row))
    .replace("{tileCol}", String(col));

const readTile = async (address: string) => {
  const answer = await fetch(address, { headers: { Accept: MVT } });
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
};

describe("class core", () => {
  it("/conf/core/conformance-success", async () => {
    const { body } = await ask<{ conformsTo: string[] }>(`${ROOT}/conformance`);
    for (const name of ["core", "tileset", "tilesets-list", "geodata-tilesets", "mvt", "oas30"])
      expect(body.conformsTo).toContain(
        `http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/${name}`,
      );
  });

  perTiled("/conf/core/tc-op: %s", async ([id, collection]) => {
    const { tilesets } = await tilesetsOf(collection);
    expect(tilesets.map(({ tileMatrixSetURI }) => tileMatrixSetURI)).toContain(QUAD);
    const path = filled(await templateOf(collection), "{tileMatrix}", "{tileRow}", "{tileCol}");
    expect(path).toBe(`${ROOT}${tilePath(id)}`);
  });

  for (const name of ["tileMatrix", "tileRow", "tileCol"])
    perTiled(`/conf/core/tc-${name.toLowerCase()}-definition: %s`, ([id]) => {
      const parameter = parameterOf(definition, tilePath(id), name);
      expect(parameter).toMatchObject({ name, in: "path", required: true });
      const type = parameter?.schema.type;
      expect(name === "tileMatrix" ? ["string", "integer"] : ["integer"]).toContain(type);
    });

  perTiled("/conf/core/tc-success: %s", async ([, collection]) => {
    const address = filled(await templateOf(collection), 0, 0, 0);
    const plain = await fetch(address);
    expect(plain.status).toBe(200);
    expect(plain.headers.get("Content-Type")).toBe(MVT);
    await plain.arrayBuffer();
  });

  perTiled("/conf/core/tc-error: %s", async ([, collection]) => {
    const template = await templateOf(collection);
    // No such matrix, row or column: in the matrices that there are, and beside them.
    for (const [z, row, col] of [
      [0, 1, 0],
      [0, 0, 1],
      [1, 2, 0],
      [99, 0, 0],
      ["none", 0, 0],
      [0, "none", 0],
    ] as const) {
      const { status } = await ask(filled(template, z, row, col), MVT);
      expect([400, 404], `${z}/${row}/${col}`).toContain(status);
    }
  });
});

describe("class tileset", () => {
  perTiled("/conf/tileset/description: %s", async ([, collection]) => {
    const { tilesets } = await tilesetsOf(collection);
    const answer = await ask<Tileset>(hrefOf(tilesets[0]?.links ?? [], "self"));
    expect(answer.status).toBe(200);
    expect(mediaTypeOf(answer)).toBe("application/json");
    expect(answer.body).toMatchObject({ dataType: "vector", tileMatrixSetURI: QUAD });
    const template = await templateOf(collection);
    for (const variable of ["{tileMatrix}", "{tileRow}", "{tileCol}"])
      expect(template.href).toContain(variable);
    expect(template.type).toBe(MVT);
  });

  perTiled("/conf/tileset/description, the tiling scheme: %s", async ([, collection]) => {
    const { tilesets } = await tilesetsOf(collection);
    const { body } = await ask<TileMatrixSet>(
      hrefOf(tilesets[0]?.links ?? [], `${OGC_REL}/tiling-scheme`),
    );
    // Web Mercator as OGC 17-083r4, annex D.1, defines it: half the equator, 256 cells, doubled with every level.
    const half = Math.PI * 6_378_137;
    for (const [level, matrix] of body.tileMatrices.entries()) {
      expect(matrix.id).toBe(String(level));
      expect(matrix.matrixWidth).toBe(2 ** level);
      expect(matrix.matrixHeight).toBe(2 ** level);
      expect(matrix.cellSize).toBeCloseTo((2 * half) / 256 / 2 ** level, 6);
      expect(matrix.pointOfOrigin[0]).toBeCloseTo(-half, 3);
      expect(matrix.pointOfOrigin[1]).toBeCloseTo(half, 3);
    }
    expect(body.tileMatrices.length).toBeGreaterThan(15);
  });
});

describe("classes tilesets-list and geodata-tilesets", () => {
  perTiled("/conf/tilesets-list/tileset-links: %s", async ([id, collection]) => {
    const { answer, tilesets } = await tilesetsOf(collection);
    expect(answer.status).toBe(200);
    expect(mediaTypeOf(answer)).toBe("application/json");
    expect(tilesets.length).toBeGreaterThan(0);
    for (const tileset of tilesets) {
      expect(tileset).toMatchObject({ dataType: "vector", crs: expect.any(String) });
      expect(hrefOf(tileset.links, "self")).toBe(`${ROOT}/collections/${id}/tiles/WebMercatorQuad`);
      hrefOf(tileset.links, `${OGC_REL}/tiling-scheme`);
    }
  });

  it("/conf/geodata-tilesets/desc-links: whatever has places has tiles, nothing else has", () => {
    const mapped = collections.filter(({ extent }) => extent?.spatial);
    expect(tiled.map(({ id }) => id)).toEqual(mapped.map(({ id }) => id));
    expect(tiled.length).toBeGreaterThan(0);
  });

  perTiled("/conf/geodata-tilesets/operation: %s", async ([id, { links }]) => {
    const address = hrefOf(links, `${OGC_REL}/tilesets-vector`);
    expect(address).toBe(`${ROOT}/collections/${id}/tiles`);
    expect((await ask(address, JSON_TYPES)).status).toBe(200);
  });
});

describe("class mvt", () => {
  perTiled(
    "/conf/mvt/content: %s, whole and where the API's JSON has it",
    async ([id, collection]) => {
      const { bytes } = await readTile(filled(await templateOf(collection), 0, 0, 0));
      const layer = new VectorTile(new PbfReader(bytes)).layers[id];
      const features = (await allFeaturesOf(collection)).filter(
        ({ geometry }) => geometry !== null,
      );
      const drawn = Array.from({ length: layer?.length ?? 0 }, (_, index) => layer?.feature(index));
      for (const feature of drawn) expect([1, 2, 3]).toContain(feature?.type);
      // A cell of the whole world's tile is a tenth of a degree: lines and areas smaller than one may be left out.
      const found = new Map(drawn.map((feature) => [feature?.properties.id, feature]));
      const points = features.filter(({ geometry }) => geometry?.type === "Point");
      for (const { id: own, geometry } of points) {
        const feature = found.get(own);
        expect(feature, own).toBeDefined();
        const drawnAt = feature?.toGeoJSON(0, 0, 0).geometry as unknown as Geometry;
        const [[x, y] = [0, 0]] = positionsOf(drawnAt);
        const [[lon, lat] = [0, 0]] = positionsOf(geometry);
        expect(Math.abs(x - lon)).toBeLessThan(0.1);
        expect(Math.abs(y - lat)).toBeLessThan(0.1);
      }
      expect(drawn.length).toBeGreaterThan(0);
    },
  );
});

describe("class oas30", () => {
  it("/conf/oas30/completeness", () => {
    for (const { id } of tiled)
      for (const path of [
        `/collections/${id}/tiles`,
        `/collections/${id}/tiles/WebMercatorQuad`,
        tilePath(id),
      ])
        expect(definition.paths[path]?.get, path).toBeDefined();
    expect(definition.paths["/tileMatrixSets"]?.get).toBeDefined();
  });

  it("/conf/oas30/operation-id", () => {
    const ids = Object.values(definition.paths).map(({ get }) => get?.operationId ?? "");
    expect(new Set(ids).size).toBe(ids.length);
    for (const suffix of ["getTileSetsList", "getTileSet", "getTile"])
      expect(ids.filter((id) => id.endsWith(`.collection.vector.${suffix}`))).toHaveLength(
        tiled.length,
      );
  });
});
