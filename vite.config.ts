import { execFileSync } from "node:child_process";
import path from "node:path";
import devServer from "@hono/vite-dev-server";
import preact from "@preact/preset-vite";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { filesAtStart, MAP_CHUNK, startSize } from "./server/build/start-files.ts";
import { useRunFolder } from "./tests/support/run-folder.ts";

if (process.env.VITEST) useRunFolder();

/** Everything that the API answers; the rest is the page's, and Vite's. */
const API_PATHS =
  /^(\/d\/[^/]+)?\/(api|healthz|readyz|datasets|verify|oembed|feed\.xml|snapshot\.(svg|png|pdf|zip|fonts)|kit\.zip)(\/|\?|$)/;

/**
 * Database tests run in two workers. Each has a database of its own, which all its files share, and modules with them. The
 * first test waits until it is made, which is slow beside others at work.
 */
const databaseEach = {
  isolate: false,
  maxWorkers: 2,
  testTimeout: 180_000,
  hookTimeout: 180_000,
};

/** What is drawn from a dataset is the same whatever database it came from; the golden figures show that it is. */
const SLOW_OF_ANY_DATABASE = ["tests/server/snapshot/{figure,picture-shapes}.test.ts"];
/** Of one database in CI, which has both: the quicker one. Elsewhere PostgreSQL may be missing. */
const OF_ANY_DATABASE = [
  "tests/server/{ground,snapshot,verify}/*.test.ts",
  // What is read and refused: `both-databases.test.ts` holds the bytes of both to be the same.
  "tests/server/{conformance,ogc,package,refusals}/*.test.ts",
  "tests/server/api/{analysis,document,empty,event,many,published,sums,versions}*.test.ts",
  "tests/server/http/{caching,http,kept-language,queue-limit,sockets}*.test.ts",
  "tests/server/dev.test.ts",
  // What is protected is in the package of that test, too.
  "tests/server/disclosure/attack{,-beside}.test.ts",
];

/** Clients ask one running product over HTTP, two files of them at a time; some are slow to start. */
const oneProduct = { maxWorkers: 2, testTimeout: 120_000, hookTimeout: 180_000 };

/**
 * Faults are made to the built product, which is waited for much of the time; the long form takes hours, a file at a time, so
 * that what is measured is its own.
 */
const isLong = process.env.FAULTS === "long";
const oneFaultEach = {
  maxWorkers: isLong ? 1 : 4,
  // Modules are shared by the files of a worker.
  isolate: isLong,
  testTimeout: isLong ? 6 * 3_600_000 : 600_000,
  hookTimeout: 600_000,
};

/** Packages of many small files, which take longer to find than to read: each program starts in half the time without them. */
const MANY_FILES = [
  /^(jsts|drizzle-orm|hono|@hono\/node-server|@opentelemetry\/api|zod)(\/|$)/,
  /^(chardet|flatgeobuf|prom-client|rate-limiter-flexible)(\/|$)/,
];
/** Packages whose module is for those who bundle it: what Node finds of them has no names. */
const FOR_BUNDLERS = [/^mgrs$/];

/** Makes, beside the programs, what the embedded database starts with. */
const embeddedDatabase = {
  name: "embedded-database",
  apply: "build",
  closeBundle: {
    sequential: true,
    handler: () => {
      const program = path.join(import.meta.dirname, "dist", "server", "prepare-embedded.js");
      execFileSync(process.execPath, [program], { stdio: ["ignore", "ignore", "inherit"] });
    },
  },
} satisfies Plugin;

/** Of the build: how long its parts took is nothing that whoever starts the product can act on. */
const QUIET = { bundlerTimings: false, pluginTimings: false };

const server = {
  plugins: [embeddedDatabase],
  ssr: { noExternal: [...MANY_FILES, ...FOR_BUNDLERS] },
  build: {
    outDir: "dist/server",
    emptyOutDir: true,
    target: "node20",
    rolldownOptions: {
      checks: QUIET,
      input: {
        main: "server/main.ts",
        import: "geodata/import/main.ts",
        backup: "server/backup/backup-main.ts",
        restore: "server/backup/restore-main.ts",
        ground: "server/ground/ground-main.ts",
        verify: "server/verify/verify-main.ts",
        "prepare-embedded": "db/embedded/prepare-main.ts",
        "check-links": "geodata/import/links/check-links-main.ts",
        "picture-worker": "server/snapshot/picture-worker.ts",
        "import-worker": "server/imports/import-worker.ts",
      },
    },
  },
};

/** HarfBuzz asks for this module of Node only where it runs in Node. */
const withoutNode = {
  name: "without-node",
  enforce: "pre",
  resolveId: (id, importer) =>
    id === "module" && importer?.includes("harfbuzzjs") ? "\0no-module" : null,
  load: (id) => (id === "\0no-module" ? "export const createRequire = undefined;" : null),
} satisfies Plugin;

/** In full: the development server looks for it from `web`, the build from here. */
const pageFile = (name: string) => path.join(import.meta.dirname, "web", name);

const page = {
  root: "web",
  // What `npm run dev` serves of the server.
  ssr: { noExternal: FOR_BUNDLERS },
  // Files find each other wherever they are served: the service may be below a path.
  base: "./",
  plugins: [
    withoutNode,
    preact(),
    startSize,
    devServer({
      entry: "/../server/dev.ts",
      // `web/api` are modules of the page, though the service has an address of that name.
      exclude: [new RegExp(`^(?!${API_PATHS.source.slice(1)})`), /^[^?]*\.tsx?(\?|$)/],
    }),
  ],
  // Modules: they load what they need when they need it, as the shaper of other scripts, whose module waits for itself.
  worker: { format: "es" as const, plugins: () => [withoutNode] },
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2022",
    // Browsers that do not know what to preload read it a little later.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1300,
    rolldownOptions: {
      checks: QUIET,
      input: { index: pageFile("index.html"), new: pageFile("new.html") },
      output: {
        codeSplitting: {
          groups: [
            { name: MAP_CHUNK, test: /node_modules\/maplibre-gl/, priority: 1 },
            { name: filesAtStart(pageFile("main.tsx"), pageFile("new/main.tsx")) },
          ],
        },
      },
    },
  },
};

const tests = {
  test: {
    // One project after the other: they have different numbers of workers, which a group may not mix.
    reporters: ["default", "./tests/support/count-reporter.ts"],
    // What one project has made of a module the next takes over, where all run from a clean clone.
    experimental: { fsModuleCache: Boolean(process.env.CI) },
    projects: [
      {
        test: {
          name: "pure",
          sequence: { groupOrder: 0 },
          include: ["tests/{geodata,web}/**/*.test.ts", "tests/*.test.ts"],
          // Modules are shared by the files of a worker: to load them for each took more than half of the time.
          isolate: false,
          // Properties are tried a thousand times, also where the machine does much else.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "embedded",
          sequence: { groupOrder: 1 },
          include: ["tests/{db,server}/**/*.test.ts"],
          exclude: [
            // Those that compare with, or ask, a real PostgreSQL.
            "tests/server/tiles/tiles-both-ways.test.ts",
            "tests/db/both-databases.test.ts",
            "tests/db/where-and-when.test.ts",
            "tests/db/replicas.test.ts",
            "tests/db/silent-replicas.test.ts",
            "tests/db/sessions.test.ts",
            "tests/db/lost-answers.test.ts",
            "tests/db/reading-role-by-hand.test.ts",
            ...(process.env.CI ? OF_ANY_DATABASE : []),
          ],
          env: { ROCADE_TEST_DATABASE: "embedded" },
          ...databaseEach,
        },
      },
      {
        test: {
          name: "postgres",
          sequence: { groupOrder: 2 },
          include: ["tests/{db,server}/**/*.test.ts"],
          exclude: ["tests/db/embedded/*.test.ts", ...(process.env.CI ? [] : SLOW_OF_ANY_DATABASE)],
          env: { ROCADE_TEST_DATABASE: "postgres" },
          globalSetup: "tests/support/databases/postgres.setup.ts",
          ...databaseEach,
        },
      },
      {
        test: {
          name: "clients",
          sequence: { groupOrder: 3 },
          include: ["tests/clients/*.test.ts"],
          env: { ROCADE_TEST_DATABASE: "embedded" },
          globalSetup: [
            "tests/support/product/product.setup.ts",
            "tests/support/programs/clients.setup.ts",
          ],
          ...oneProduct,
        },
      },
      {
        test: {
          name: "faults",
          sequence: { groupOrder: 5 },
          include: ["tests/faults/**/*.test.ts"],
          // Ten minutes of readers, and first starts under strace: they have no short form.
          exclude: isLong ? [] : ["tests/faults/long/*.test.ts"],
          globalSetup: "tests/faults/rig/faults.setup.ts",
          ...oneFaultEach,
        },
      },
      {
        test: {
          name: "lab",
          sequence: { groupOrder: 6 },
          // In CI the light ones were heard before, of the embedded database.
          include: [process.env.CI ? "tests/clients/lab/*.test.ts" : "tests/clients/**/*.test.ts"],
          env: { ROCADE_TEST_DATABASE: "postgres" },
          globalSetup: [
            "tests/support/product/product.setup.ts",
            "tests/support/programs/clients.setup.ts",
          ],
          ...oneProduct,
        },
      },
      {
        test: {
          name: "browser",
          sequence: { groupOrder: 4 },
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: [
            "tests/support/product/product.setup.ts",
            "tests/support/browser/browser.setup.ts",
          ],
          // A browser may be late for reasons of the machine: a second attempt is made, and told of by name.
          retry: process.env.CI ? 1 : 0,
          // Two processors draw the maps; while a browser waits for its page, a third works.
          isolate: false,
          maxWorkers: 3,
          testTimeout: 120_000,
          hookTimeout: 320_000,
          // The map is drawn by processors that do much else.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
};

/** The page: `vite build`. The server and the commands: `vite build --ssr`. The tests: `vitest`. */
export default defineConfig(async ({ isSsrBuild }) => {
  if (!process.env.VITEST) return isSsrBuild ? server : page;
  // Of Vitest, which no build needs.
  const { LongestFirst } = await import("./tests/support/longest-first.ts");
  return { test: { ...tests.test, sequence: { sequencer: LongestFirst } } };
});
