// The built product, which is as good for the next run while no source has changed.
import { buildOnce } from "#server/build/build-once.mjs";

const ofThisRun = globalThis as { rocadeBuilt?: Promise<void> };

/** Builds the product where its sources are others than those of what is built; once for all projects of a run. */
export function built(): Promise<void> {
  ofThisRun.rocadeBuilt ??= buildOnce(["web", "server"]);
  return ofThisRun.rocadeBuilt;
}
