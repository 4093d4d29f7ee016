// `npm run restore -- FILE`: what `npm run backup` wrote, back into a database.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { checkWhole, RestoreRefused } from "#db/backup/checked-lines.ts";
import { restore } from "#db/backup/restore.ts";
import { openDatabase } from "#db/open.ts";
import { wordsOf } from "#db/words-of-error.ts";
import { complain, runCommand, say } from "#import/run-command.ts";
import { systemWords } from "#model/words/system-words.ts";
import { chosenDatabase, MIGRATIONS } from "./chosen-database.ts";

const HELP = `npm run restore -- FILE [--dataset ID] [--replace]

Reads a backup and writes it into the database, in one transaction: all or nothing. Data, versions and hashes are those
that were backed up, but for what was withdrawn from this database (npm run import -- --withdraw), however old the
backup is. A database that holds datasets already is left as it is.

  --dataset ID   that dataset of the backup alone, beside those that are stored, which are left as they are
  --replace      remove all that the database holds first, or that dataset alone, in the same transaction
  --help         this text

Database: DATABASE_URL, or the embedded one in DATA_DIR, as for npm start, .env included. The embedded one is used by
one process at a time: stop the service first.
`;

async function restoreFrom(
  file: string,
  { dataset, replace }: { readonly replace: boolean; readonly dataset?: string },
): Promise<number> {
  const notRestored = (error: unknown) => {
    complain(`${file} was not restored, the database is as it was: ${reasonOf(error)}.`);
    return 1;
  };
  // What is no file is told before a database is opened, which may take seconds.
  const found = await stat(file);
  if (found.isDirectory()) return notRestored(Object.assign(new Error(file), { code: "EISDIR" }));
  // So is one that is damaged: a database would refuse some row of it, which says nothing of the file. A pipe is read once.
  if (found.isFile())
    try {
      await checkWhole(unpacked(file));
    } catch (error) {
      return notRestored(error);
    }
  const database = await openDatabase(chosenDatabase());
  try {
    const result = await restore(database.db, MIGRATIONS, unpacked(file), {
      replaces: replace,
      only: dataset,
    });
    await database.flush();
    for (const { id, version, state, contentHash } of result.datasets)
      say(`${id} ${version} (state ${state}, ${contentHash.slice(0, 12)})`);
    say(`${result.rows} rows restored from ${file}.`);
    if (result.withdrawn > 0)
      say(`${result.withdrawn} of them were withdrawn here since it was made, and are left out.`);
    return 0;
  } catch (error) {
    return notRestored(error);
  } finally {
    await database.close().catch(() => {});
  }
}

function unpacked(file: string): AsyncIterable<Uint8Array> {
  const parts = createGunzip();
  // What breaks the file is thrown where its parts are read, in the transaction, which has to end before the database.
  pipeline(createReadStream(file), parts).catch(() => {});
  return parts;
}

function reasonOf(error: unknown): string {
  if (error instanceof RestoreRefused) return error.message;
  const code = String((error as { code?: unknown } | null)?.code);
  if (/^Z_/.test(code)) return "it is damaged, not whole, or no backup: it cannot be unpacked";
  if (/^(22|23)/.test(code)) return "it holds rows that the database refuses";
  return systemWords(error) ?? wordsOf(error);
}

await runCommand(
  { help: HELP, target: "file", flags: ["replace"], options: ["dataset"] },
  restoreFrom,
);
