// Where a dataset can be seen once it is stored, by the settings of the service.
import { readFileSync } from "node:fs";
import path from "node:path";
import { DESCRIPTOR_FILE } from "./read/descriptor.ts";

/** The address of its page: that of the service itself for the default dataset. `root` is where paths begin. */
export function pageOf(datasetId: string, root: string, settings: NodeJS.ProcessEnv): string {
  const { DATA_PACKAGE, DEFAULT_DATASET, PORT, PUBLIC_URL } = settings;
  const isDefault =
    datasetId === (DEFAULT_DATASET?.trim() || nameOf(path.resolve(root, DATA_PACKAGE || SHIPPED)));
  const port = PORT === "0" ? "PORT" : PORT || "3000";
  const service = PUBLIC_URL?.trim().replace(/\/+$/, "") || `http://127.0.0.1:${port}`;
  return isDefault ? `${service}/` : `${service}/d/${datasetId}/`;
}

/** What is served where the settings say nothing. */
const SHIPPED = "geodata/calais";

/** The name in the descriptor of a folder; undefined where there is none. */
function nameOf(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(path.join(folder, DESCRIPTOR_FILE), "utf8")).name;
  } catch {
    return undefined;
  }
}
