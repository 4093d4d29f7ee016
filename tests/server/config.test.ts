import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseConfig, SETTINGS } from "#server/config.ts";

describe("the settings", () => {
  it("all have defaults", () => {
    expect(parseConfig({})).toEqual({
      ok: true,
      value: {
        host: "127.0.0.1",
        port: 3000,
        databaseUrl: undefined,
        replicaUrls: [],
        dataDirectory: ".data",
        dataPackage: "geodata/calais",
        logLevel: "info",
        mostEventsInBrowser: 2_000_000,
        publicUrl: undefined,
      },
    });
  });

  it("are refused with all their problems at once", () => {
    const parsed = parseConfig({
      PORT: "70000",
      LOG_LEVEL: "loud",
      MOST_EVENTS_IN_BROWSER: "-1",
      DATABASE_URL: "mysql://root:secret@db/x",
    });
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.problems.map(({ name }) => name)).toEqual([
      "PORT",
      "DATABASE_URL",
      "MOST_EVENTS_IN_BROWSER",
      "LOG_LEVEL",
    ]);
    expect(JSON.stringify(parsed.problems)).not.toContain("secret");
  });

  it("take replicas only of a database that they are replicas of, and repeat no secret", () => {
    const replicas = "postgres://a:secret@r1/x, postgres://r2/x";
    expect(
      parseConfig({ DATABASE_URL: "postgres://p/x", DATABASE_REPLICA_URLS: replicas }),
    ).toMatchObject({ value: { replicaUrls: ["postgres://a:secret@r1/x", "postgres://r2/x"] } });
    for (const settings of [
      { DATABASE_REPLICA_URLS: replicas },
      { DATABASE_URL: "postgres://p/x", DATABASE_REPLICA_URLS: "r1:secret" },
    ]) {
      const parsed = parseConfig(settings);
      expect(!parsed.ok && parsed.problems.map(({ name }) => name)).toEqual([
        "DATABASE_REPLICA_URLS",
      ]);
      expect(JSON.stringify(parsed)).not.toContain("secret");
    }
  });

  it("take a public address, which may have a path that is none of ours", () => {
    const urlOf = (text: string) => {
      const parsed = parseConfig({ PUBLIC_URL: text });
      return parsed.ok && parsed.value.publicUrl?.href;
    };
    expect(urlOf("https://map.example")).toBe("https://map.example/");
    expect(urlOf("https://map.example/calais")).toBe("https://map.example/calais");
    expect(urlOf("https://map.example:8443/maps/calais/")).toBe(
      "https://map.example:8443/maps/calais/",
    );
    for (const wrong of [
      "map.example",
      "ftp://map.example",
      "https://a/?b",
      "https://a/#b",
      "https://user:secret@a/",
      "https://a//b",
      "https://map.example/api",
      "https://map.example/api/calais",
      "https://map.example/embed",
      "https://map.example/snapshot.png",
    ])
      expect(parseConfig({ PUBLIC_URL: wrong }).ok, wrong).toBe(false);
  });

  it("are all in .env.example, with their defaults and what they are for", () => {
    const example = readFileSync(".env.example", "utf8");
    for (const [name, { default: value, about }] of Object.entries(SETTINGS)) {
      expect(example).toContain(`# ${about}\n${name}=${value}\n`);
    }
    const named = example.match(/^[A-Z_]+(?==)/gm);
    expect(named).toEqual(Object.keys(SETTINGS));
  });
});
