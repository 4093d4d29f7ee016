// Requests that follow from the API definition and a seed: its addresses, parameters and values, right and wrong.
import fc from "fast-check";
import { HOSTILE, WRONG } from "../../support/cases/wrong-values.ts";

export type RandomRequest = {
  readonly method: string;
  /** Path and query as they are sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
};

type Schema = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
};
type Parameter = { readonly name: string; readonly in: string; readonly schema: Schema };
type Reference = { readonly $ref: string };

/** What is read of the API definition (OpenAPI 3.0). */
export type ApiDefinition = {
  readonly paths: Readonly<
    Record<string, { readonly get: { readonly parameters?: readonly (Parameter | Reference)[] } }>
  >;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
};

const ANY = "Any text, number or document, whatever the parameter";
/** Values that mean something for a parameter of this name; under ANY for all. */
const MEANING: Readonly<Record<string, readonly string[]>> = {
  [ANY]: [
    "1",
    "0",
    "-1",
    "true",
    "id",
    "2014-05-27",
    "1,50,2,51",
    "camp",
    "calais",
    "9".repeat(400),
  ],
  bbox: ["1.7,50.9,2,51", "1,50,2,51", "179,-1,-179,1", "1,50,0,2,51,9", "0,0,0,0"],
  datetime: [
    "2015",
    "2015-03-01",
    "2015-03-01/2016-03-01",
    "../2014-05-28",
    "2015-01-01T00:00:00Z/..",
  ],
  from: ["2014-05-27", "0001-01-01", "9999-12-31"],
  to: ["2016-10-24", "0001-01-01", "9999-12-31"],
  q: ["jungle", "jungle camp", "école", "a,b", "a".repeat(300), "l'État"],
  sortby: ["id", "-id", "name_en,-id", "+start_earliest"],
  properties: ["id", "name_en", "id,name_fr"],
  filter: [
    "T_AFTER(start_earliest, DATE('0001-01-01'))",
    "distance_m ^ 99 ^ 99 > 1",
    "distance_m * 1e300 * 1e300 > 1",
    "distance_m / 0 > 1",
    "S_OVERLAPS(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))",
    "S_CROSSES(geometry, LINESTRING(0 0, 0 0))",
    "S_INTERSECTS(geometry, BBOX(1, 50, 2, 51))",
    "start_earliest > DATE('99999-01-01')",
    "name_en LIKE '%\\_'",
    "CASEI(name_en) LIKE CASEI('jungle%')",
    "id IN ('a', 'b') OR NOT (id = 'c')",
    "name_en IS NULL AND id BETWEEN 1 AND 2",
    '{"op":"=","args":[{"property":"id"},"a"]}',
  ],
};

/** Headers that an answer follows, with values right and wrong. */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  Accept: ["text/html", "application/json", "text/csv", "image/png", "*/*;q=0", "a/b/c", ";;;"],
  "Accept-Language": ["fr", "en;q=0.1, fr", "x".repeat(500), "*"],
  "Accept-Encoding": ["gzip", "br", "identity;q=0", "zstd", "gzip;q=2"],
  "Accept-Crs": ["<http://www.opengis.net/def/crs/EPSG/0/2154>", "nothing"],
  Range: ["bytes=0-9", "bytes=-5", "bytes=9-1", "bytes=0-0,5-9", "lines=1-2", "bytes=99999999999-"],
  "If-None-Match": ["*", '"a"', "W/", '"'],
  "If-Modified-Since": ["Thu, 01 Jan 2015 00:00:00 GMT", "yesterday"],
  "If-Range": ['"a"', "Thu, 01 Jan 2015 00:00:00 GMT"],
  "X-Request-Id": ["a", "<script>", "x".repeat(2000)],
  "X-Forwarded-For": ["1.2.3.4", "nobody"],
};

/** Bytes that are no text; they are sent as they are. */
const NO_TEXT = ["%", "%FF", "%ED%A0%80", "%C0%AF"];

/** Any character: fast-check's own takes seconds to make a map of all of them first. */
const CHARACTER = fc
  .oneof(
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xd7_ff }) },
    { weight: 17, arbitrary: fc.integer({ min: 0xe0_00, max: 0x10_ff_ff }) },
  )
  .map((point) => String.fromCodePoint(point));

const encode = (text: string) => (NO_TEXT.includes(text) ? text : encodeURIComponent(text));

/** So long that a server takes it as an address at all. */
const LONGEST_TARGET = 7000;

/** So many requests, the same for the same seed. */
export function randomRequests(
  definition: ApiDefinition,
  { seed, count }: { readonly seed: number; readonly count: number },
): readonly RandomRequest[] {
  return fc.sample(requestOf(definition), { seed, numRuns: count });
}

function requestOf({ paths, components }: ApiDefinition): fc.Arbitrary<RandomRequest> {
  const resolved = (one: Parameter | Reference) =>
    "$ref" in one ? components.parameters[one.$ref.split("/").at(-1) ?? ""] : one;
  // Made once for each address: there are many of them, each with many parameters.
  const targets = Object.entries(paths).map(([path, { get }]) =>
    targetOf(
      path,
      (get.parameters ?? [])
        .flatMap((one) => resolved(one) ?? [])
        .filter((one) => one.in === "query"),
    ),
  );
  const headers = Object.entries(HEADERS).map(([name, values]) =>
    fc.tuple(fc.constant(name), fc.constantFrom(...values)),
  );
  return fc.record({
    target: fc.oneof(...targets).filter((target) => target.length < LONGEST_TARGET),
    method: fc.oneof(
      { weight: 12, arbitrary: fc.constant("GET") },
      { weight: 1, arbitrary: fc.constantFrom("HEAD", "OPTIONS", "POST", "PUT", "DELETE") },
    ),
    headers: fc.array(fc.oneof(...headers), { maxLength: 3 }).map(Object.fromEntries),
  });
}

function targetOf(path: string, parameters: readonly Parameter[]): fc.Arbitrary<string> {
  const segments = path.match(/\{\w+\}/g) ?? [];
  const segment = fc.oneof(
    fc.nat(30).map(String),
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom(...HOSTILE, ...NO_TEXT),
  );
  const value = (name: string, schema: Schema) =>
    fc.oneof(
      { weight: 6, arbitrary: rightValue(name, schema) },
      { weight: 2, arbitrary: fc.constantFrom(...(WRONG[name] ?? HOSTILE)) },
      { weight: 1, arbitrary: fc.constantFrom(...(MEANING[ANY] ?? []), ...HOSTILE, ...NO_TEXT) },
      { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
      { weight: 1, arbitrary: fc.string({ unit: CHARACTER, maxLength: 12 }) },
      { weight: 1, arbitrary: fc.json({ maxDepth: 3 }) },
    );
  const known = parameters.map(({ name, schema }) =>
    fc.tuple(fc.constant(name), value(name, schema)),
  );
  const unknown = fc.tuple(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }));
  const pair = fc.oneof(...known.map((arbitrary) => ({ weight: 3, arbitrary })), {
    weight: 1,
    arbitrary: unknown,
  });
  return fc
    .record({
      parts: fc.tuple(...segments.map(() => segment)),
      query: fc.array(pair, { maxLength: 4 }),
    })
    .map(({ parts, query }) => {
      const queue = [...(parts as string[])];
      const filled = path.replace(/\{\w+\}/g, () => encode(queue.shift() ?? ""));
      return `/api${filled}${query.length === 0 ? "" : "?"}${query.map((pair) => pair.map(encode).join("=")).join("&")}`;
    });
}

function rightValue(name: string, { type, enum: values, minimum, maximum }: Schema) {
  const meaning = MEANING[name] ?? [];
  if (values && values.length > 0) return fc.constantFrom(...values.map(String), ...meaning);
  if (type === "integer")
    return fc.integer({ min: minimum ?? -9, max: maximum ?? 1000 }).map(String);
  if (type === "number") return fc.double().map(String);
  if (type === "boolean") return fc.constantFrom("true", "false");
  return fc.constantFrom(...(meaning.length > 0 ? meaning : (MEANING[ANY] ?? [])));
}
