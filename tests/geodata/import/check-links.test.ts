import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkLinks } from "#import/links/check-links.ts";

let server: Server;
let root = "";
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const status = Number(request.url?.slice(1).split("?")[0]);
    if (request.url === "/silent") return;
    if (request.url === "/no-head")
      response.writeHead(request.method === "HEAD" ? 405 : 200).end("page");
    else if (request.url === "/moved") response.writeHead(301, { Location: "/200" }).end();
    else response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const check = async (path: string) => {
  const options = { timeoutMs: 2000, atOnce: 2, onProgress: () => {} };
  return (await checkLinks([{ id: "x", url: root + path }], options))[0];
};

it.each([
  ["/200", "alive", 200],
  ["/moved", "alive", 200],
  ["/no-head", "alive", 200],
  ["/404", "dead", 404],
  ["/410", "dead", 410],
  ["/500", "unclear", 500],
  ["/403", "unclear", 403],
  ["/silent", "unclear", null],
])("an address that answers %s is %s", async (path, status, httpStatus) => {
  expect(await check(path)).toEqual({ id: "x", status, httpStatus });
});

it("addresses are asked a few at a time, and answered in the order of their ids", async () => {
  const links = ["c", "a", "b"].map((id) => ({ id, url: `${root}/200?${id}` }));
  const steps: number[] = [];
  const checked = await checkLinks(links, {
    timeoutMs: 2000,
    atOnce: 2,
    onProgress: (done) => steps.push(done),
  });
  expect(checked.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(steps).toEqual([1, 2, 3]);
});
