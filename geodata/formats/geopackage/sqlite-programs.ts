// SQLite, which writes a file in less time than it takes to start: one that has written is kept for the next.
import type { Sqlite3Static } from "@sqlite.org/sqlite-wasm";

/** Where a writer takes SQLite from, for itself alone; and to whom it gives it back, unless something has failed. */
export type SqliteProgram = {
  readonly take: () => Promise<Sqlite3Static>;
  readonly giveBack?: (sqlite: Sqlite3Static) => void;
};

/** As many wait as are likely to be needed at once. */
const MAX_WAITING = 2;
/** The memory of a program never shrinks: one that has written a large file ends with it. */
const MAX_BYTES = 32 * 2 ** 20;

const waiting: Sqlite3Static[] = [];

/** Those of the service. Loaded when first asked for: a megabyte that most servers never need. */
export const PROGRAMS: SqliteProgram = {
  take: async () => {
    const before = waiting.pop();
    if (before) return before;
    const { default: start } = await import("@sqlite.org/sqlite-wasm");
    return start();
  },
  giveBack: (sqlite) => {
    if (waiting.length < MAX_WAITING && sqlite.wasm.heap8().byteLength <= MAX_BYTES)
      waiting.push(sqlite);
  },
};
