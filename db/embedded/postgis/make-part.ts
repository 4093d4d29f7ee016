// Makes the part of PostGIS that the embedded database uses; the build does so once for each release of it.
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { constants, gunzip, gzip } from "node:zlib";
import { packTar, unpackTar } from "modern-tar";
import { partInUse } from "./part-in-use.ts";

/** The library, what makes it an extension of the version that it is, and what it knows of reference systems. */
const IN_USE =
  /^(lib\/postgresql\/postgis-3\.so|share\/postgresql\/extension\/(postgis\.control|postgis--[\d.]+\.sql)|share\/proj\/.*)$/;

/** The gzipped tar archive of the files in use, of that of the whole. Throws where one of the kinds is missing. */
export async function partOf(whole: Uint8Array): Promise<Uint8Array> {
  const kept = (await unpackTar(await promisify(gunzip)(whole))).filter(
    ({ header }) => header.type === "file" && IN_USE.test(header.name),
  );
  const names = kept.map(({ header }) => header.name);
  for (const kind of [/\.so$/, /\.control$/, /\/postgis--[\d.]+\.sql$/, /proj\.db$/])
    if (!names.some((name) => kind.test(name)))
      throw new Error(`PostGIS for the embedded database has no file ${kind.source}`);
  // Read at every start, and sent to nobody: quick to unpack counts more than small.
  return promisify(gzip)(await packTar(kept), { level: constants.Z_BEST_SPEED });
}

/** Makes it where it is not there yet. */
export async function makePart(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite-postgis");
  const whole = path.join(path.dirname(entry), "postgis.tar.gz");
  const part = partInUse(whole);
  if (existsSync(part)) return;
  await mkdir(path.dirname(part), { recursive: true });
  // Under its name only once it is whole.
  const unfinished = `${part}.${process.pid}`;
  await writeFile(unfinished, await partOf(await readFile(whole)));
  await rename(unfinished, part);
}
