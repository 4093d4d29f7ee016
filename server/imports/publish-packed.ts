// From the bytes of a ZIP to a version of a dataset: the same load as `npm run import`.
import { setImmediate } from "node:timers/promises";
import type { OpenDatabase } from "#db/database.ts";
import { identifyPackage } from "#import/disk/source-hash.ts";
import type { PackageFiles } from "#import/files/package-files.ts";
import { A_PACKED_PACKAGE, NotBrought, packedFiles } from "#import/files/packed-files.ts";
import { Findings } from "#import/findings.ts";
import { publishTold } from "#import/load/publish-told.ts";
import { DESCRIPTOR_FILE } from "#import/read/descriptor.ts";
import type { ImportAnswer, ImportTask } from "./import-task.ts";

/** Of a collection so many changed records are told at most. */
const MAX_RECORDS = 1000;

/** Publishes what is packed, if it is the package of that dataset. */
export async function publishPacked(
  database: Pick<OpenDatabase, "db" | "explain" | "flush">,
  { datasetId, isTrial, packed }: ImportTask,
): Promise<ImportAnswer> {
  const files = unpacked(datasetId, packed);
  if ("status" in files) return files;
  try {
    const { descriptor } = (await identifyPackage(files, new Findings())) ?? {};
    // A descriptor that cannot be used the import tells of.
    if (descriptor && descriptor.name !== datasetId)
      return { status: "of-another", name: descriptor.name };
    const told = await publishTold(database.db, files, { isTrial, maxRecords: MAX_RECORDS });
    if (!isTrial && told.outcome.status === "loaded") await database.flush();
    return { status: "told", ...told };
  } catch (error) {
    return { status: "failed", message: await database.explain(error) };
  }
}

function unpacked(
  datasetId: string,
  packed: Uint8Array,
): PackageFiles | Extract<ImportAnswer, { readonly status: "no-package" }> {
  try {
    const files = packedFiles(`${datasetId}.zip`, packed);
    if (files.names.includes(DESCRIPTOR_FILE)) return withRoomBetween(files);
    const got = `a ZIP without ${DESCRIPTOR_FILE}`;
    return { status: "no-package", got, allowed: A_PACKED_PACKAGE };
  } catch (error) {
    if (!(error instanceof NotBrought)) throw error;
    return { status: "no-package", got: error.message, allowed: A_PACKED_PACKAGE };
  }
}

/** The same files, between whose parts whoever works in the same thread has a turn. */
const withRoomBetween = (files: PackageFiles): PackageFiles => ({
  ...files,
  read: async function* (file) {
    for await (const part of files.read(file)) {
      await setImmediate();
      yield part;
    }
  },
});
