// A reverse proxy that serves one path of its host, as an administrator sets one up.
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

export type ReverseProxy = {
  /** The address of the proxied path, without a slash at its end. */
  readonly url: string;
  /** Paths that were asked for outside of it. */
  readonly strays: string[];
  /** Where to pass requests on; told once the service has started. */
  passTo: (target: string) => void;
  readonly stop: () => Promise<void>;
};

/**
 * Listens on a free port of this machine. `isTakenOff`: the service sees paths without the prefix; `instead`: a page that
 * is answered at an address in place of what the service has there.
 */
export async function startReverseProxy(
  prefix: string,
  {
    isTakenOff,
    instead = () => undefined,
  }: {
    readonly isTakenOff: boolean;
    readonly instead?: (address: string) => string | undefined;
  },
): Promise<ReverseProxy> {
  let target: URL | undefined;
  const strays: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const address = incoming.url ?? "";
    const isInside = address === prefix || /^[/?]/.test(address.slice(prefix.length));
    if (!target || !address.startsWith(prefix) || !isInside) {
      strays.push(address);
      outgoing.writeHead(404).end("not of this service");
      return;
    }
    const page = instead(address);
    if (page !== undefined) {
      outgoing.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page);
      return;
    }
    const rest = address.slice(prefix.length);
    const path = isTakenOff ? (rest.startsWith("/") ? rest : `/${rest}`) : address;
    const { hostname, port } = target;
    const headers = { ...incoming.headers, host: `${hostname}:${port}` };
    const onwards = request(
      { hostname, port, path, method: incoming.method, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(outgoing);
      },
    );
    onwards.on("error", () => outgoing.destroy());
    outgoing.on("close", () => onwards.destroy());
    incoming.pipe(onwards);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`,
    strays,
    passTo: (address) => {
      target = new URL(address);
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
