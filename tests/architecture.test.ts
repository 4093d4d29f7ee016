// Holds the shape of the house: who may import whom, no circles, small files, names that say something, and a README
// whose commands exist.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import defineConfig from "../vite.config.ts";

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(file));
const sources = files.filter((file) => /\.(ts|tsx)$/.test(file) && !file.endsWith(".d.ts"));

type Import = { readonly from: string; readonly to: string; readonly isType: boolean };

/** Every import of a file, resolved to a path of ours or left as a package's name. */
function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^;]*?from\s+"([^"]+)"|import\s+"([^"]+)"|import\("([^"]+)"\)/g;
  return [...text.matchAll(pattern)].map((match) => {
    const target = match[2] ?? match[3] ?? match[4] ?? "";
    return { from: file, to: resolve(file, target), isType: match[1] !== undefined };
  });
}

function resolve(file: string, target: string): string {
  if (target.startsWith(".")) return path.join(path.dirname(file), target);
  const [folder, ...rest] = target.split("/");
  const roots: Readonly<Record<string, string>> = {
    "#model": "geodata/model",
    "#formats": "geodata/formats",
    "#import": "geodata/import",
    "#db": "db",
    "#server": "server",
    "#web": "web",
    "#tests": "tests",
  };
  const root = roots[folder ?? ""];
  return root ? path.join(root, ...rest) : target;
}

const imports = sources.flatMap(importsOf);
const product = imports.filter(({ from }) => !from.startsWith("tests/"));
const listed = (found: readonly Import[]) => found.map(({ from, to }) => `${from} → ${to}`);

/** Imports from one folder to another that are not allowed. */
const crossing = (from: string, to: RegExp, allowed = /^$/) =>
  listed(
    product.filter(
      (entry) => entry.from.startsWith(from) && to.test(entry.to) && !allowed.test(entry.from),
    ),
  );

describe("who may import whom", () => {
  it("finds the imports that it judges", () => expect(product.length).toBeGreaterThan(200));

  it("the model imports nothing of ours, no Node, and geometry only in one file", () => {
    expect(crossing("geodata/model/", /^(db|server|web|tests|geodata\/import)\/|^node:/)).toEqual(
      [],
    );
    expect(crossing("geodata/model/", /^(@turf|geographiclib)/, /geometry\.ts$/)).toEqual([]);
  });

  it("the writers of files know the model, and no database, page or screen", () => {
    expect(crossing("geodata/formats/", /^(db|server|web|tests|geodata\/import)\/|^node:/)).toEqual(
      [],
    );
  });

  it("the database knows only the model", () => {
    expect(crossing("db/", /^(server|web|tests|geodata\/import)\//)).toEqual([]);
  });

  it("the import knows the model and the database", () => {
    expect(crossing("geodata/import/", /^(server|web|tests)\//)).toEqual([]);
  });

  it("the server does not know the page, except for pictures", () => {
    expect(crossing("server/", /^(web|tests)\//, /^server\/snapshot\//)).toEqual([]);
  });

  it("the page knows the model, and of the server only types", () => {
    expect(crossing("web/", /^(db|tests|geodata\/import)\//)).toEqual([]);
    const values = product.filter(
      ({ from, to, isType }) => from.startsWith("web/") && to.startsWith("server/") && !isType,
    );
    expect(listed(values)).toEqual([]);
  });

  it("in the page, map and panels do not know each other, and the state knows neither", () => {
    expect(crossing("web/ui/", /^web\/map\//)).toEqual([]);
    expect(crossing("web/map/", /^web\/ui\//)).toEqual([]);
    expect(crossing("web/state/", /^web\/(ui|map)\//)).toEqual([]);
  });

  it("the figure is pure: it knows model, state and words, and no screen, clock or network", () => {
    expect(
      crossing("web/figure/", /^(web\/(ui|map|export)|server|db|tests)\/|^(node:|preact|maplibre)/),
    ).toEqual([]);
    const figure = sources.filter((file) => file.startsWith("web/figure/"));
    expect(figure.length).toBeGreaterThan(10);
    const impure = figure.filter((file) =>
      /\b(document|window|fetch|Date\.now|new Date\(\)|Math\.random)\b/.test(
        readFileSync(file, "utf8").replace(/\/\/.*|\/\*[\s\S]*?\*\//g, ""),
      ),
    );
    expect(impure).toEqual([]);
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
        /^db\/(open|sessions|copy|byte-rows|embedded\/(open-embedded|two-roles))\.ts$/,
      ],
      [/^(hono|@hono)(\/|$)/, /^(server\/|vite\.config\.ts$)/],
      [/^maplibre-gl/, /^web\/(map\/|main\.tsx$)/],
      [/^preact/, /^web\/(ui\/|main\.tsx$)/],
      [/^(csv-parse|chardet)/, /^geodata\/import\//],
      [/^csv-stringify/, /^geodata\/formats\//],
      [/^(flatgeobuf|flatbuffers|@sqlite\.org\/)/, /^geodata\/formats\//],
      [/^negotiator$/, /^server\/http\//],
      [/^@maplibre\//, /^server\/tiles\//],
      [/^(@resvg\/|@expo-google-fonts\/)/, /^(server\/snapshot|web\/export)\//],
      [/^(pdfkit|svg-to-pdfkit|piscina)$/, /^server\/snapshot\//],
      [/^lru-cache$/, /^server\//],
      [/^(mediabunny|gifenc)$/, /^web\/export\//],
      [/^fflate$/, /^(web\/export|server\/snapshot|geodata\/formats)\//],
      [/^(uqr|lineclip|@turf\/bbox-clip)$/, /^web\/figure\//],
      [/^(world-atlas.*|topojson-client)$/, /^(web\/figure|geodata\/formats)\//],
      [/^zod$/, /^(geodata\/import|server)\//],
    ];
    for (const [part, room] of rooms)
      expect(
        listed(product.filter(({ from, to }) => part.test(to) && !room.test(from))),
        String(part),
      ).toEqual([]);
  });

  it("what writes files in the page knows figure and state, and no panel", () => {
    expect(crossing("web/export/", /^web\/(ui|map)\//)).toEqual([]);
    expect(crossing("web/state/", /^web\/export\//)).toEqual([]);
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

  it("goes in no circle", () => {
    const graph = new Map<string, string[]>();
    for (const { from, to } of imports) graph.set(from, [...(graph.get(from) ?? []), to]);
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, trail: readonly string[]) => {
      if (trail.includes(file))
        circles.push([...trail.slice(trail.indexOf(file)), file].join(" → "));
      if (trail.includes(file) || done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });
});

describe("files", () => {
  const code = files.filter((file) => /\.(ts|tsx|css|html)$/.test(file));

  it("are at most 350 lines long", () => {
    const long = code.filter((file) => readFileSync(file, "utf8").split("\n").length > 351);
    expect(long).toEqual([]);
  });

  it("are named for what they hold, in kebab-case", () => {
    const vague = files.filter((file) =>
      /(^|\/)(utils?|helpers?|common|misc|shared|manager|service)(\.|\/)/i.test(file),
    );
    expect(vague).toEqual([]);
    const names = sources
      .map((file) => path.basename(file))
      .filter((name) => !/^[a-z0-9]+([-.][a-z0-9]+)*\.tsx?$/.test(name));
    expect(names).toEqual([]);
  });

  it("at the top are those that the house has", () => {
    const folders = new Set(
      files.filter((file) => file.includes("/")).map((file) => file.split("/")[0]),
    );
    expect([...folders].sort()).toEqual([".ci", "db", "geodata", "server", "tests", "web"]);
  });

  it("name no path of one machine, and the lock file no address", () => {
    const texts = files.filter(
      (file) =>
        /\.(ts|tsx|md|json|css|html|sql)$/.test(file) && file !== "tests/architecture.test.ts",
    );
    const found = texts.filter((file) =>
      /\/(home|root|work)\/[a-z]/.test(readFileSync(file, "utf8")),
    );
    expect(found).toEqual([]);
    expect(readFileSync("package-lock.json", "utf8")).not.toContain('"resolved"');
  });

  it("read the environment and write to the console only at the doors", () => {
    const doors =
      /^(server\/(main|dev|backup\/open-for-copy)|geodata\/import\/main|vite\.config|tests\/.*)\.tsx?$/;
    const reading = sources.filter(
      (file) => !doors.test(file) && /process\.env|console\./.test(readFileSync(file, "utf8")),
    );
    expect(reading).toEqual([]);
  });
});

describe("the test projects", () => {
  it("run one after the other, whatever the number of processors", async () => {
    // A group of projects may not mix numbers of workers, and that of a project depends on the machine.
    const config = defineConfig({ command: "serve", mode: "test" }) as {
      test: { projects: { test: { name: string; sequence: { groupOrder: number } } }[] };
    };
    const orders = config.test.projects.map(({ test }) => test.sequence.groupOrder);
    expect(new Set(orders).size).toBe(orders.length);
  });
});

describe("the README", () => {
  const readme = readFileSync("README.md", "utf8");
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
    scripts: Record<string, string>;
    dependencies: Record<string, string>;
  };

  it("is under 150 lines", () => expect(readme.split("\n").length).toBeLessThan(150));

  it("names only commands that exist", () => {
    const named = [...readme.matchAll(/npm (?:run )?([a-z:]+)/g)].map((match) => match[1] ?? "");
    const builtIn = ["ci", "install"];
    expect(named.filter((name) => !builtIn.includes(name) && !manifest.scripts[name])).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(["ci", "start", "test", "dev", "import"]));
  });

  it("shows pictures and leads to files that are there", () => {
    const targets = [...readme.matchAll(/\]\((?!http)([^)#]+)\)/g)].map((match) => match[1] ?? "");
    expect(targets.length).toBeGreaterThan(2);
    expect(targets.filter((target) => !existsSync(target))).toEqual([]);
  });

  it("ships no package that the product does not use", () => {
    const used = new Set(imports.map(({ to }) => to));
    const css = readFileSync("web/main.tsx", "utf8");
    // Typefaces are loaded by their names when a picture needs them.
    const families: { package: string | null }[] = JSON.parse(
      readFileSync("web/view/figure/scripts/script-families.json", "utf8"),
    );
    const fonts = families.map((family) => `@fontsource-variable/${family.package}`);
    const unused = Object.keys(manifest.dependencies).filter(
      (name) =>
        ![...used].some((target) => target === name || target.startsWith(`${name}/`)) &&
        !css.includes(name) &&
        !fonts.includes(name),
    );
    expect(unused).toEqual([]);
  });
});
