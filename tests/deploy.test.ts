// What the files of the deployment say, held against the program: no image can be built in a test.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SETTINGS } from "#server/config.ts";

const dockerfile = readFileSync("Dockerfile", "utf8");
const compose = readFileSync("server/deploy/compose.yaml", "utf8");
const unit = readFileSync("server/deploy/rocade.service", "utf8");
const names = Object.keys(SETTINGS);

describe("the image", () => {
  it("runs as a user without rights, with a health check, and Node as its first process", () => {
    const last = dockerfile.split(/^FROM /m).at(-1) ?? "";
    expect(last).toMatch(/\nUSER node\n/);
    expect(last.indexOf("\nUSER node\n")).toBeLessThan(last.indexOf("\nCMD "));
    expect(last).toMatch(/\nHEALTHCHECK .*\\\n {2}CMD \["node", "-e", .*\/readyz/);
    expect(last).toMatch(/\nCMD \["node", "dist\/server\/main\.js"\]\n/);
  });

  it("is built of files that are there and that it is given", () => {
    const ignored = readFileSync(".dockerignore", "utf8").split("\n");
    const given = ignored.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
    expect(ignored[0]).toBe("*");
    expect(given.filter((file) => !existsSync(file))).toEqual([]);
    const copied = [...dockerfile.matchAll(/^COPY (?:--from=build )?(.+) \S+$/gm)].flatMap(
      ([, sources = ""]) => sources.split(" "),
    );
    const made = /^\/build\/(node_modules|dist)$/;
    const missing = copied.filter((file) => {
      const own = file.replace(/^\/build\//, "");
      return (
        !made.test(file) &&
        (!existsSync(own) || !(own === "." || given.includes(own.split("/")[0] ?? "")))
      );
    });
    expect(missing).toEqual([]);
  });

  it("and the compose file and the unit give settings that there are", () => {
    const set = [
      ...(dockerfile.match(/\b[A-Z_]+(?==)/g) ?? []),
      ...(compose.match(/^ {6}([A-Z_]+)(?=:)/gm) ?? []).map((name) => name.trim()),
    ];
    const others = /^(NODE_ENV|POSTGRES_(USER|DB|PASSWORD)|SITE_HOST|TRUST_PROXY)$/;
    expect(set.filter((name) => !names.includes(name) && !others.test(name))).toEqual([]);
  });
});

describe("the compose file", () => {
  it("asks for nothing that the example of its settings does not have", () => {
    const example = readFileSync("server/deploy/compose.env.example", "utf8");
    const wanted = new Set([...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name));
    expect(wanted.size).toBeGreaterThan(0);
    for (const name of wanted) expect(example).toMatch(new RegExp(`^${name}=`, "m"));
  });

  it("opens no port but Caddy's, and starts everything again", () => {
    expect(compose.match(/ports:.*/g)).toEqual(['ports: ["80:80", "443:443", "443:443/udp"]']);
    expect(compose.match(/restart: always/g)).toHaveLength(3);
  });
});

describe("the unit", () => {
  it("starts what the build makes, always again, as a user of its own", () => {
    expect(unit).toMatch(/^ExecStart=\/usr\/bin\/node \S+\/dist\/server\/main\.js$/m);
    expect(unit).toMatch(/^Restart=always$/m);
    expect(unit).toMatch(/^DynamicUser=yes$/m);
  });

  it.skipIf(spawnSync("systemd-analyze", ["--version"]).status !== 0)(
    "is one that systemd understands",
    () => {
      const file = "server/deploy/rocade.service";
      const { stdout, stderr } = spawnSync("systemd-analyze", ["verify", file], {
        encoding: "utf8",
      });
      // Where Node is, is another matter.
      const said = `${stdout}${stderr}`
        .split("\n")
        .filter((line) => line.includes("rocade.service"));
      expect(said.filter((line) => !/is not executable/.test(line))).toEqual([]);
    },
  );
});

it("the guide for operators names settings, files and commands that there are", () => {
  const guide = readFileSync("server/OPERATING.md", "utf8");
  const named = [...guide.matchAll(/`([A-Z]+_[A-Z_]+)`/g)].map(([, name]) => name ?? "");
  expect(named.filter((name) => !names.includes(name))).toEqual([]);
  const links = [...guide.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, file]) => `server/${file}`);
  expect(links.filter((file) => !existsSync(file))).toEqual([]);
  const scripts = JSON.parse(readFileSync("package.json", "utf8")).scripts;
  const commands = [...guide.matchAll(/npm run ([a-z-]+)/g)].map(([, name]) => name ?? "");
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});
