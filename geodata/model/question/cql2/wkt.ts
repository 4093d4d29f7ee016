// Well-known text of geometries (OGC 06-103r4, 7) inside a filter.
import type { Geometry, Position } from "geojson";
import type { Token } from "./tokens.ts";

/** What a geometry is read from: a place among tokens that can step on. */
type Tokens = {
  readonly token: Token;
  readonly take: (value: string) => boolean;
  readonly expect: (value: string) => void;
  readonly advance: () => Token;
  readonly number: () => number;
  readonly fail: (expected: string) => never;
};

export const WKT_TYPES: ReadonlySet<string> = new Set([
  "POINT",
  "LINESTRING",
  "POLYGON",
  "MULTIPOINT",
  "MULTILINESTRING",
  "MULTIPOLYGON",
  "GEOMETRYCOLLECTION",
]);

export function parseWkt(tokens: Tokens): Geometry {
  const type = tokens.advance().value.toUpperCase();
  tokens.take("z");
  switch (type) {
    case "POINT":
      return { type: "Point", coordinates: inBrackets(tokens, readPosition) };
    case "LINESTRING":
      return { type: "LineString", coordinates: readList(tokens, readPosition) };
    case "POLYGON":
      return { type: "Polygon", coordinates: readList(tokens, readLine) };
    case "MULTIPOINT":
      return { type: "MultiPoint", coordinates: readList(tokens, readLoosePosition) };
    case "MULTILINESTRING":
      return { type: "MultiLineString", coordinates: readList(tokens, readLine) };
    case "MULTIPOLYGON":
      return {
        type: "MultiPolygon",
        coordinates: readList(tokens, () => readList(tokens, readLine)),
      };
    case "GEOMETRYCOLLECTION":
      return { type: "GeometryCollection", geometries: readList(tokens, readMember) };
    default:
      return tokens.fail([...WKT_TYPES].join(", "));
  }
}

function readMember(tokens: Tokens): Geometry {
  if (tokens.token.kind !== "word") tokens.fail("a geometry");
  return parseWkt(tokens);
}

const readLine = (tokens: Tokens) => readList(tokens, readPosition);

/** A position of a MULTIPOINT, with brackets or without. */
function readLoosePosition(tokens: Tokens): Position {
  return tokens.token.value === "(" ? inBrackets(tokens, readPosition) : readPosition(tokens);
}

function inBrackets<Value>(tokens: Tokens, read: (tokens: Tokens) => Value): Value {
  tokens.expect("(");
  const value = read(tokens);
  tokens.expect(")");
  return value;
}

function readList<Value>(tokens: Tokens, read: (tokens: Tokens) => Value): Value[] {
  return inBrackets(tokens, () => {
    const values = [read(tokens)];
    while (tokens.take(",")) values.push(read(tokens));
    return values;
  });
}

/** Two or three numbers; the height is read and not used. */
function readPosition(tokens: Tokens): Position {
  const position = [readNumber(tokens), readNumber(tokens)];
  const { kind, value } = tokens.token;
  if (kind === "number" || value === "-" || value === "+") readNumber(tokens);
  return position;
}

function readNumber(tokens: Tokens): number {
  const sign = tokens.take("-") ? -1 : 1;
  if (sign === 1) tokens.take("+");
  if (tokens.token.kind !== "number") tokens.fail("a number");
  return sign * tokens.number();
}
