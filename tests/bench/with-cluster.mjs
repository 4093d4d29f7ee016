// A PostgreSQL of the bench's own, with the modules of the product that make its statements.
import { withModules } from "./statements.mjs";

/**
 * Does the work with a cluster that nobody else uses, and stops it. Needs the programs of PostgreSQL: where they are not,
 * it says that `what` is left out, and so do the figures.
 */
export async function withCluster(print, what, work) {
  return withModules(async (load) => {
    const { findBinaries, startCluster } = await load("/tests/support/databases/cluster.ts");
    const binaries = findBinaries();
    if (!binaries) {
      print(`${what}: left out, there is no PostgreSQL with PostGIS on this machine`);
      return { leftOut: "no PostgreSQL" };
    }
    const cluster = await startCluster(binaries, "-c shared_buffers=2GB -c max_wal_size=8GB");
    try {
      return await work({ binaries, cluster, load });
    } finally {
      cluster.stop();
    }
  });
}
