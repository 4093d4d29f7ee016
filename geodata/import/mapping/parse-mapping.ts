// A mapping that was kept, read again: by whoever brings the next table of the same shape, and maybe changed it by hand.
import { failed, ok, quote, type Result } from "#model/problem.ts";
import { issueWords } from "../read/issue-words.ts";
import { MAPPING, type Mapping } from "./mapping.ts";

/** The mapping; or which part of it is none, what stands there, and what would be right. */
export function parseMapping(text: string): Result<Mapping> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return failed({ name: "file", got: "no JSON", allowed: "a mapping that was kept" });
  }
  const parsed = MAPPING.safeParse(document, { error: issueWords });
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  let value = document;
  for (const name of path) value = Object(value)[name];
  return failed({
    name: path.join(".") || "file",
    got: value === undefined ? "nothing" : quote(JSON.stringify(value)),
    allowed: String(issue?.message),
  });
}
