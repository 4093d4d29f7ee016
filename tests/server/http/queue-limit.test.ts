import type { AddressInfo } from "node:net";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import type { AppEnv } from "#server/http/app-env.ts";
import { isLarge, queueLimit } from "#server/http/limits/queue-limit.ts";
import { createLimitedServer } from "#server/listen.ts";

const LIMITS = { connections: 100, connectionsPerClient: 0, limitsLoopback: true };

describe("requests beyond what can be answered at a time", () => {
  it("are told to come back, until one that is being answered is over", async () => {
    const waiting: (() => void)[] = [];
    const app = new Hono<AppEnv>().use(queueLimit(2)).get("/", async (context) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return context.text("done");
    });
    const running = [app.request("/"), app.request("/")];
    const refused = await app.request("/");
    expect(refused.status).toBe(503);
    expect(refused.headers.get("Retry-After")).toBe("2");
    expect((await refused.json()).detail).toContain("2 requests");
    for (const end of waiting.splice(0)) end();
    expect((await Promise.all(running)).map(({ status }) => status)).toEqual([200, 200]);
    const later = app.request("/");
    for (const end of waiting.splice(0)) end();
    expect((await later).status).toBe(200);
  });

  it("are not those that are being sent from the disk, however slowly they are read", async () => {
    const app = new Hono<AppEnv>().use(queueLimit(1)).get("/", (context) => {
      context.set("isOnDisk", true);
      return context.body(new ReadableStream());
    });
    const server = createLimitedServer(app.fetch, LIMITS);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    try {
      for (let turn = 0; turn < 3; turn += 1)
        expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it("of those that are large are fewer", async () => {
    const waiting: (() => void)[] = [];
    const app = new Hono<AppEnv>().use(queueLimit(1, isLarge)).get("/", async (context) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return context.text("done");
    });
    const running = ["/?limit=5000", "/?limit=10", "/"].map((address) => app.request(address));
    expect((await app.request("/?limit=1001")).status).toBe(503);
    for (const end of waiting.splice(0)) end();
    expect((await Promise.all(running)).map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});
