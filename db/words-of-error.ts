// An error in words for people and logs: never a statement, its values, a stack or a password.
import { withoutSecrets } from "#model/secrets.ts";
import { systemSentence } from "#model/words/system-words.ts";
import { DatabaseUnavailable } from "./database.ts";

const LONGEST = 300;

/** What went wrong, from the innermost cause, on one line. */
export function wordsOf(error: unknown): string {
  const cause = innermost(error);
  // What Drizzle adds to an error of a driver is the statement.
  const said =
    cause instanceof Error
      ? (systemSentence(cause) ?? cause.message.replace(/^Failed query:.*$/s, "a statement failed"))
      : String(cause);
  const code = (cause as { code?: unknown } | null)?.code;
  const text = said.trim() === "" ? String(code ?? "no reason was given") : said;
  const line = withoutSecrets(text.replace(/\s+/g, " ").trim());
  return cause instanceof DatabaseUnavailable ? line : line.slice(0, LONGEST);
}

function innermost(error: unknown): unknown {
  let found = error;
  // An address that has several numbers is tried at each: the last attempt stands for all.
  for (let depth = 0; depth < 10; depth += 1) {
    // That one has been put into words.
    if (found instanceof DatabaseUnavailable) return found;
    const { cause, errors } = (found ?? {}) as { cause?: unknown; errors?: unknown[] };
    const next = Array.isArray(errors) && errors.length > 0 ? errors.at(-1) : cause;
    if (next === undefined || next === null) return found;
    found = next;
  }
  return found;
}
