// What a reader's browser has to read before the map is there: in how few files, and how much.
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** MapLibre: a file of its own, which a new version of the page leaves in the readers' caches. */
export const MAP_CHUNK = "maplibre";

/** What the page may start with, of its own and compressed, in kB: what opens later is a part (`web/state/part.ts`). */
const MAX_AT_START = 150;

const OF_LANGUAGE = /web\/i18n\/(\w+)\/\1\.ts$/;

type Modules = {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
};

/**
 * Names the file of a module: `start` for what the map starts with, `shared` for what the workbench starts with too, none for
 * parts. The bundler alone would make thirty of these two, by who shares what, and a browser takes longer to ask for a small
 * file than to read it. `map` and `workbench` are the modules that the two pages run.
 */
export function filesAtStart(map: string, workbench: string) {
  const known = new Map<string, Set<string>>();
  const startOf = (page: string, modules: Modules) => {
    const start = known.get(page) ?? importedBy(page, modules);
    known.set(page, start);
    return start;
  };
  return (id: string, modules: Modules): string | null => {
    // What a page does when it starts stays with that page.
    if (id === map || id === workbench || !startOf(map, modules).has(id)) return null;
    return startOf(workbench, modules).has(id) ? "shared" : "start";
  };
}

/** The module and all that it imports, parts excepted. */
function importedBy(module: string, modules: Modules): Set<string> {
  const imported = new Set([module]);
  for (const id of imported)
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) imported.add(next);
  return imported;
}

/** Says what a reader's browser has to read before the map is there, what the page imports without being asked, and holds it to a bound. */
export const startSize = {
  name: "start-size",
  apply: "build",
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
    const entry = chunks.find(({ isEntry, name }) => isEntry && name === "index");
    if (!entry) return;
    const read = new Set([entry]);
    for (const { imports } of read)
      for (const chunk of chunks) if (imports.includes(chunk.fileName)) read.add(chunk);
    const kilobytes = ({ code }: (typeof chunks)[number]) => gzipSync(code).length / 1000;
    const sum = (isOfMap: boolean) =>
      [...read]
        .filter(({ name }) => (name === MAP_CHUNK) === isOfMap)
        .reduce((all, chunk) => all + kilobytes(chunk), 0);
    // Of the languages of the interface the page reads one.
    const ofLanguages = chunks.filter(({ facadeModuleId }) =>
      OF_LANGUAGE.test(facadeModuleId ?? ""),
    );
    if (ofLanguages.length === 0) this.error("no texts of a language are found");
    const own = sum(false) + Math.max(...ofLanguages.map(kilobytes));
    const said = `the page starts with ${own.toFixed(1)} kB of its own JavaScript, and ${sum(true).toFixed(0)} kB of MapLibre, compressed`;
    if (own > MAX_AT_START) this.error(`${said}: at most ${MAX_AT_START} kB`);
    process.stdout.write(`  ${said}\n`);
  },
} satisfies Plugin;
