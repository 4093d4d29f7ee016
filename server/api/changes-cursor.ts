// Where a page of changes goes on, as one opaque word for an address.
import { failed, quote, type Result } from "#model/problem.ts";

export type ChangesCursor = {
  /** The sequence number of the version that answered the first page. */
  readonly start: number;
  /** Of the last change of the page before, with its collection by role and its id. */
  readonly sequence: number;
  readonly role: string;
  readonly id: string;
};

export const printChangesCursor = ({ id, role, sequence, start }: ChangesCursor): string =>
  Buffer.from(JSON.stringify([start, sequence, role, id])).toString("base64url");

export function parseChangesCursor(text: string): Result<ChangesCursor> {
  const [start, sequence, role, id, ...others] = partsOf(text);
  const isWhole =
    others.length === 0 &&
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(sequence) &&
    [role, id].every((part) => typeof part === "string" && !part.includes("\u0000"));
  if (!isWhole)
    return failed({
      name: "cursor",
      got: quote(text),
      allowed: "a cursor from a next link, with the same since and collections",
    });
  const cursor = { start, sequence, role, id } as ChangesCursor;
  return { ok: true, value: cursor };
}

function partsOf(text: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
