// `npm run backup -- FILE`: everything that the database holds, in one file that only its owner may read.
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { backUp } from "#db/backup/backup.ts";
import { wordsOf } from "#db/words-of-error.ts";
import { complain, runCommand, say } from "#import/run-command.ts";
import { MIGRATIONS, openForCopy } from "./open-for-copy.ts";

const HELP = `npm run backup -- FILE

Writes everything that the database holds, as it is at one moment, into FILE, which must not be there yet. The file is
compressed; it can be restored into the embedded database and into PostgreSQL alike, by npm run restore. A database that
holds nothing makes no backup.

It holds positions at full precision, the undisclosed ones too. Only you may read it (mode 0600): keep it so.

  --help   this text

Database: DATABASE_URL, or the embedded one in DATA_DIR, as for npm start, .env included. The embedded one is used by
one process at a time: stop the service first.
`;

async function backUpInto(file: string): Promise<number> {
  // Taken before anything is read: what is there is never overwritten.
  try {
    await (await open(file, "wx", 0o600)).close();
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === "EEXIST";
    complain(
      isThere ? `${file} already exists and is not overwritten` : `${file}: ${wordsOf(error)}`,
    );
    return 1;
  }
  try {
    await writeInto(file);
    return 0;
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** Writes beside the file and moves there what is whole and on the disk. */
async function writeInto(file: string): Promise<void> {
  const unfinished = `${file}.unfinished`;
  const database = await openForCopy();
  try {
    const gzip = createGzip();
    const sink = createWriteStream(unfinished, { mode: 0o600, flush: true });
    const written = pipeline(gzip, sink);
    // Awaited below; what fails before that is told there.
    written.catch(() => {});
    const write = (part: Uint8Array) =>
      new Promise<void>((resolve, reject) => {
        gzip.write(part, (error) => (error ? reject(error) : resolve()));
      });
    const { datasets, rows } = await backUp(database.db, MIGRATIONS, write);
    if (datasets.length === 0) {
      const [which] = database.description.split(";");
      throw new Error(
        `Nothing is stored in ${which}, and no backup was made. Are DATABASE_URL and DATA_DIR those of the service?`,
      );
    }
    gzip.end();
    await written;
    await rename(unfinished, file);
    for (const { id, version, state, contentHash } of datasets)
      say(`${id} ${version} (state ${state}, ${contentHash.slice(0, 12)})`);
    say(`${rows} rows are in ${file}, undisclosed positions among them.`);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await database.close().catch(() => {});
  }
}

await runCommand({ help: HELP, target: "file", flags: [] }, backUpInto);
