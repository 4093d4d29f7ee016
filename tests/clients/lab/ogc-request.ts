// Asks the running product as OGC's executable test suites do: their headers, and addresses that links gave.
import { productUrl } from "#tests/support/programs/foreign-client.ts";

export const GEOJSON = "application/geo+json";
/** What the suites send for any JSON; their HTTP library writes it so. */
export const JSON_TYPES = "application/json, application/javascript, text/javascript, text/json";

/** Landing page of the API. */
export const ROOT = `${productUrl}/api`;

const SUITE_HEADERS = {
  "Accept-Encoding": "gzip,deflate",
  "User-Agent": "Apache-HttpClient/4.5.13 (Java/17.0.9)",
};

export type Link = {
  readonly rel: string;
  readonly type?: string;
  readonly href: string;
  readonly templated?: boolean;
};
export type Collection = {
  readonly id: string;
  readonly links: readonly Link[];
  readonly crs: readonly string[];
  readonly storageCrs: string;
  readonly extent?: {
    readonly spatial?: { readonly bbox: readonly (readonly number[])[] };
    readonly temporal?: { readonly interval: readonly (readonly (string | null)[])[] };
  };
};
export type Geometry = { readonly type: string; readonly coordinates: readonly unknown[] };
export type Feature = {
  readonly type: string;
  readonly id: string;
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, unknown>>;
};
export type Items = {
  readonly type: string;
  readonly numberMatched: number;
  readonly numberReturned: number;
  readonly timeStamp?: string;
  readonly links: readonly Link[];
  readonly features: readonly Feature[];
};

export type Answer<Body> = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
};

export type Query = Readonly<Record<string, string | number>>;

/** Asks an address with parameters added to those that it has. */
export async function ask<Body>(
  address: string,
  accept: string = JSON_TYPES,
  query: Query = {},
): Promise<Answer<Body>> {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, String(value));
  const answer = await fetch(url, { headers: { ...SUITE_HEADERS, Accept: accept } });
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get("Content-Type") ?? "");
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    body: (isJson && text !== "" ? JSON.parse(text) : undefined) as Body,
  };
}

/** The media type of an answer, without its parameters. */
export const mediaTypeOf = ({ headers }: Answer<unknown>) =>
  headers.get("Content-Type")?.split(";")[0];

/** The address of the first link of a relation, and of a media type where one is named. */
export function hrefOf(links: readonly Link[], rel: string, type?: string): string {
  const found = links.find(
    (link) => link.rel === rel && (type === undefined || link.type?.split(";")[0] === type),
  );
  if (!found) throw new Error(`no link ${rel} ${type ?? ""} among ${JSON.stringify(links)}`);
  return found.href;
}

/** All collections, as the document that the landing page leads to lists them. */
export async function collectionsOfTheApi(): Promise<readonly Collection[]> {
  const { body: landing } = await ask<{ links: Link[] }>(ROOT);
  const { body } = await ask<{ collections: Collection[] }>(hrefOf(landing.links, "data"));
  return body.collections;
}

/** The features of a collection, at the address that its link gives. */
export const itemsOf = ({ links }: Collection, query: Query = {}) =>
  ask<Items>(hrefOf(links, "items", GEOJSON), GEOJSON, query);

/** All of them; no collection here has more than a page may hold. */
export async function allFeaturesOf(collection: Collection, query: Query = {}) {
  return (await itemsOf(collection, { limit: 10_000, ...query })).body.features;
}

export const idsOf = (features: readonly { readonly id: string }[]) =>
  features.map(({ id }) => id).sort();

/** Every position of a geometry. */
export function positionsOf(geometry: Geometry | null): readonly [number, number][] {
  if (!geometry) return [];
  const collect = (part: readonly unknown[]): [number, number][] =>
    typeof part[0] === "number"
      ? [[part[0], part[1] as number]]
      : part.flatMap((inner) => collect(inner as readonly unknown[]));
  return collect(geometry.coordinates);
}

type Schema = Readonly<Record<string, unknown>>;
export type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly schema: Schema & {
    readonly type?: string;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly default?: number;
    readonly items?: Schema;
  };
};
type Operation = {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly responses: Readonly<Record<string, unknown>>;
};
export type ApiDefinition = {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, { readonly get?: Operation }>>;
};

/** The API definition that the landing page leads to, asked for as the suites ask for it. */
export async function apiDefinition(): Promise<Answer<ApiDefinition>> {
  const { body } = await ask<{ links: Link[] }>(ROOT);
  const type = "application/vnd.oai.openapi+json;version=3.0";
  return ask(hrefOf(body.links, "service-desc"), type);
}

/** A parameter of an operation, found by name through references. */
export function parameterOf(
  definition: ApiDefinition,
  path: string,
  name: string,
): Parameter | undefined {
  const parameters = definition.paths[path]?.get?.parameters ?? [];
  return parameters
    .map((one) => ("$ref" in one ? (referred(definition, one.$ref) as Parameter) : one))
    .find((parameter) => parameter.name === name);
}

function referred(definition: ApiDefinition, reference: string): unknown {
  return reference
    .slice("#/".length)
    .split("/")
    .reduce((part: unknown, key) => (part as Record<string, unknown>)[key], definition);
}
