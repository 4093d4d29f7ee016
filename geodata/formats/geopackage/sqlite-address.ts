// Where a page finds the program of SQLite, which it gives to a reader that may fetch nothing.
import address from "@sqlite.org/sqlite-wasm/sqlite3.wasm?url";

export const sqliteAddress: string = address;
