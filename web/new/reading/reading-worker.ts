// Reads what somebody brings, away from the page. Its own policy lets it connect to nothing at all.
import { eventFeatures } from "#formats/document-features.ts";
import { geopackageWriter } from "#formats/geopackage/geopackage.ts";
import { startGiven } from "#formats/geopackage/given-sqlite.ts";
import { zipped } from "#formats/zipped.ts";
import { chosen } from "#import/brought/chosen.ts";
import { looseTables } from "#import/brought/describe-table.ts";
import { tellMissing } from "#import/brought/tell-table.ts";
import type { PackageFiles } from "#import/files/package-files.ts";
import { A_TABLE_OR_PACKAGE, NotBrought } from "#import/files/packed-files.ts";
import { Findings } from "#import/findings.ts";
import type { TableLook } from "#import/guess/column-look.ts";
import { guessMapping } from "#import/guess/guess-mapping.ts";
import { harmQuestions } from "#import/harm/harm-questions.ts";
import { type MappedSource, mapSource } from "#import/mapped/map-source.ts";
import { rejectedRows } from "#import/mapped/rejected-rows.ts";
import { EVENTS_FILE } from "#import/mapped/source-descriptor.ts";
import type { Mapping } from "#import/mapping/mapping.ts";
import { parseMapping } from "#import/mapping/parse-mapping.ts";
import { missingColumns } from "#import/mapping/used-columns.ts";
import { openDocument } from "#import/open-document.ts";
import { DESCRIPTOR_FILE } from "#import/read/descriptor.ts";
import type { Phrase } from "#import/refusal/refusal.ts";
import { openSource } from "#import/source/open-source.ts";
import { IN_BROWSER, type SourceTable, WrongSource } from "#import/source/source-table.ts";
import { isCrowd, LocalEvents, withoutEvents } from "../crowd/local-events.ts";
import { newTextsOf } from "../words/new-texts.ts";
import { broughtFiles } from "./brought-files.ts";
import { RowFinder } from "./find-rows.ts";
import type {
  Asked,
  FoundMapping,
  Message,
  QuestionName,
  Questions,
  Refused,
} from "./reading-task.ts";

type OpenedTable = {
  readonly table: SourceTable;
  readonly look: TableLook;
  readonly finder: RowFinder;
};
/** Without a table it is a package. */
type Opened = { readonly files: PackageFiles; readonly own: OpenedTable | null };
let opened: Opened | undefined;
/** What came last of a mapping: it is asked for again as a preview and as a file. */
let last: { readonly mapping: string; readonly mapped: MappedSource } | undefined;

/** In which line of the file that was brought each event of the last preview stands. */
let eventLines: ReadonlyMap<string, number | null> = new Map();

/** The events of the last preview, where the page has not got them. */
let crowd: LocalEvents | undefined;

function theCrowd(): LocalEvents {
  if (!crowd) throw new Error("no crowd was shown");
  return crowd;
}

const tell = (message: Message) => postMessage(message);

function theOpened(): Opened {
  if (!opened) throw new Error("nothing was opened");
  return opened;
}

function theTable(): OpenedTable {
  const { own } = theOpened();
  if (!own) throw new Error("it is no table");
  return own;
}

const FIRST_ROWS = 6;
/** A tab has no room for more. */
const MAX_GEOPACKAGE = 500 * 1024 * 1024;

type Work = {
  readonly [Name in QuestionName]: (
    asked: Parameters<Questions[Name]>[0],
    onProgress: (rows: number) => void,
  ) => Promise<ReturnType<Questions[Name]>>;
};

const WORK: Work = {
  open: async ({ choice, files: brought, language }) => {
    opened = undefined;
    last = undefined;
    const files = await broughtFiles(brought);
    if (files.names.includes(DESCRIPTOR_FILE)) {
      opened = { files, own: null };
      return { kind: "package", file: files.called };
    }
    const beside = files.names.find((name) => files.names.length > 1 && A_MAPPING.test(name));
    const given = beside === undefined ? null : readMapping(beside, await wholeText(files, beside));
    if (given && isRefused(given)) return given;
    const [file, ...others] = looseTables(files);
    if (file === undefined || others.length > 0)
      return refusedOf(
        files.called,
        file === undefined ? ["no-table"] : ["tables", others.length + 1],
        ["one-table-or-package", DESCRIPTOR_FILE],
      );
    const said = { ...given?.mapping.table, ...choice };
    const table = await openSource(files, file, said, IN_BROWSER);
    const missing = given && missingIn(table, given.mapping);
    if (missing) return missing;
    const { byDefault, dataset } = chosen(file, table.columns, {});
    const isLanguageOpen = byDefault.has("lang");
    const called = isLanguageOpen ? { ...dataset, languages: [language] } : dataset;
    const { draft, look, preset, survey } = await guessMapping(table, called, { isLanguageOpen });
    if (survey.rows === 0) return refusedOf(file, ["headings-alone"], ["rows"]);
    opened = { files, own: { table, look, finder: new RowFinder(table) } };
    return {
      kind: "table",
      file,
      format: table.format,
      rows: survey.rows,
      columns: table.columns,
      samples: Object.fromEntries(look.columns.map(({ column, samples }) => [column, samples])),
      hasGeometry: look.hasGeometry,
      first: await firstRows(table),
      guesses: table.guesses,
      notes: table.notes,
      sheets: table.sheets,
      draft: given?.mapping ?? draft,
      preset: preset?.name ?? null,
      mappedBy: beside ?? null,
    };
  },
  mapping: async ({ file }) => {
    const read = readMapping(file.name, await file.text());
    return isRefused(read) ? read : (missingIn(theTable().table, read.mapping) ?? read);
  },
  map: async ({ mapping }, onProgress) => {
    const { files: _, ...told } = await mapped(mapping, onProgress);
    return { ...told, harm: harmQuestions(theTable().look, mapping, told.precision?.[0] ?? null) };
  },
  rows: ({ event, mapping, ...asked }) =>
    theTable().finder.find(mapping, asked, event === null ? null : (eventLines.get(event) ?? null)),
  row: async ({ edit, mapping }) => theTable().finder.read(mapping, edit),
  preview: async ({ mapping }, onProgress) => {
    const files = mapping ? (await mapped(mapping, onProgress)).files : theOpened().files;
    const {
      dataset,
      eventLines: lines,
      refusals,
    } = await openDocument(files, new Date().toISOString());
    const told = (line: number) =>
      files.told?.({ file: EVENTS_FILE, line, name: "id" }).line ?? line;
    eventLines = new Map([...lines].map(([id, line]) => [id, told(line)]));
    crowd = dataset && isCrowd(dataset) ? new LocalEvents(dataset) : undefined;
    if (!dataset) return { kind: "refused", refusals };
    return { kind: "document", dataset: crowd ? withoutEvents(dataset) : dataset };
  },
  event: async ({ id }) => theCrowd().event(id),
  page: async ({ search }) => theCrowd().page(search),
  crowd: async ({ search }) => theCrowd().crowd(search),
  sums: async (asked) => theCrowd().sums(asked),
  rejected: async ({ language, mapping }) => {
    const { reasons } = newTextsOf(language);
    const parts: string[] = [];
    for await (const part of rejectedRows(theTable().table, mapping, { reasons })) parts.push(part);
    return new Blob(parts, { type: "text/csv" });
  },
  geopackage: async ({ mapping, sqlite }) => {
    const { files } = await mapped(mapping);
    const { dataset, refusals } = await openDocument(files, new Date().toISOString());
    if (!dataset) return { kind: "refused", refusals };
    const { write } = geopackageWriter(MAX_GEOPACKAGE, { take: () => startGiven(sqlite) });
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for await (const part of write(eventFeatures(dataset)))
      parts.push(new Uint8Array(part as Uint8Array));
    return new Blob(parts, { type: "application/geopackage+sqlite3" });
  },
  pack: async ({ mapping }) => {
    const files = mapping ? (await mapped(mapping)).files : theOpened().files;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for await (const part of zipped(entriesOf(files), new Date())) parts.push(part.slice());
    return new Blob(parts, { type: "application/zip" });
  },
};

async function mapped(
  mapping: Mapping,
  onProgress?: (rows: number) => void,
): Promise<MappedSource> {
  const asked = JSON.stringify(mapping);
  if (last?.mapping === asked) return last.mapped;
  const made = await mapSource(theTable().table, mapping, { onProgress });
  last = { mapping: asked, mapped: made };
  return made;
}

const A_MAPPING = /\.json$/i;
type ReadMapping = Extract<FoundMapping, { readonly kind: "mapping" }>;
const isRefused = (read: FoundMapping): read is Refused => read.kind === "refused";

function readMapping(file: string, text: string): FoundMapping {
  const read = parseMapping(text);
  if (read.ok) return { kind: "mapping", mapping: read.value } satisfies ReadMapping;
  return { kind: "refused", refusals: [{ file, line: null, ...read.wrong }] };
}

/** What the mapping names and the table has not, if anything. */
function missingIn(table: SourceTable, mapping: Mapping): Refused | undefined {
  const findings = new Findings();
  tellMissing(table, missingColumns(mapping, table), findings);
  const { refusals } = findings;
  return refusals.length > 0 ? { kind: "refused", refusals } : undefined;
}

async function firstRows({ rows }: SourceTable): Promise<readonly (readonly string[])[]> {
  for await (const some of rows()) return some.slice(0, FIRST_ROWS).map(({ cells }) => cells);
  return [];
}

async function* entriesOf(files: PackageFiles) {
  for (const name of files.names) yield { name, parts: textOf(files, name) };
}

async function wholeText(files: PackageFiles, name: string): Promise<string> {
  let text = "";
  for await (const part of textOf(files, name)) text += part;
  return text;
}

async function* textOf(files: PackageFiles, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const bytes of files.read(name)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

const refusedOf = (file: string, got: Phrase, allowed: Phrase): Refused => ({
  kind: "refused",
  refusals: [{ file, line: null, name: "file", got, allowed }],
});

/** What browsers say of a file that was removed or changed after it was chosen. */
const isGone = (error: unknown) =>
  error instanceof DOMException && /^Not(?:Found|Readable)Error$/.test(error.name);

/** What is wrong with what was brought, as an answer; what is wrong with this program goes on. */
function asRefusal(error: unknown): Refused {
  if (error instanceof WrongSource) return { kind: "refused", refusals: [error.refusal] };
  if (error instanceof NotBrought) return refusedOf("", error.got, A_TABLE_OR_PACKAGE);
  if (isGone(error)) return refusedOf("", ["gone-file"], ["readable-file"]);
  throw error;
}

async function answer({ asked, name, nth }: Asked): Promise<void> {
  const onProgress = (rows: number) => tell({ kind: "progress", nth, rows });
  const work = WORK[name] as (asked: unknown, onProgress: (rows: number) => void) => unknown;
  try {
    tell({ kind: "answer", nth, answer: await work(asked, onProgress) });
  } catch (error) {
    try {
      tell({ kind: "answer", nth, answer: asRefusal(error) });
    } catch (fault) {
      tell({ kind: "fault", nth, message: fault instanceof Error ? fault.message : String(fault) });
    }
  }
}

addEventListener("message", ({ data }: MessageEvent<Asked>) => void answer(data));
