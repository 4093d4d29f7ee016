import type { Db } from "#db/database.ts";

/** A database outside of ours that fails in a given way, as a driver does: the failure is the error's cause. */
export function problemsOfDatabase(failure: {
  readonly code: string;
  readonly message: string;
}): Db {
  const fail = () => {
    throw new Error("Failed query", {
      cause: Object.assign(new Error(failure.message), { code: failure.code }),
    });
  };
  return { select: fail, transaction: fail } as unknown as Db;
}
