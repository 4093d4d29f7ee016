// The statements that the service sends to the database, with their values in them, so that pgbench can send them too.
import { createServer } from "vite";

/** Loads modules of the product as the service would, for the work; `load("/db/queries/tiles/tiles.ts")`. */
export async function withModules(work) {
  const vite = await createServer({
    configFile: false,
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    appType: "custom",
    logLevel: "error",
    // As in vite.config.ts: its module is for those who bundle it.
    ssr: { noExternal: ["mgrs"] },
  });
  try {
    return await work((file) => vite.ssrLoadModule(file));
  } finally {
    await vite.close();
  }
}

/** A statement of Drizzle as one text. */
export function printStatement(query) {
  const { sql, params } = query.toSQL();
  return sql
    .replace(/\$(\d+)/g, (_, number) => printValue(params[Number(number) - 1]))
    .replace(/\s*\n\s*/g, " ");
}

function printValue(value) {
  if (value === null || value === undefined) return "NULL";
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return String(value);
  return `'${String(value).replaceAll("'", "''")}'`;
}
