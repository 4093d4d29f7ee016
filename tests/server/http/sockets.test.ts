// What the service lets others do with its sockets: real ones, with requests that no library sends.
import { request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import type { SocketLimits } from "#server/limits.ts";
import { createLimitedServer, SOCKET_TIMES } from "#server/listen.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { testApp } from "#tests/support/product/app.ts";
import { sendRaw } from "#tests/support/product/raw-socket.ts";

const servers: Server[] = [];
const NO_LIMITS = { connections: 1000, connectionsPerClient: 0, limitsLoopback: true };
/** Short, so that a test need not wait; in the same order as those of the service. */
const TIMES = {
  ...SOCKET_TIMES,
  head: 400,
  request: 600,
  betweenRequests: 400,
  idle: 2000,
  check: 100,
} as const;

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

type Options = Parameters<typeof testApp>[0] & { limits?: Partial<SocketLimits> };

async function listening({ limits, ...options }: Options = {}): Promise<string> {
  const { app } = await testApp(options);
  const server = createLimitedServer(app.fetch, { ...NO_LIMITS, ...limits }, TIMES);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const GET = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n";

describe("a request that does not come", () => {
  dbTest.for([
    ["nothing at all", ""],
    ["half a line", "GET /heal"],
    ["a head without its end", GET],
    ["a body that stays away", "POST /api HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n"],
  ] as const)("is not waited for: %s", async ([, text]) => {
    const { ended } = sendRaw(await listening(), text);
    const { text: answer, ms } = await ended;
    expect(ms).toBeLessThan(5000);
    expect(answer).toContain("HTTP/1.1 408 Request Timeout");
    expect(answer).toContain("application/problem+json");
  });

  dbTest("is not waited for when it comes a letter at a time", async () => {
    const { ended, write } = sendRaw(await listening(), "GET /");
    const timer = setInterval(() => write("a"), 50);
    const { text, ms } = await ended;
    clearInterval(timer);
    expect(text).toContain(" 408 ");
    expect(ms).toBeLessThan(5000);
  });

  dbTest("keeps nobody else from being answered, a thousand times at once", async () => {
    const url = await listening({ limits: { connections: 3000 } });
    const slow = Array.from({ length: 1000 }, () => sendRaw(url, GET));
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const ends = await Promise.all(slow.map(({ ended }) => ended));
    expect(Math.max(...ends.map(({ ms }) => ms))).toBeLessThan(15_000);
  });

  dbTest("ends a connection that was used before", async () => {
    const { ended } = sendRaw(await listening(), `${GET}\r\n`);
    const { text } = await ended;
    expect(text).toContain('{"status":"ok"}');
  });
});

describe("a connection on which nothing moves", () => {
  /** Far longer than the network holds of it while nobody reads. */
  const endless = (onCancel: () => void) =>
    new Response(
      new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)),
        cancel: onCancel,
      }),
    );

  async function answering(answer: () => Response | Promise<Response>) {
    const server = createLimitedServer(answer, NO_LIMITS, { ...TIMES, idle: 600 });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const open = () =>
      new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
    return { open, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }

  it("since nobody reads the answer is cut, and what makes the answer is stopped", async () => {
    let isStopped = false;
    const { open, url } = await answering(() =>
      endless(() => {
        isStopped = true;
      }),
    );
    const { socket } = sendRaw(url, `${GET}\r\n`);
    socket.pause();
    await expect.poll(open).toBe(1);
    await expect.poll(open, { timeout: 5000 }).toBe(0);
    await expect.poll(() => isStopped).toBe(true);
    socket.destroy();
  });

  it("since the answer never comes is cut", async () => {
    const { open, url } = await answering(() => new Promise<Response>(() => {}));
    const { ended } = sendRaw(url, `${GET}\r\n`);
    await expect.poll(open).toBe(1);
    const { ms, text } = await ended;
    expect(text).toBe("");
    expect(ms).toBeLessThan(5000);
  });

  it("is left alone as long as somebody reads, however slowly", async () => {
    const { open, url } = await answering(() => endless(() => {}));
    const { socket } = sendRaw(url, `${GET}\r\n`);
    let [bytes, pauses] = [0, 0];
    socket.on("data", ({ length }) => {
      bytes += length;
      if (bytes < 2_000_000) return;
      [bytes, pauses] = [0, pauses + 1];
      socket.pause();
      setTimeout(() => socket.resume(), 300);
    });
    await expect.poll(() => pauses, { timeout: 20_000 }).toBe(10);
    expect(await open()).toBe(1);
    socket.destroy();
  });
});

describe("a request that is too much", () => {
  dbTest("is 431 for a head of a megabyte", async () => {
    const url = await listening();
    const { ended } = sendRaw(url, `${GET}X-Long: ${"a".repeat(1_000_000)}\r\n\r\n`);
    expect((await ended).text).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large/);
  });

  dbTest("is 414 for an address that is too long", async () => {
    const url = await listening();
    const { ended } = sendRaw(
      url,
      `GET /api?q=${"a".repeat(9000)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    );
    expect((await ended).text).toMatch(/^HTTP\/1\.1 414 /);
  });

  dbTest("is 400 with two Host headers, and says so", async () => {
    const url = await listening();
    const { ended } = sendRaw(url, `${GET}Host: other\r\nConnection: close\r\n\r\n`);
    const { text } = await ended;
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(text).toContain("Host: got 2 times, allowed is once");
  });

  dbTest.for([
    ["without a Host", "GET /healthz HTTP/1.1\r\n", "Host: got nothing, allowed is once"],
    ["with one that is none", "GET /healthz HTTP/1.1\r\nHost: a b/c\r\n", "names no host"],
    ["with two, in HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n", "Host: got 2 times"],
  ] as const)("is 400 %s, and says so", async ([, head, words]) => {
    const { ended } = sendRaw(await listening(), `${head}Connection: close\r\n\r\n`);
    const { text } = await ended;
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(text).toContain("application/problem+json");
    expect(text).toContain(words);
  });

  dbTest("is not HTTP/1.0 without a Host, as health checks speak it", async () => {
    const url = await listening();
    for (const path of ["/healthz", "/readyz", "/api"]) {
      const { text } = await sendRaw(url, `GET ${path} HTTP/1.0\r\n\r\n`).ended;
      expect(text, path).toMatch(/^HTTP\/1\.1 200 /);
    }
  });

  dbTest("is 413 for a body, which is not read to its end", async () => {
    const url = await listening();
    const { socket, ended } = sendRaw(
      url,
      "POST /api HTTP/1.1\r\nHost: localhost\r\nContent-Length: 200000000\r\n\r\n",
    );
    const part = Buffer.alloc(1_000_000);
    const feed = () => {
      while (!socket.destroyed && socket.bytesWritten < 200_000_000 && socket.write(part));
    };
    socket.on("drain", feed);
    feed();
    const { text } = await ended;
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    expect(text).toMatch(/^Connection: close\r$/im);
    expect(socket.bytesWritten).toBeLessThan(50_000_000);
  });

  dbTest("is 413 before the body, for a client that asks whether to send it", async () => {
    const url = await listening();
    const { ended } = sendRaw(
      url,
      "POST /api HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n",
    );
    const { text } = await ended;
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    expect(text).not.toContain("100 Continue");
  });

  dbTest("is 400 for what is no HTTP", async () => {
    const { ended } = sendRaw(await listening(), "\x16\x03\x01 hello\r\n\r\n");
    expect((await ended).text).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe("a client that holds many connections", () => {
  dbTest("is told at those beyond its share, and may have them again later", async () => {
    const url = await listening({ limits: { connectionsPerClient: 3 } });
    const held = Array.from({ length: 3 }, () => sendRaw(url, "GET /"));
    await Promise.all(
      held.map(({ socket }) => new Promise((done) => socket.once("connect", done))),
    );
    const { text } = await sendRaw(url, `${GET}\r\n`).ended;
    expect(text).toMatch(/^HTTP\/1\.1 429 Too Many Requests\r\n/);
    expect(text).toContain("Retry-After: ");
    await Promise.all(held.map(({ ended }) => ended));
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

describe("a client that asks for more than its share", () => {
  const limits = { pointsPerMinute: 25, trustedProxies: 1, limitsLoopback: false };
  const ask = (url: string, path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
      (resolve, reject) => {
        request(`${url}${path}`, { headers }, (response) => {
          let text = "";
          response.on("data", (bytes: Buffer) => {
            text += bytes;
          });
          response.on("end", () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
          );
        })
          .on("error", reject)
          .end();
      },
    );
  const from = (client: string) => ({ "X-Forwarded-For": client });

  dbTest("is told when to come back, and nobody else is", async () => {
    const url = await listening({ clientLimits: limits });
    for (let turn = 0; turn < 25; turn++)
      expect((await ask(url, "/api/conformance", from("203.0.113.7"))).status).toBe(200);
    const refused = await ask(url, "/api/conformance", from("203.0.113.7"));
    expect(refused.status).toBe(429);
    expect(refused.headers["content-type"]).toBe("application/problem+json");
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(Number(refused.headers["retry-after"])).toBeLessThanOrEqual(60);
    expect(JSON.parse(refused.text).detail).toContain("25 points");
    // What the client adds itself stands to the left of what the proxy says.
    expect((await ask(url, "/api/conformance", from("198.51.100.1, 203.0.113.7"))).status).toBe(
      429,
    );
    expect((await ask(url, "/api/conformance", from("203.0.113.8"))).status).toBe(200);
    expect((await ask(url, "/healthz", from("203.0.113.7"))).status).toBe(200);
  });

  dbTest("is known again in its network of IPv6, and pays more for a picture", async () => {
    const url = await listening({ clientLimits: limits });
    const picture = "/snapshot.svg?width=900&height=700&sel=place:none";
    expect((await ask(url, picture, from("2001:db8:1:2::1"))).status).toBe(400);
    expect((await ask(url, picture, from("2001:db8:1:2:ffff::9"))).status).toBe(429);
    expect((await ask(url, picture, from("2001:db8:1:3::1"))).status).toBe(400);
  });

  dbTest("is not limited on this machine, unless that is asked for", async () => {
    const ownLimits = { ...limits, pointsPerMinute: 1, trustedProxies: 0 };
    const statuses = async (limitsLoopback: boolean) => {
      const url = await listening({ clientLimits: { ...ownLimits, limitsLoopback } });
      // Nobody is believed who he says he is.
      const asked = [1, 2, 3].map((last) =>
        ask(url, "/api/conformance", from(`203.0.113.${last}`)),
      );
      return (await Promise.all(asked)).map(({ status }) => status).sort();
    };
    expect(await statuses(false)).toEqual([200, 200, 200]);
    expect(await statuses(true)).toEqual([200, 429, 429]);
  });
});
