// CQL2 array functions (OGC 21-065r2, 7.6), and lists as parameters of their own: held against the features themselves.
import type { Feature } from "geojson";
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { ask, idsOf } from "#tests/support/product/api.ts";

const EVENTS = "/api/collections/events/items?limit=10000";

async function lists(): Promise<{ id: string; actors: string[] }[]> {
  const { body } = await ask(EVENTS);
  return body.features.map(({ id, properties }: Feature) => ({ id, actors: properties?.actors }));
}

/** The two actors of an event that has just two. */
async function pair(): Promise<[string, string]> {
  const [first, second] = (await lists()).find(({ actors }) => actors.length === 2)?.actors ?? [];
  if (!first || !second) throw new Error("no event has two actors");
  return [first, second];
}

type Rule = (actors: ReadonlySet<string>, asked: readonly string[]) => boolean;
const within: Rule = (actors, asked) => [...actors].every((one) => asked.includes(one));
const RULES: readonly (readonly [name: string, rule: Rule])[] = [
  ["A_CONTAINS", (actors, asked) => asked.every((one) => actors.has(one))],
  ["A_OVERLAPS", (actors, asked) => asked.some((one) => actors.has(one))],
  ["A_CONTAINEDBY", within],
  ["A_EQUALS", (actors, asked) => within(actors, asked) && asked.every((one) => actors.has(one))],
];

describe("array functions", () => {
  dbTest.for(RULES)("%s, in text and JSON", async ([name, rule]) => {
    const asked = await pair();
    const expected = (await lists())
      .filter(({ actors }) => rule(new Set(actors), asked))
      .map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(0);
    const text = `${name}(actors, ('${asked.join("', '")}'))`;
    const json = JSON.stringify({ op: name.toLowerCase(), args: [{ property: "actors" }, asked] });
    for (const filter of [text, `${json}&filter-lang=cql2-json`]) {
      const [value = "", ...rest] = filter.split("&");
      const query = [`filter=${encodeURIComponent(value)}`, ...rest].join("&");
      expect(idsOf((await ask(`${EVENTS}&${query}`)).body), filter).toEqual(expected);
    }
  });

  dbTest("know a list without a value as null, as the features have it", async () => {
    const camps = "/api/collections/camps/items?limit=1000";
    const all: Feature[] = (await ask(camps)).body.features;
    const found = async (filter: string) =>
      idsOf((await ask(`${camps}&filter=${encodeURIComponent(filter)}`)).body);
    const named = (test: (names: string[] | null) => boolean) =>
      all.filter(({ properties }) => test(properties?.other_names)).map(({ id }) => String(id));
    const without = named((names) => names === null);
    const some = named((names) => names !== null);
    expect(without.length).toBeGreaterThan(0);
    expect(some.length).toBeGreaterThan(0);
    expect(named((names) => names?.length === 0)).toEqual([]);
    expect(await found("other_names IS NULL")).toEqual(without);
    expect(await found("other_names IS NOT NULL")).toEqual(some);
    // Of what is null nothing is true, nor its contrary.
    expect(await found("A_CONTAINEDBY(other_names, ('no name'))")).toEqual([]);
    expect(await found("NOT A_CONTAINS(other_names, ('no name'))")).toEqual(some);
  });

  dbTest("are declared, and lists are queryables of type array but no sortables", async () => {
    const { body } = await ask("/api/conformance");
    expect(body.conformsTo).toContain("http://www.opengis.net/spec/cql2/1.0/conf/array-functions");
    const queryables = (await ask("/api/collections/events/queryables")).body.properties;
    expect(queryables.actors).toMatchObject({ type: "array", items: { type: "string" } });
    const sortables = (await ask("/api/collections/events/sortables")).body.properties;
    expect(sortables).not.toHaveProperty("actors");
  });
});

describe("a list as a parameter", () => {
  dbTest("asks for the records in which the value stands", async () => {
    const [actor] = await pair();
    const expected = (await lists()).filter(({ actors }) => actors.includes(actor));
    expect(idsOf((await ask(`${EVENTS}&actors=${actor}`)).body)).toEqual(
      expected.map(({ id }) => id),
    );
    const { body: camps } = await ask("/api/collections/camps/items?limit=1000");
    const [source] = camps.features.flatMap(({ properties }: Feature) => properties?.source_ids);
    const cited = camps.features.filter(({ properties }: Feature) =>
      properties?.source_ids.includes(source),
    );
    const found = await ask(`/api/collections/camps/items?limit=1000&source_ids=${source}`);
    expect(idsOf(found.body)).toEqual(idsOf({ features: cited }));
    const file = await ask(`/api/download/camps.geojson?source_ids=${source}`);
    expect(file.body.features.length).toBe(cited.length);
    expect((await ask(`${EVENTS}&actors=nobody-at-all`)).body.numberMatched).toBe(0);
  });
});
