// Holds what every file has to keep to: small, named for what it holds, clean of this machine; and a README whose commands
// exist.
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import defineConfig from "../vite.config.ts";
import { files, imports, sources } from "./support/sources.ts";

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

  it("have no style that asks the root of the page what is in it, for which each mark drawn restyles all", () => {
    const asking = files
      .filter((file) => file.endsWith(".css"))
      .filter((file) => /\.app[^\s,{]*:has\(|:root[^\s,{]*:has\(/.test(readFileSync(file, "utf8")));
    expect(asking).toEqual([]);
  });

  it("name no path of one machine, and the lock file no address", () => {
    const texts = files.filter(
      (file) =>
        /\.(ts|tsx|md|json|css|html|sql)$/.test(file) && file !== "tests/house-rules.test.ts",
    );
    const found = texts.filter((file) =>
      /\/(home|root|work)\/[a-z]/.test(readFileSync(file, "utf8")),
    );
    expect(found).toEqual([]);
    expect(readFileSync("package-lock.json", "utf8")).not.toContain('"resolved"');
  });

  it("read the environment and write to the console only at the doors", () => {
    const doors =
      /^(server\/(main|dev|backup\/chosen-database)|geodata\/import\/main|vite\.config|tests\/.*)\.tsx?$/;
    const reading = sources.filter(
      (file) => !doors.test(file) && /process\.env|console\./.test(readFileSync(file, "utf8")),
    );
    expect(reading).toEqual([]);
  });
});

describe("tests", () => {
  it("never wait in the browser for a promise, which is there before what it will give", () => {
    const waiting = files.filter(
      (file) =>
        /^tests\/.*\.(ts|mjs)$/.test(file) &&
        /waitForFunction\(\s*async/.test(readFileSync(file, "utf8")),
    );
    expect(waiting).toEqual([]);
  });
});

describe("the test projects", () => {
  it("run one after the other, whatever the number of processors", async () => {
    // A group of projects may not mix numbers of workers, and that of a project depends on the machine.
    const config = (await defineConfig({ command: "serve", mode: "test" })) as {
      test: { projects: { test: { name: string; sequence: { groupOrder: number } } }[] };
    };
    const orders = config.test.projects.map(({ test }) => test.sequence.groupOrder);
    expect(new Set(orders).size).toBe(orders.length);
  });

  it("have one folder for what they write for a while, with room for the address of a browser's socket", () => {
    expect(tmpdir().split("rocade-tests-")).toHaveLength(2);
    const ofBrowser = path.join(
      path.basename(tmpdir()),
      "org.chromium.Chromium.XXXXXX",
      "SingletonSocket",
    );
    expect(path.join(tmpdir(), ofBrowser).length).toBeLessThan(108);
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

  it("asks for the version that is shipped", () => {
    const { version } = JSON.parse(readFileSync("geodata/calais/datapackage.json", "utf8"));
    const asked = [...readme.matchAll(/\/v\/(\d[\d.]*)\//g)].map((match) => match[1]);
    expect(asked).toEqual([version]);
  });

  it("shows pictures and leads to files that are there", () => {
    const targets = [...readme.matchAll(/\]\((?!http)([^)#]+)\)/g)].map((match) => match[1] ?? "");
    expect(targets.length).toBeGreaterThan(2);
    expect(targets.filter((target) => !existsSync(target))).toEqual([]);
  });

  it("ships no package that the product does not use", () => {
    const used = new Set(imports.map(({ to }) => to));
    const css = ["in-order.ts", "fonts.css"]
      .map((file) => readFileSync(`web/styles/${file}`, "utf8"))
      .join("");
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
