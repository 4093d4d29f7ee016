// `npm run verify -- FILE`: what a service would say of a file, asked of one that runs or of the own database.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { embeddedFilesIn } from "#db/embedded/open-embedded.ts";
import { openDatabase } from "#db/open.ts";
import { projectRoot } from "#db/project-root.ts";
import { findVersions } from "#db/queries/versions.ts";
import { complain, runCommand, say } from "#import/run-command.ts";
import { quote } from "#model/problem.ts";
import { systemWords } from "#model/words/system-words.ts";
import { chosenDatabase, chosenSettings } from "../backup/chosen-database.ts";
import { identityIn } from "../credentials/identity.ts";
import { Grounds, groundsFolder } from "../served/grounds.ts";
import { ServedDatasets } from "../served/served-datasets.ts";
import { renderPicture } from "../snapshot/render-picture.ts";
import { checkFile } from "./check-file.ts";
import type { Received } from "./received-file.ts";
import type { Verdict } from "./verdict.ts";
import { type Words, wordsOfVerdict } from "./verdict-words.ts";

const HELP = `npm run verify -- FILE [--at ADDRESS] [--signature FILE] [--lang fr] [--json]

Says whether a picture, ZIP or film that Rocade made is intact: what it says of itself is held against the published data,
and it is drawn again. Ends with 0 when it is intact, 3 when it is and there are newer data, 4 when the records agree of
a film, or of one picture of a kit, whose images are not compared, 1 otherwise.

  --at ADDRESS   of a service that runs, such as http://localhost:3000/; without it the own database is asked
  --signature S  the file of a signature that came with it
  --lang LANG    en or fr
  --json         all that was found, for programs
  --help         this text

Database: DATABASE_URL, or the embedded one in DATA_DIR, as for npm start, .env included. The embedded one is used by
one process at a time: while the service runs, ask it with --at.
`;

type Answer = Verdict & { readonly said: Words };

type Asked = {
  readonly json: boolean;
  readonly at?: string;
  readonly lang?: string;
  readonly signature?: string;
};

async function verify(name: string, { at, json, lang = "en", signature }: Asked): Promise<number> {
  const file = await read(name);
  const sent = {
    file,
    signature: signature === undefined ? undefined : `${await read(signature)}`,
  };
  const answer =
    at === undefined ? await askDatabase(sent, lang) : await askService(sent, at, lang);
  if (json) say(JSON.stringify(answer, null, 2));
  else {
    const { changes, sentences, title } = answer.said;
    say([title, ...sentences, ...changes.map((line) => `  ${line}`)].join("\n"));
    for (const link of Object.values(answer.links)) say(link);
  }
  return { intact: 0, outdated: 3, "records-agree": 4 }[answer.verdict as string] ?? 1;
}

const read = (name: string): Promise<Buffer> =>
  readFile(name).catch((error: unknown) => {
    throw new Error(`${name} cannot be read: ${systemWords(error) ?? "it is no file"}`);
  });

async function askService(
  { file, signature }: Received,
  at: string,
  lang: string,
): Promise<Answer> {
  if (!URL.canParse(at)) throw new Error(`--at is ${quote(at)}; it is the address of a service`);
  const address = new URL("verify", at.endsWith("/") ? at : `${at}/`);
  address.searchParams.set("lang", lang);
  const body = new FormData();
  body.append("file", new Blob([new Uint8Array(file)]));
  if (signature !== undefined) body.append("signature", new Blob([signature]));
  const sent = { method: "POST", headers: { Accept: "application/json" }, body };
  const response = await fetch(address, sent).catch(() => {
    throw new Error(`nobody answers at ${address.origin}`);
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok && answer) return answer as Answer;
  const { detail } = (answer ?? {}) as { readonly detail?: string };
  throw new Error(`${address.origin} answers ${response.status}${detail ? `: ${detail}` : ""}`);
}

async function askDatabase({ file, signature }: Received, lang: string): Promise<Answer> {
  const chosen = chosenDatabase();
  if (chosen.url === undefined && !existsSync(embeddedFilesIn(chosen.dataDirectory)))
    throw new Error(`nothing is stored in ${chosen.dataDirectory}; ask a service with --at`);
  const { credentialsDirectory, defaultDataset, publicUrl } = chosenSettings();
  const database = await openDatabase(chosen);
  try {
    const [first] = await findVersions(database.db);
    const datasetId = defaultDataset ?? first?.id ?? "";
    const datasets = new ServedDatasets({
      db: database.reads,
      datasetId,
      grounds: new Grounds(groundsFolder(chosen.dataDirectory), complain),
    });
    const service = new URL(publicUrl ?? "http://localhost:3000");
    if (!service.pathname.endsWith("/")) service.pathname += "/";
    const folder = path.resolve(projectRoot(), credentialsDirectory);
    // To check makes no key.
    const openIdentity = existsSync(folder) ? identityIn(folder) : undefined;
    const checking = { datasets, service, openIdentity, draw: renderPicture };
    const verdict = await checkFile(file, checking, signature);
    return { ...verdict, said: wordsOfVerdict(verdict, lang) };
  } finally {
    await database.close().catch(() => complain("the database could not be closed"));
  }
}

await runCommand(
  { help: HELP, target: "file", flags: ["json"], options: ["at", "lang", "signature"] },
  verify,
);
