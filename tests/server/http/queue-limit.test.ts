import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import type { AppEnv } from "#server/http/app-env.ts";
import { queueLimit } from "#server/http/limits/queue-limit.ts";

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
});
