// What an operator sees of requests, in the log, the metrics and traces: enough to run the service, and nothing that a
// reader asked.
import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { serve } from "@hono/node-server";
import { type Span, type Tracer, type TracerProvider, trace } from "@opentelemetry/api";
import { describe, expect, it } from "vitest";
import { problemsOfDatabase } from "#tests/support/databases/broken-database.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { CALAIS_VERSION } from "#tests/support/packages/calais-facts.ts";
import { testApp } from "#tests/support/product/app.ts";

const SECRETS = ["zebra", "10.66.77.88", "hunter2"];
const ASKED = {
  headers: {
    Authorization: "Bearer hunter2",
    Cookie: "session=hunter2",
    "X-Forwarded-For": "10.66.77.88",
    Forwarded: "for=10.66.77.88",
    "User-Agent": "zebra",
  },
};

const requestsIn = (lines: readonly string[]) =>
  lines.map((line) => JSON.parse(line)).filter(({ message }) => message === "request");

describe("the log", () => {
  dbTest("has one line a request, with the pattern of its route", async () => {
    const { app, lines } = await testApp();
    const response = await app.request("/api/collections/events/items?q=zebra&limit=1", ASKED);
    expect(requestsIn(lines)).toEqual([
      {
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        level: "info",
        message: "request",
        requestId: response.headers.get("X-Request-Id"),
        method: "GET",
        route: "/api/collections/:id/items",
        status: 200,
        ms: expect.any(Number),
        dataset: "calais-2013-2016",
        version: CALAIS_VERSION,
      },
    ]);
  });

  dbTest("repeats no question, no address, no credential, whatever was asked", async () => {
    const { app, lines } = await testApp();
    for (const path of [
      "/zebra",
      "/zebra?zebra=zebra",
      "/api/zebra",
      "/api/collections/zebra",
      "/api/collections/events/items?q=zebra",
      "/api/collections/events/items?zebra=1",
      "/api/collections/events/items?filter=title_en='zebra'",
      "/api/collections/events/items/zebra",
      "/api/download/zebra.csv?q=zebra",
      "/snapshot.svg?title=zebra",
      "/oembed?url=http://zebra/",
      "/healthz?zebra",
    ])
      await app.request(path, ASKED);
    expect(requestsIn(lines)).toHaveLength(12);
    for (const secret of SECRETS) expect(lines.join("\n")).not.toContain(secret);
  });

  it("tells of an error the kind, the code and the place, and not the values in its message", async () => {
    const message = 'invalid input syntax for type date: "zebra"';
    const { app, lines } = await testApp({
      db: problemsOfDatabase({ code: "22007", message }),
    });
    const response = await app.request("/api/collections/events/items?q=zebra", ASKED);
    expect(response.status).toBe(500);
    const error = lines.map((line) => JSON.parse(line)).find(({ level }) => level === "error");
    expect(error).toMatchObject({
      message: "unexpected error",
      requestId: response.headers.get("X-Request-Id"),
      error: "Error",
      at: expect.stringContaining("broken-database.ts"),
    });
    expect(error.cause).toContain("22007");
    for (const secret of SECRETS) expect(lines.join("\n")).not.toContain(secret);
  });

  dbTest("has the bytes of each answer as they left, and says when one broke off", async () => {
    const { app, lines } = await testApp();
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 });
    try {
      if (!server.listening) await once(server, "listening");
      const { port } = server.address() as AddressInfo;
      const ask = async (path: string, isWaitedFor: boolean) => {
        const socket = connect(port, "127.0.0.1");
        let got = 0;
        socket.on("error", () => {});
        socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
        socket.on("data", (chunk: Buffer) => {
          got += chunk.length;
        });
        if (!isWaitedFor) server.once("request", () => socket.destroy());
        await once(socket, "close");
        return got;
      };
      const got = [
        await ask("/api/collections/events/items?limit=100", true),
        await ask("/healthz", true),
      ];
      await ask("/api/download/events.csv", false);
      await expect.poll(() => requestsIn(lines).length).toBe(3);
      const [items, health, download] = requestsIn(lines);
      expect([items.bytes, health.bytes]).toEqual(got);
      expect(items.brokenOff).toBeUndefined();
      expect(download).toMatchObject({ route: "/api/download/:file", brokenOff: true });
    } finally {
      server.close();
    }
  });
});

describe("the metrics", () => {
  const token = "a-token-for-the-tests";

  dbTest("are for those who have the token", async () => {
    const { app } = await testApp({ metricsToken: token });
    expect((await app.request("/metrics")).status).toBe(401);
    expect(
      (await app.request("/metrics", { headers: { Authorization: `Bearer ${token}x` } })).status,
    ).toBe(401);
    const { app: without } = await testApp();
    expect((await without.request("/metrics")).status).toBe(404);
  });

  dbTest(
    "count requests by route, method and status, and say which version is served",
    async () => {
      const { app } = await testApp({ metricsToken: token });
      for (const id of ["zebra", "events", "camps"])
        await app.request(`/api/collections/${id}/items?limit=1`, ASKED);
      const response = await app.request("/metrics", {
        headers: { Authorization: `Bearer ${token}` },
      });
      expect(response.headers.get("Content-Type")).toMatch(/^text\/plain; version=0\.0\.4/);
      const text = await response.text();
      const route = 'dataset="calais-2013-2016",method="GET",route="/api/collections/:id/items"';
      expect(text).toContain(`http_request_duration_seconds_count{${route},status="200"} 2`);
      expect(text).toContain(`http_request_duration_seconds_count{${route},status="404"} 1`);
      expect(text).toContain("http_requests_in_flight 1\n");
      expect(text).toContain(
        `rocade_ready{dataset="calais-2013-2016",version="${CALAIS_VERSION}"} 1`,
      );
      expect(text).toMatch(/\nprocess_resident_memory_bytes \d+/);
      for (const secret of [...SECRETS, token]) expect(text).not.toContain(secret);
    },
  );
});

describe("a tracer that is loaded beside the service", () => {
  dbTest("hears of each request what the log has of it", async () => {
    const ended: { name: string; attributes: Record<string, unknown> }[] = [];
    const startSpan = (first: string, options?: { attributes?: object }) => {
      const told = { name: first, attributes: { ...options?.attributes } as object };
      const span = {
        updateName: (name: string) => Object.assign(told, { name }),
        setAttributes: (more: object) => Object.assign(told.attributes, more),
        setStatus: () => span,
        spanContext: () => ({ traceId: "0".repeat(32), spanId: "0".repeat(16), traceFlags: 0 }),
        end: () => ended.push(told as (typeof ended)[number]),
      };
      return span as unknown as Span;
    };
    const tracer = { startSpan } as unknown as Tracer;
    trace.setGlobalTracerProvider({ getTracer: () => tracer } as TracerProvider);
    try {
      const { app } = await testApp();
      await app.request("/api/collections/camps/items?q=zebra", ASKED);
    } finally {
      trace.disable();
    }
    expect(ended).toEqual([
      {
        name: "GET /api/collections/:id/items",
        attributes: {
          "http.request.method": "GET",
          "http.route": "/api/collections/:id/items",
          "http.response.status_code": 200,
          "rocade.dataset": "calais-2013-2016",
          "rocade.request.id": expect.any(String),
          "rocade.version": CALAIS_VERSION,
        },
      },
    ]);
  });
});
