// Where a dataset can be seen once it is stored, by the settings of the service.
import { readFileSync } from "node:fs";
import path from "node:path";
import { DESCRIPTOR_FILE } from "./read/descriptor.ts";

/** Where its page is, in a sentence; with the port that is usual where the settings name neither that nor an address. */
export function toldWhere(datasetId: string, root: string, settings: NodeJS.ProcessEnv): string {
  const isSaid = settings.PUBLIC_URL?.trim() || settings.PORT;
  const otherwise = isSaid ? "" : "; 3000 is the port where PORT does not say another";
  return `See it at ${pageOf(datasetId, root, settings)} (npm start, where it does not run yet${otherwise}).`;
}

/** The address of its page: that of the service itself for the default dataset. `root` is where paths begin. */
function pageOf(datasetId: string, root: string, settings: NodeJS.ProcessEnv): string {
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
