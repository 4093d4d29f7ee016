// `npm run backup -- FILE`: everything that the database holds, in one file that only its owner may read.
import { constants, existsSync, rmSync } from "node:fs";
import { access, type FileHandle, link, open, rename } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { backUp } from "#db/backup/backup.ts";
import { DatabaseUnavailable, type OpenDatabase } from "#db/database.ts";
import { embeddedFilesIn } from "#db/embedded/open-embedded.ts";
import { openDatabase } from "#db/open.ts";
import { wordsOf } from "#db/words-of-error.ts";
import { complain, runCommand, say } from "#import/run-command.ts";
import { quote } from "#model/problem.ts";
import { systemWords } from "#model/words/system-words.ts";
import { chosenDatabase, MIGRATIONS } from "./chosen-database.ts";

const HELP = `npm run backup -- FILE [--dataset ID]

Writes everything that the database holds, all its datasets, as it is at one moment, into FILE, which must not be there yet. The file is
compressed; it can be restored into the embedded database and into PostgreSQL alike, by npm run restore. A database that
holds nothing makes no backup.

It holds positions at full precision, the undisclosed ones too. Only you may read it (mode 0600): keep it so.

  --dataset ID   that dataset alone
  --help         this text

Database: DATABASE_URL, or the embedded one in DATA_DIR, as for npm start, .env included. The embedded one is used by
one process at a time: stop the service first.
`;

async function backUpInto(
  file: string,
  { dataset }: { readonly dataset?: string },
): Promise<number> {
  if (existsSync(file)) {
    complain(`${file} already exists and is not overwritten`);
    return 1;
  }
  // A folder in which nothing can be made is told before a database is opened, which may take seconds.
  await access(path.dirname(file), constants.W_OK).catch((error) => {
    throw new Error(notWritten(file, error));
  });
  const chosen = chosenDatabase();
  // None is made where there is none: somebody is looking in the wrong folder.
  if (chosen.url === undefined && !existsSync(embeddedFilesIn(chosen.dataDirectory)))
    throw new NothingStored(chosen.dataDirectory, dataset);
  // Opened first: a signal ends the process at once, until there is something to remove.
  const database = await openDatabase(chosen);
  try {
    await writeInto(file, database, dataset);
    return 0;
  } finally {
    await database.close().catch(() => {});
  }
}

/** Writes beside the file, and gives what is whole and on the disk its name. */
async function writeInto(
  file: string,
  { db, description, explain }: OpenDatabase,
  only: string | undefined,
): Promise<void> {
  const unfinished = `${file}.unfinished`;
  const handle = await openUnfinished(unfinished, file);
  const remove = () => rmSync(unfinished, { force: true });
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => {
      remove();
      complain(`The backup was interrupted: ${file} was not written.`);
      process.exit(1);
    });
  const gzip = createGzip();
  let failure: unknown;
  const note = (error: unknown) => {
    failure ??= error;
  };
  try {
    const written = pipeline(gzip, handle.createWriteStream({ flush: true })).catch(note);
    const write = (part: Uint8Array) =>
      new Promise<void>((resolve, reject) => {
        gzip.write(part, (error) => (error ? reject(error) : resolve()));
      });
    const { datasets, rows } = await backUp(db, MIGRATIONS, write, only);
    if (datasets.length === 0) throw new NothingStored(description, only);
    gzip.end();
    await written;
    if (failure === undefined) await giveName(unfinished, file).catch(note);
    if (failure !== undefined) throw failure;
    for (const { id, version, state, contentHash } of datasets)
      say(`${id} ${version} (state ${state}, ${contentHash.slice(0, 12)})`);
    say(`${rows} rows are in ${file}, undisclosed positions among them.`);
  } catch (error) {
    gzip.destroy();
    // Where the file has failed, the database hears only that nobody takes its rows any more.
    if (failure !== undefined) throw new Error(notWritten(file, failure));
    if (error instanceof NothingStored) throw error;
    throw new DatabaseUnavailable(await explain(error), { cause: error });
  } finally {
    // Where all went well it has another name by now.
    remove();
  }
}

class NothingStored extends Error {
  constructor(description: string, only: string | undefined) {
    const [which] = description.split(";");
    super(
      `Nothing is stored ${only === undefined ? "" : `of ${quote(only)} `}in ${which}, and no backup was made. Are DATABASE_URL and DATA_DIR those of the service?`,
    );
  }
}

/** Throws, in words, where it cannot be made. */
async function openUnfinished(unfinished: string, file: string): Promise<FileHandle> {
  try {
    return await open(unfinished, "wx", 0o600);
  } catch (error) {
    throw new Error(
      codeOf(error) === "EEXIST"
        ? `${unfinished} is there: another backup is writing it, or one was killed. Where none is at work delete it.`
        : notWritten(file, error),
    );
  }
}

/** Where links can be made, in one step that takes no name which is there by now. */
async function giveName(unfinished: string, file: string): Promise<void> {
  try {
    await link(unfinished, file);
  } catch (error) {
    if (!/^(EPERM|ENOSYS|ENOTSUP|EOPNOTSUPP)$/.test(String(codeOf(error)))) throw error;
    await rename(unfinished, file);
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException | null)?.code;

const REASONS: Readonly<Record<string, string>> = {
  EEXIST: "a file of this name has been made in the meantime",
  ENOENT: "its folder is not there",
};

const notWritten = (file: string, error: unknown) =>
  `${file} was not written: ${REASONS[String(codeOf(error))] ?? systemWords(error) ?? wordsOf(error)}. Put that right, or choose another place.`;

await runCommand({ help: HELP, target: "file", flags: [], options: ["dataset"] }, backUpInto);
