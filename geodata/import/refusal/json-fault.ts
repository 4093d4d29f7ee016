// What is wrong with a text that is no JSON, and where, as far as the engine that read it says so: each says it otherwise.
import type { Phrase } from "./refusal.ts";

/** V8 shows a piece of the text around what it did not expect, which begins so many characters before. */
const SHOWN_BEFORE = 10;

const lineAt = (text: string, at: number) => text.slice(0, at).split("\n").length;

/** Where the mistake is in the text, if that can be told. */
function placeOf(text: string, message: string): number | undefined {
  const [, position] = /position (\d+)/.exec(message) ?? [];
  if (position !== undefined) return Number(position);
  const [, dots, piece] =
    /, (\.\.\.)?"([\s\S]*)"(?:\.\.\.)? is not valid JSON$/.exec(message) ?? [];
  if (piece === undefined) return undefined;
  const at = text.indexOf(piece);
  const isOnce = at >= 0 && !text.includes(piece, at + 1);
  if (dots !== undefined) return isOnce ? at + SHOWN_BEFORE : undefined;
  return piece.includes("\n") ? undefined : at;
}

/** The fault of a text that JSON.parse threw the error for. */
export function jsonFault(text: string, error: unknown): Phrase {
  const message = error instanceof Error ? error.message : "";
  const at = placeOf(text, message);
  const isAtEnd = at !== undefined && at >= text.trimEnd().length;
  if (isAtEnd || /end of (?:JSON|data|input)|unterminated|EOF/i.test(message))
    return ["cut-off-json"];
  const [, line] = /line (\d+) column/.exec(message) ?? [];
  if (line !== undefined) return ["broken-json", Number(line)];
  return ["broken-json", at === undefined ? null : lineAt(text, at)];
}
