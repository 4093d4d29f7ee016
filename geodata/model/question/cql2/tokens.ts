import { Cql2Error } from "./node.ts";

export type Token = {
  readonly kind: "word" | "quoted" | "text" | "number" | "symbol" | "end";
  readonly value: string;
  /** Characters before it. */
  readonly at: number;
};

const WORD = /[\p{L}_:][\p{L}\p{N}_.:-]*/uy;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const TEXT = /'(?:[^']|'')*'/y;
const QUOTED = /"(?:[^"]|"")*"/y;
const SYMBOL = /<>|<=|>=|[=<>(),+\-*/%^]/y;
const SPACE = /\s+/y;

/** Splits CQL2 text (OGC 21-065r2, annex B) into its words, numbers, texts and signs. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  while (at < text.length) {
    const space = take(SPACE);
    if (space) {
      at += space.length;
      continue;
    }
    const token = read(take, at);
    if (!token)
      throw new Cql2Error(`character ${at + 1}: ${JSON.stringify(text[at])} fits nothing`);
    tokens.push(token.token);
    at += token.length;
  }
  tokens.push({ kind: "end", value: "the end", at });
  return tokens;
}

function read(take: (pattern: RegExp) => string | undefined, at: number) {
  const found = (kind: Token["kind"], raw: string | undefined, value = raw ?? "") =>
    raw === undefined ? undefined : { token: { kind, value, at }, length: raw.length };
  const text = take(TEXT);
  const quoted = take(QUOTED);
  return (
    found("text", text, text?.slice(1, -1).replaceAll("''", "'")) ??
    found("quoted", quoted, quoted?.slice(1, -1).replaceAll('""', '"')) ??
    found("number", take(NUMBER)) ??
    found("word", take(WORD)) ??
    found("symbol", take(SYMBOL))
  );
}
