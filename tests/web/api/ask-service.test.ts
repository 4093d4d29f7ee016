// What the page makes of the answers of the service: asked of a server that answers in every way there is.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aText, aWholeNumber, objectOf } from "#model/field/decode.ts";
import { askService, findInService, NotGiven, onNotGiven } from "#web/api/ask-service.ts";

const server = createServer((request, response) => {
  if (request.url === "/never") return;
  if (request.url === "/broken") return void response.destroy();
  const status = Number(/^\/(\d+)$/.exec(request.url ?? "")?.[1] ?? 200);
  response.writeHead(status, { "X-Kept-Copy": "yes" });
  response.end(request.url === "/words" ? "<!doctype html>" : '{"name":"Calais","number":3}');
});
let root = "";

beforeAll(async () => {
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const decode = objectOf({ name: aText, number: aWholeNumber });
const failureOf = (asked: Promise<unknown>) => asked.then(() => undefined).catch((error) => error);

describe("an answer of the service", () => {
  it("is what it is said to be, with its headers", async () => {
    const { headers, value } = await askService(`${root}/`, decode);
    expect(value).toEqual({ name: "Calais", number: 3 });
    expect(headers.has("X-Kept-Copy")).toBe(true);
  });

  it("is none where there is nothing at the address, to who can do without it", async () => {
    expect(await findInService(`${root}/404`, decode)).toBeUndefined();
    expect(await failureOf(askService(`${root}/404`, decode))).toBeInstanceOf(NotGiven);
  });

  it.for(["/503", "/broken"])("was not given where %s is asked", async (path) => {
    const failure = await failureOf(askService(root + path, decode));
    expect(failure).toBeInstanceOf(NotGiven);
    expect(failure.isUnreadable).toBe(false);
  });

  it("cannot be read where it is something else, which is said", async () => {
    const wrong = await failureOf(askService(`${root}/`, objectOf({ name: aWholeNumber })));
    expect(wrong).toMatchObject({
      isUnreadable: true,
      message: 'name is "Calais", not a whole number',
    });
    const words = await failureOf(askService(`${root}/words`, decode));
    expect(words).toMatchObject({
      isUnreadable: true,
      message: 'the whole is "<!doctype html>", not JSON',
    });
  });

  it("that takes too long was not given, and one that is called off is not told", async () => {
    const late = askService(`${root}/never`, decode, { signal: AbortSignal.timeout(50) });
    expect(await failureOf(late)).toBeInstanceOf(NotGiven);
    const stop = new AbortController();
    const called = askService(`${root}/never`, decode, { signal: stop.signal });
    stop.abort();
    expect(await failureOf(called)).toMatchObject({ name: "AbortError" });
  });

  it("is not blamed for a fault of who reads it", async () => {
    const fault = new TypeError("a fault of the page");
    const faulty = () => {
      throw fault;
    };
    expect(await failureOf(askService(`${root}/`, faulty))).toBe(fault);
    expect(() => onNotGiven(fault, () => {})).toThrow(fault);
  });
});
