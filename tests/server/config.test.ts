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
        credentialsDirectory: ".data/credentials",
        dataPackage: "geodata/calais",
        defaultDataset: undefined,
        logLevel: "info",
        metricsAt: undefined,
        metricsToken: undefined,
        maxEventsInBrowser: 2_000_000,
        imports: undefined,
        limits: {
          connections: 1000,
          connectionsPerClient: 100,
          pointsPerMinute: 1200,
          trustedProxies: 0,
          limitsLoopback: false,
        },
        pictures: { threads: 2, queue: 100 },
        publicUrl: undefined,
      },
    });
  });

  it("are refused with all their problems at once", () => {
    const parsed = parseConfig({
      PORT: "70000",
      LOG_LEVEL: "loud",
      MAX_EVENTS_IN_BROWSER: "-1",
      DATABASE_URL: "mysql://root:secret@db/x",
    });
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.problems.map(({ name }) => name)).toEqual([
      "PORT",
      "DATABASE_URL",
      "MAX_EVENTS_IN_BROWSER",
      "LOG_LEVEL",
    ]);
    expect(JSON.stringify(parsed.problems)).not.toContain("secret");
  });

  it("limit clients, and leave connections to the proxy where there is one", () => {
    expect(
      parseConfig({ TRUST_PROXY: "1", POINTS_PER_MINUTE: "0", LIMIT_LOOPBACK: "true" }),
    ).toMatchObject({
      value: {
        limits: {
          connectionsPerClient: 0,
          pointsPerMinute: 0,
          trustedProxies: 1,
          limitsLoopback: true,
        },
      },
    });
    const parsed = parseConfig({
      TRUST_PROXY: "yes",
      LIMIT_LOOPBACK: "maybe",
      PICTURE_THREADS: "0",
      PICTURE_QUEUE: "1e9",
      MAX_CONNECTIONS: "-1",
    });
    expect(!parsed.ok && new Set(parsed.problems.map(({ name }) => name))).toEqual(
      new Set([
        "TRUST_PROXY",
        "LIMIT_LOOPBACK",
        "PICTURE_THREADS",
        "PICTURE_QUEUE",
        "MAX_CONNECTIONS",
      ]),
    );
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

  it.each([
    "postgres://u:PASSWORD@:::bad/",
    "postgres://u:PASS%zzWORD@host/name",
    "postgres://u:PASSWORD@host:99999/name",
    "postgres://u:PASS#WORD@host/name",
    "mysql://u:PASSWORD@host/name",
  ])("refuses %s without repeating what is in it", (url) => {
    for (const name of ["DATABASE_URL", "DATABASE_REPLICA_URLS"]) {
      const refused = parseConfig({ DATABASE_URL: "postgres://p/x", [name]: url });
      expect(refused).toMatchObject({ ok: false, problems: [{ name }] });
      expect(JSON.stringify(refused)).not.toMatch(/PASS|WORD/);
    }
  });

  it("takes several hosts of one database, as the driver does", () => {
    const url = "postgres://u:p%40ss@one:5432,two:5433/name?sslmode=require";
    expect(parseConfig({ DATABASE_URL: url })).toMatchObject({ value: { databaseUrl: url } });
  });

  it("open the metrics on another port than the map's, or to a token that is long enough", () => {
    const read = (settings: Record<string, string>) => {
      const parsed = parseConfig(settings);
      return parsed.ok ? parsed.value : parsed.problems.map(({ name }) => name);
    };
    expect(read({ METRICS_PORT: "9464" })).toMatchObject({
      metricsAt: { host: "127.0.0.1", port: 9464 },
    });
    expect(read({ METRICS_PORT: "0", PORT: "0", METRICS_HOST: "::" })).toMatchObject({
      metricsAt: { host: "::", port: 0 },
    });
    expect(read({ METRICS_PORT: "3000" })).toEqual(["METRICS_PORT"]);
    expect(read({ METRICS_PORT: "70000" })).toEqual(["METRICS_PORT"]);
    expect(read({ METRICS_TOKEN: "0123456789abcdef" })).toMatchObject({
      metricsToken: "0123456789abcdef",
    });
    expect(read({ METRICS_TOKEN: "short", PORT: "x" })).toEqual(["PORT", "METRICS_TOKEN"]);
    expect(JSON.stringify(parseConfig({ METRICS_TOKEN: "my secret" }))).not.toContain("secret");
    const IMPORT_TOKEN = "0123456789abcdef";
    expect(read({ IMPORT_TOKEN })).toMatchObject({
      imports: { token: IMPORT_TOKEN, megabytes: 64 },
    });
    expect(read({ IMPORT_TOKEN, METRICS_TOKEN: IMPORT_TOKEN })).toEqual(["IMPORT_TOKEN"]);
    expect(read({ IMPORT_TOKEN: "short", IMPORT_MEGABYTES: "0" })).toEqual([
      "IMPORT_TOKEN",
      "IMPORT_MEGABYTES",
    ]);
  });

  it.each([
    ["PUBLIC_URL", "https://user:s3cr3t@map.example"],
    ["PUBLIC_URL", "https://user:s3cr3t@ss@map.example/x"],
    ["PUBLIC_URL", "user:s3cr3t with a space@map.example"],
    ["PUBLIC_URL", "https://map.example/?token=s3cr3t"],
    ["PORT", "postgres://user:s3cr3t@host/name"],
    ["LOG_LEVEL", "postgres://user:s3cr3t@host/name"],
  ])("repeat no secret of %s=%s, and what else was given", (name, value) => {
    const parsed = parseConfig({ [name]: value });
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ name, got: expect.stringMatching(/map\.example|host/) }],
    });
    expect(JSON.stringify(parsed)).not.toMatch(/s3cr3t|ss@|space/);
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
