// `npm run ground`: lays an extract of a map under a dataset, or takes it away.
import { existsSync } from "node:fs";
import path from "node:path";
import { foreignFolder } from "#db/embedded/foreign-folder.ts";
import { embeddedFilesIn } from "#db/embedded/open-embedded.ts";
import { openDatabase } from "#db/open.ts";
import { projectRoot } from "#db/project-root.ts";
import { findMeta } from "#db/queries/dataset/meta.ts";
import { findVersions } from "#db/queries/versions.ts";
import { complain, runCommand, say } from "#import/run-command.ts";
import { describeProblem, quote } from "#model/problem.ts";
import { type Bbox, boxHolds, parseBbox } from "#model/space/bbox.ts";
import { parseEdtf } from "#model/time/edtf.ts";
import { textFault } from "#model/words/plain-text.ts";
import { chosenDatabase, chosenSettings } from "../backup/chosen-database.ts";
import { Grounds, groundsFolder } from "../served/grounds.ts";
import { checkArchive } from "./check-archive.ts";

const HELP = `npm run ground -- --dataset ID --from FILE.pmtiles --date 2016-01-01 --licence ODbL --credit "© OpenStreetMap contributors"

Lays an extract of a map under the maps and pictures of a dataset: vector tiles (MVT) in one PMTiles file, with the layers
of Protomaps' base map or with our own. A service that runs shows it within a second.

  --dataset ID    which dataset; may be left out where only one is stored
  --bbox W,S,E,N  the area that the ground is for, in degrees; without it that of the dataset, of which the database is asked
  --from FILE     the PMTiles file; a copy is kept in DATA_DIR
  --date DATE     of what day, month or year it shows the world: 2016-01-01, 2016-01, 2016
  --licence NAME  under which it may be used
  --credit TEXT   whose it is; date, licence and credit stand on every map
  --remove        takes the ground away
  --help          this text

Database: DATABASE_URL, or the embedded one in DATA_DIR, as for npm start, .env included. The embedded one is used by
one process at a time: while the service runs, say --dataset and --bbox, and it is not asked.
`;

const MAX_TEXT = 200;
const SAID = ["date", "licence", "credit"] as const;

type Asked = {
  readonly remove: boolean;
} & Partial<Record<"dataset" | "bbox" | "from" | (typeof SAID)[number], string>>;

async function layGround(target: string, asked: Asked): Promise<number> {
  const problems = problemsIn(asked);
  if (problems.length > 0) {
    for (const problem of problems) complain(problem);
    return 2;
  }
  const box = asked.bbox === undefined ? undefined : parseBbox(asked.bbox);
  const { dataDirectory } = chosenSettings();
  const directory = path.resolve(projectRoot(), dataDirectory);
  const foreign = await foreignFolder(directory);
  if (foreign) throw new Error(describeProblem(foreign));
  const folder = groundsFolder(directory);
  const grounds = new Grounds(folder, complain);
  const area = box?.ok ? box.value : undefined;
  const isTold = asked.remove || area !== undefined;
  const { datasetId, extent } =
    asked.dataset !== undefined && isTold
      ? { datasetId: asked.dataset, extent: area }
      : await askDatabase(asked.dataset);
  if (asked.remove) {
    const lay = await grounds.remove(datasetId);
    say(lay ? `The ground of ${datasetId} is gone.` : `Under ${datasetId} lay no ground.`);
    return lay ? 0 : 1;
  }
  const file = asked.from ?? target;
  const wanted = area ?? extent ?? null;
  const found = await checkArchive(file, wanted);
  const { credit = "", date = "", licence = "" } = asked;
  const hash = await grounds.lay(datasetId, file, { ...found, credit, date, licence }, new Date());
  const { bounds, maxZoom, minZoom, schema } = found;
  const layers = schema === "own" ? "our own layers" : "the layers of Protomaps";
  say(
    `Laid under ${datasetId}: ${layers}, zooms ${minZoom} to ${maxZoom}, of ${inWords(bounds)}; SHA-256 ${hash}.`,
  );
  if (wanted && !boxHolds(bounds, wanted))
    say(`Beyond it, in ${inWords(wanted)}, the ground stays what it was.`);
  return 0;
}

const inWords = ({ east, north, south, west }: Bbox) => [west, south, east, north].join(",");

/** What is wrong with what was said, each in a line. */
function problemsIn(asked: Asked): string[] {
  const found: string[] = [];
  const box = asked.bbox === undefined ? undefined : parseBbox(asked.bbox);
  if (box && !box.ok)
    found.push(
      ...box.problems.map(({ allowed, got }) => `--bbox: got ${got}, allowed is ${allowed}`),
    );
  if (asked.remove) return found;
  for (const name of SAID) {
    const text = asked[name] ?? "";
    const fault = textFault(text);
    const isFit = text.trim() !== "" && text.length <= MAX_TEXT;
    if (fault) found.push(`--${name}: got ${fault.got}, allowed is ${fault.allowed}`);
    else if (!isFit)
      found.push(
        `--${name}: got ${text === "" ? "nothing" : `${text.length} characters`}, allowed is a text of at most ${MAX_TEXT}`,
      );
  }
  const date = asked.date ?? "";
  if (date !== "" && parseEdtf(date)?.kind !== "date")
    found.push(
      `--date: got ${quote(date)}, allowed is a day, month or year: 2016-01-01, 2016-01, 2016`,
    );
  return found;
}

/** The dataset that is meant, and its area. Throws where it is not stored, or none is meant. */
async function askDatabase(asked: string | undefined) {
  const chosen = chosenDatabase();
  if (chosen.url === undefined && !existsSync(embeddedFilesIn(chosen.dataDirectory)))
    throw new Error(
      `nothing is stored in ${chosen.dataDirectory} yet: say --dataset and --bbox, or start the service first`,
    );
  const database = await openDatabase(chosen);
  try {
    const ids = (await findVersions(database.db)).map(({ id }) => id);
    const stored = `Stored are: ${ids.join(", ") || "none"}.`;
    const given =
      asked ?? chosenSettings().defaultDataset ?? (ids.length === 1 ? ids[0] : undefined);
    if (given === undefined)
      throw new Error(`Of which dataset has to be said: --dataset ID. ${stored}`);
    const meta = await findMeta(database.db, { datasetId: given });
    if (!meta) throw new Error(`--dataset: ${quote(given)} is not stored. ${stored}`);
    return { datasetId: given, extent: meta.extent };
  } finally {
    await database.close().catch(() => complain("the database could not be closed"));
  }
}

await runCommand(
  {
    help: HELP,
    target: "file",
    flags: ["remove"],
    options: ["dataset", "bbox", "from", ...SAID],
    withoutTarget: ["from", "remove"],
  },
  layGround,
);
