// SQLite of a program that is at hand already: this reader fetches nothing.
import type { Sqlite3Static } from "@sqlite.org/sqlite-wasm";

type Given = { readonly wasmBinary: ArrayBuffer };

/** Files of the browser are neither read nor written, and nothing is said of that. */
const QUIET = { disable: { vfs: { opfs: true, "opfs-wl": true } }, warn: () => {} };

export async function startGiven(wasmBinary: ArrayBuffer): Promise<Sqlite3Static> {
  Object.assign(globalThis, { sqlite3ApiConfig: QUIET });
  const { default: start } = await import("@sqlite.org/sqlite-wasm");
  return (start as unknown as (given: Given) => Promise<Sqlite3Static>)({ wasmBinary });
}
