// A mapping that was kept, read again: by whoever brings the next table of the same shape, and maybe changed it by hand.
import { issuePhrase, issueWords } from "../read/issue-words.ts";
import type { Refusal } from "../refusal/refusal.ts";
import { MAPPING, type Mapping } from "./mapping.ts";

/** Which part is wrong, what stands there, and what would be right. */
export type WrongMapping = Pick<Refusal, "name" | "got" | "allowed">;

export type ReadMapping =
  | { readonly ok: true; readonly value: Mapping }
  | { readonly ok: false; readonly wrong: WrongMapping };

/** The mapping, or why it is none. */
export function parseMapping(text: string): ReadMapping {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    const wrong = { name: "file", got: ["no-json"], allowed: ["kept-mapping"] } as const;
    return { ok: false, wrong };
  }
  const parsed = MAPPING.safeParse(document, { error: issueWords });
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  let value = document;
  for (const name of path) value = Object(value)[name];
  return {
    ok: false,
    wrong: {
      name: path.join(".") || "file",
      got: value === undefined ? ["nothing"] : ["quoted", JSON.stringify(value)],
      allowed: issue ? issuePhrase(issue) : ["kept-mapping"],
    },
  };
}
