// PostGIS for the embedded database without what nothing here asks of it (rasters, topology, an American geocoder), which
// would be unpacked and compiled at every start: a third of its work.
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Extension } from "@electric-sql/pglite";
import { projectRoot } from "../../project-root.ts";

/** Where the build leaves the part in use, named by the size of the whole: another release has another. */
export const partInUse = (whole: string): string =>
  path.join(projectRoot(), "dist", `postgis-of-${statSync(whole).size}.tar.gz`);

/** The extension with the part in use where the build has made it, or else the whole: both answer alike. */
export function postgisInUse(postgis: Extension): Extension {
  return {
    ...postgis,
    setup: async (...given) => {
      const set = await postgis.setup(...given);
      if (!set.bundlePath) return set;
      const part = partInUse(fileURLToPath(set.bundlePath));
      return existsSync(part) ? { ...set, bundlePath: pathToFileURL(part) } : set;
    },
  };
}
