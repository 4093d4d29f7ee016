// CQL2 Text (OGC 21-065r2, annex B) by recursive descent, into the JSON shape.
import { A_NUMBER, parseNumber } from "../../words/number.ts";
import { Cql2Error, LIMITS, type Node } from "./node.ts";
import { type Token, tokenize } from "./tokens.ts";
import { parseWkt, WKT_TYPES } from "./wkt.ts";

const COMPARISONS = ["=", "<>", "<", "<=", ">", ">="];
const RESERVED = new Set(["and", "or", "not", "like", "between", "in", "is", "null"]);

/** A place in the tokens, with what every rule needs of it. */
class Cursor {
  readonly #tokens: readonly Token[];
  #index = 0;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  get token(): Token {
    return this.#tokens[this.#index] as Token;
  }

  get next(): Token | undefined {
    return this.#tokens[this.#index + 1];
  }

  /** Steps over the token when it is this sign or word. */
  take(value: string): boolean {
    if (!this.is(value)) return false;
    this.#index++;
    return true;
  }

  is(value: string): boolean {
    const { kind, value: own } = this.token;
    return (kind === "symbol" || kind === "word") && own.toLowerCase() === value;
  }

  advance(): Token {
    const { token } = this;
    this.#index++;
    return token;
  }

  /** Steps over a number. */
  number(): number {
    const { at, value } = this.advance();
    const number = parseNumber(value);
    if (number !== undefined) return number;
    throw new Cql2Error(`character ${at + 1}: got ${value.slice(0, 30)}, expected ${A_NUMBER}`);
  }

  /** Reads what is nested in what is being read; nothing is nested deeper than the limit. */
  nested(read: (cursor: Cursor) => Node): Node {
    if (++this.#depth > LIMITS.depth)
      throw new Cql2Error(`it is nested deeper than ${LIMITS.depth}`);
    const node = read(this);
    this.#depth--;
    return node;
  }

  expect(value: string): void {
    if (!this.take(value)) this.fail(value.toUpperCase());
  }

  fail(expected: string): never {
    const { value, at } = this.token;
    throw new Cql2Error(`character ${at + 1}: expected ${expected}, got ${value.slice(0, 30)}`);
  }
}

/** Reads CQL2 text; throws Cql2Error. */
export function parseText(text: string): Node {
  const cursor = new Cursor(text);
  const node = readOr(cursor);
  if (cursor.token.kind !== "end") cursor.fail("AND, OR or the end");
  return node;
}

function readOr(cursor: Cursor): Node {
  const args = [readAnd(cursor)];
  while (cursor.take("or")) args.push(readAnd(cursor));
  return args.length === 1 ? (args[0] as Node) : { op: "or", args };
}

function readAnd(cursor: Cursor): Node {
  const args = [readNot(cursor)];
  while (cursor.take("and")) args.push(readNot(cursor));
  return args.length === 1 ? (args[0] as Node) : { op: "and", args };
}

function readNot(cursor: Cursor): Node {
  return cursor.take("not") ? { op: "not", args: [cursor.nested(readNot)] } : readPredicate(cursor);
}

function readPredicate(cursor: Cursor): Node {
  const left = readSum(cursor);
  const comparison = COMPARISONS.find((sign) => cursor.take(sign));
  if (comparison) return { op: comparison, args: [left, readSum(cursor)] };
  if (cursor.take("is")) {
    const isNot = cursor.take("not");
    cursor.expect("null");
    return negate(isNot, { op: "isNull", args: [left] });
  }
  const isNot = cursor.is("not") && /^(like|between|in)$/i.test(cursor.next?.value ?? "");
  if (isNot) cursor.advance();
  if (cursor.take("like")) return negate(isNot, { op: "like", args: [left, readSum(cursor)] });
  if (cursor.take("between")) {
    const low = readSum(cursor);
    cursor.expect("and");
    return negate(isNot, { op: "between", args: [left, low, readSum(cursor)] });
  }
  if (cursor.take("in")) return negate(isNot, { op: "in", args: [left, readList(cursor)] });
  return left;
}

const negate = (isNot: boolean, node: Node): Node => (isNot ? { op: "not", args: [node] } : node);

function readList(cursor: Cursor): Node[] {
  cursor.expect("(");
  if (cursor.take(")")) return [];
  const items = [cursor.nested(readSum)];
  while (cursor.take(",")) items.push(cursor.nested(readSum));
  cursor.expect(")");
  return items;
}

function readSum(cursor: Cursor): Node {
  let left = readProduct(cursor);
  for (;;) {
    const op = ["+", "-"].find((sign) => cursor.take(sign));
    if (!op) return left;
    left = { op, args: [left, readProduct(cursor)] };
  }
}

function readProduct(cursor: Cursor): Node {
  let left = readPower(cursor);
  for (;;) {
    const op = ["*", "/", "%", "div"].find((sign) => cursor.take(sign));
    if (!op) return left;
    left = { op, args: [left, readPower(cursor)] };
  }
}

function readPower(cursor: Cursor): Node {
  const base = readPrimary(cursor);
  return cursor.take("^") ? { op: "^", args: [base, readPrimary(cursor)] } : base;
}

function readPrimary(cursor: Cursor): Node {
  if (cursor.take("(")) {
    // What has commas in it, or nothing at all, is a list.
    if (cursor.take(")")) return [];
    const inside = cursor.nested(readOr);
    const list = [inside];
    while (cursor.take(",")) list.push(readSum(cursor));
    cursor.expect(")");
    return list.length > 1 ? list : inside;
  }
  if (cursor.take("-")) {
    const inside = cursor.nested(readPrimary);
    return typeof inside === "number" ? -inside : { op: "*", args: [-1, inside] };
  }
  if (cursor.take("+")) return cursor.nested(readPrimary);
  const { kind, value } = cursor.token;
  if (kind === "text" || kind === "number") {
    return kind === "number" ? cursor.number() : cursor.advance().value;
  }
  if (kind === "quoted") {
    cursor.advance();
    return { property: value };
  }
  if (kind !== "word" || RESERVED.has(value.toLowerCase()))
    cursor.fail("a property, a value or a function");
  return readWord(cursor, value);
}

function readWord(cursor: Cursor, value: string): Node {
  const word = value.toLowerCase();
  if (word === "true" || word === "false") {
    cursor.advance();
    return word === "true";
  }
  if (WKT_TYPES.has(word.toUpperCase()) && isGeometryNext(cursor)) return parseWkt(cursor);
  cursor.advance();
  if (!cursor.is("(")) return { property: value };
  const args = readList(cursor);
  const [first] = args;
  switch (word) {
    case "date":
      return typeof first === "string" && args.length === 1
        ? { date: first }
        : wrong(cursor, "DATE");
    case "timestamp":
      return typeof first === "string" && args.length === 1
        ? { timestamp: first }
        : wrong(cursor, "TIMESTAMP");
    case "interval":
      return args.length === 2 ? { interval: args } : wrong(cursor, "INTERVAL");
    case "bbox":
      return args.every((arg) => typeof arg === "number")
        ? { bbox: args as number[] }
        : wrong(cursor, "BBOX");
    default:
      return { op: word, args };
  }
}

function isGeometryNext(cursor: Cursor): boolean {
  const after = cursor.next;
  return after?.value === "(" || /^(z|empty)$/i.test(after?.value ?? "");
}

function wrong(cursor: Cursor, name: string): never {
  const what = name === "INTERVAL" ? "two values" : name === "BBOX" ? "numbers" : "one text";
  throw new Cql2Error(`before character ${cursor.token.at + 1}: ${name} takes ${what}`);
}
