// What is wrong with DATA_PACKAGE, told before a database is made that nothing would be loaded into.
import path from "node:path";
import { broughtOnDisk } from "#import/disk/files-on-disk.ts";
import { A_PACKED_PACKAGE, NotBrought } from "#import/files/packed-files.ts";
import { A_PACKAGE, mayBePackage } from "#import/open-package.ts";
import { type Problem, quote } from "#model/problem.ts";
import { settingWithoutSecrets } from "#model/secrets.ts";
import { SETTINGS } from "./config.ts";

/** Why what the setting names cannot be a data package; nothing where it may be one. `root` is where paths begin. */
export function packageFault(root: string, setting: string | undefined): readonly Problem[] {
  const name = "DATA_PACKAGE";
  const folder = setting?.trim() || SETTINGS.DATA_PACKAGE.default;
  const got = quote(settingWithoutSecrets(folder));
  try {
    const brought = broughtOnDisk(path.resolve(root, folder));
    return mayBePackage(brought) ? [] : [{ name, got, allowed: A_PACKAGE }];
  } catch (error) {
    if (!(error instanceof NotBrought)) throw error;
    return [{ name, got: `${got}, ${error.message}`, allowed: A_PACKED_PACKAGE }];
  }
}
