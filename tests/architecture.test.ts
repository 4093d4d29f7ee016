// Holds the shape of the house: who may import whom, and no circles.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Import, imports, product, sources } from "./support/sources.ts";

const listed = (found: readonly Import[]) => found.map(({ from, to }) => `${from} → ${to}`);

/** Imports from one folder to another that are not allowed. */
const crossing = (from: string, to: RegExp, allowed = /^$/) =>
  listed(
    product.filter(
      (entry) => entry.from.startsWith(from) && to.test(entry.to) && !allowed.test(entry.from),
    ),
  );

/** The rooms of the house, each with those whose files it may import. A room holds the rooms within it. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  "geodata/model": [],
  "geodata/domain": ["geodata/model"],
  "geodata/formats": ["geodata/model"],
  db: ["geodata/model"],
  "geodata/import": ["geodata/model", "geodata/domain", "geodata/formats", "db"],
  "web/i18n": ["geodata/model"],
  "web/view": ["geodata/model", "geodata/formats", "web/i18n"],
  "web/api": ["geodata/model", "web/view"],
  "web/events": ["geodata/model", "web/i18n", "web/view", "web/api"],
  "web/state": ["geodata/model", "web/i18n", "web/view", "web/api", "web/events"],
  "web/map": ["geodata/model", "web/i18n", "web/view", "web/api", "web/events", "web/state"],
  "web/export": ["geodata/model", "geodata/formats", "web/i18n", "web/view"],
  "web/controls": ["geodata/model", "web/i18n", "web/view", "web/state"],
  "web/time-bar": [
    "geodata/model",
    "web/i18n",
    "web/view",
    "web/events",
    "web/state",
    "web/controls",
  ],
  "web/panels": [
    "geodata/model",
    "geodata/formats",
    "web/i18n",
    "web/view",
    "web/api",
    "web/events",
    "web/state",
    "web/controls",
    "web/time-bar",
    "web/export",
  ],
  "web/search": ["geodata/model", "web/i18n", "web/view", "web/api", "web/state", "web/controls"],
  "web/frame": [
    "geodata/model",
    "web/i18n",
    "web/view",
    "web/api",
    "web/events",
    "web/state",
    "web/controls",
    "web/time-bar",
    "web/panels",
    "web/search",
  ],
  "web/new": ["geodata/model", "geodata/import", "geodata/formats", "web"],
  web: ["geodata/model", "web"],
  server: ["geodata", "db", "web/view", "web/i18n"],
};

const isIn = (file: string, room: string) => file.startsWith(`${room}/`);
/** The innermost room of the list that a file stands in. */
const roomOf = (file: string) =>
  Object.keys(ROOMS)
    .filter((room) => isIn(file, room))
    .sort((a, b) => b.length - a.length)[0];

/**
 * What stands side by side in one folder, files and rooms, and which of them imports which: a room stands for all that
 * is in it.
 */
function neighbours(): Map<string, Map<string, Set<string>>> {
  const folders = new Map<string, Map<string, Set<string>>>();
  for (const { from, to } of product) {
    const [a, b] = [from.split("/"), to.split("/")];
    const depth = a.findIndex((name, index) => name !== b[index]);
    const [one, other] = [a[depth], b[depth]];
    if (depth < 1 || one === undefined || other === undefined) continue;
    const folder = a.slice(0, depth).join("/");
    const graph = folders.get(folder) ?? new Map<string, Set<string>>();
    folders.set(folder, graph.set(one, (graph.get(one) ?? new Set()).add(other)));
  }
  return folders;
}

/** The circles of a graph, each as a line. */
function circlesOf(graph: ReadonlyMap<string, Iterable<string>>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (name: string, trail: readonly string[]) => {
    if (trail.includes(name)) circles.push([...trail.slice(trail.indexOf(name)), name].join(" → "));
    if (trail.includes(name) || done.has(name)) return;
    for (const next of graph.get(name) ?? []) visit(next, [...trail, name]);
    done.add(name);
  };
  for (const name of graph.keys()) visit(name, []);
  return circles;
}

/** Files whose code, comments and texts aside, has the words. */
const filesWith = (room: string, words: RegExp) =>
  sources
    .filter((file) => isIn(file, room))
    .filter((file) =>
      words.test(
        readFileSync(file, "utf8").replace(/\/\/.*|\/\*[\s\S]*?\*\/|`[^`]*`|"[^"\n]*"/g, ""),
      ),
    );

/** What only Node has. */
const NODE_WORDS = /(?<![.\w])(Buffer|process|setImmediate|require)\b/;

describe("who may import whom", () => {
  it("finds the imports that it judges", () => expect(product.length).toBeGreaterThan(200));

  it.each(Object.entries(ROOMS))("%s: its own files, and those of %j", (room, allowed) => {
    const own = product.filter(({ from, to }) => roomOf(from) === room && roomOf(to) !== undefined);
    expect(sources.some((file) => isIn(file, room))).toBe(true);
    expect(
      listed(own.filter(({ to }) => ![room, ...allowed].some((one) => isIn(to, one)))),
    ).toEqual([]);
  });

  it("stands in a room of the list, whatever it is", () => {
    const astray = product
      .map(({ from }) => from)
      .filter((file) => file.includes("/") && roomOf(file) === undefined);
    expect(astray).toEqual([]);
  });

  it("files of tests are imported by tests alone, and pages never bring the server with them", () => {
    expect(crossing("", /^tests\//, /^(tests\/|[^/]+$)/)).toEqual([]);
    expect(crossing("web/", /^(server|db)\//)).toEqual([]);
  });

  it("the model and the writers of files need no Node, and geometry stands in one file", () => {
    for (const room of ["geodata/model", "geodata/domain", "geodata/formats"]) {
      expect(crossing(`${room}/`, /^node:/)).toEqual([]);
      expect(filesWith(room, NODE_WORDS)).toEqual([]);
    }
    expect(crossing("geodata/model/", /^(@turf|geographiclib)/, /geometry\.ts$/)).toEqual([]);
  });

  it("of the import, reading and checking know no database and no Node", () => {
    const load = /^geodata\/import\/(load\/|(main|run-command)\.ts$)/;
    expect(crossing("geodata/import/", /^db\//, load)).toEqual([]);
    // The edges, which open files and databases, and end processes.
    const edges = "geodata/import/((disk|links|load)/|(main|run-command|where-seen)\\.ts$)";
    const edge = new RegExp(`^${edges}`);
    expect(crossing("geodata/import/", new RegExp(`^node:|^${edges}`), edge)).toEqual([]);
    const named = filesWith("geodata/import", NODE_WORDS);
    expect(named.filter((file) => !edge.test(file))).toEqual([]);
  });

  it("the view has no head: no screen, no signal, no clock, no network", () => {
    expect(crossing("web/view/", /^(node:|preact|@preact|maplibre)/)).toEqual([]);
    expect(
      filesWith(
        "web/view",
        /(?<![.\w])(document|location|navigator|matchMedia|fetch|Buffer|process)\b|Date\.now|new Date\(\)|Math\.random/,
      ),
    ).toEqual([]);
  });

  it("what readers choose is written in one room, and what has come of events in another", () => {
    const writing = filesWith("web", /\bsignal[(<]/);
    expect(writing.filter((file) => !/^web\/(state|events)\//.test(file))).toEqual([]);
    expect(writing.length).toBeGreaterThan(2);
  });

  it("the map page brings nothing of the workbench with it", () => {
    expect(crossing("web/", /^web\/new\//, /^web\/new\//)).toEqual([]);
  });

  it("the page names nothing of the service from the root of its host: it may be below a path", () => {
    const named = sources
      .filter((file) => file.startsWith("web/"))
      .filter((file) =>
        /(?<!\/\/.*|\* .*)["'`]\/(api|assets|embed|oembed|snapshot|offline|\?)/.test(
          readFileSync(file, "utf8").replace(/new Error\([^)]*\)/g, ""),
        ),
      );
    expect(named).toEqual([]);
  });

  it("each foreign part is used in one room", () => {
    const rooms: readonly (readonly [RegExp, RegExp])[] = [
      [/^drizzle-orm/, /^db\//],
      [/^drizzle-kit/, /^drizzle\.config\.ts$/],
      [
        /^(postgres|@electric-sql\/.*)$/,
        /^db\/(open|sessions|copy|byte-rows|embedded\/(breakdown|open-embedded|start-pglite|postgis\/part-in-use|two-roles))\.ts$/,
      ],
      [/^(hono|@hono)(\/|$)/, /^(server\/|vite\.config\.ts$)/],
      [/^maplibre-gl/, /^web\/(map\/|styles\/in-order\.ts$)/],
      [/^preact/, /^web\/((controls|frame|new|panels|search|time-bar)\/|main\.tsx$)/],
      [/^(chardet|saxen|mgrs)/, /^geodata\/import\//],
      [/^csv-stringify/, /^geodata\/formats\//],
      [/^(flatgeobuf|flatbuffers|@sqlite\.org\/)/, /^geodata\/formats\//],
      [/^negotiator$/, /^server\/http\//],
      [/^@maplibre\//, /^server\/tiles\//],
      [/^(@resvg\/|@expo-google-fonts\/)/, /^(server\/snapshot|web\/export)\//],
      [/^(pdfkit|svg-to-pdfkit|piscina)$/, /^server\/snapshot\//],
      [/^lru-cache$/, /^(server|db)\//],
      [/^(mediabunny|gifenc)$/, /^(web\/export|server\/proofs)\//],
      [/^fflate$/, /^(web\/(export|new)|server\/(snapshot|proofs)|geodata\/(formats|import))\//],
      [/^(@contentauth\/.*|@peculiar\/.*|reflect-metadata)$/, /^server\/credentials\//],
      [/^(canonicalize|@noble\/.*)$/, /^(web\/view\/proof|server\/credentials)\//],
      [/^pmtiles$/, /^server\/ground\//],
      [/^(pbf$|@mapbox\/)/, /^(web\/view|server\/ground)\//],
      [/^(uqr|lineclip|@turf\/bbox-clip)$/, /^web\/view\//],
      [/^(world-atlas.*|topojson-client)$/, /^(web\/view|geodata\/formats)\//],
      [/^zod$/, /^(geodata\/(domain|import)|server)\//],
    ];
    for (const [part, room] of rooms)
      expect(
        listed(product.filter(({ from, to }) => part.test(to) && !room.test(from))),
        String(part),
      ).toEqual([]);
  });

  it("promises are remembered in one way, which forgets those that fail", () => {
    const remembering = product
      .map(({ from }) => from)
      .filter((file) => /^(server|db|geodata)\//.test(file))
      .filter((file) => /(Map|LRUCache)<[^;=()]*\bPromise</.test(readFileSync(file, "utf8")));
    const others = [...new Set(remembering)].filter(
      (file) => !readFileSync(file, "utf8").includes("#model/remember.ts"),
    );
    expect(remembering.length).toBeGreaterThan(0);
    expect(others).toEqual([]);
  });

  it("goes in no circle, neither of files nor of what stands side by side in a folder", () => {
    const graph = new Map<string, string[]>();
    for (const { from, to } of imports) graph.set(from, [...(graph.get(from) ?? []), to]);
    expect(circlesOf(graph)).toEqual([]);
    const rooms = Object.entries(ROOMS).map(
      ([room, allowed]) => [room, allowed.filter((one) => one !== room)] as const,
    );
    expect(circlesOf(new Map(rooms))).toEqual([]);
    const circles = [...neighbours()].flatMap(([folder, side]) =>
      circlesOf(side).map((circle) => `${folder}: ${circle}`),
    );
    expect(circles).toEqual([]);
  });
});
