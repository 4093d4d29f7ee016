// The sockets of the service: how long they may take, how much they may send before they are asked, and how many one
// client may hold.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { getRequestListener, RequestError } from "@hono/node-server";
import { clientKey, isLoopback } from "./http/limits/client-address.ts";
import type { SocketLimits } from "./limits.ts";

/** Of times that others may take, in milliseconds; tests have shorter ones. */
export const SOCKET_TIMES = {
  /** From the start of a connection or of a request until its head has come. */
  head: 10_000,
  /** The same until all of a request has come. */
  request: 20_000,
  /** The same of one that sends a package. */
  upload: 300_000,
  /** Between two requests of a connection. */
  betweenRequests: 20_000,
  /** Without a byte in either direction; longer than the longest statement. */
  idle: 120_000,
  /** How often those limits are looked at. */
  check: 2_000,
  /** Between the end of an answer and of a connection whose request is not read to its end. */
  linger: 500,
} as const;
export type SocketTimes = Readonly<Record<keyof typeof SOCKET_TIMES, number>>;

/** Bytes of a request's head; the address in it is held to less by the app, which can say so. */
const LARGEST_HEAD = 32 * 1024;

/** What a request is asked at that does not say so. */
const UNNAMED_HOST = "localhost";

export type Fetch = Parameters<typeof getRequestListener>[0];

/** A server that answers by `fetch` and is not listening yet. */
export function createLimitedServer(
  fetch: Fetch,
  limits: SocketLimits,
  times: SocketTimes = SOCKET_TIMES,
): Server {
  // What is not read of a request is not read by the adapter either: it would go on for 64 MB.
  const answer = getRequestListener(fetch, {
    autoCleanupIncoming: false,
    hostname: UNNAMED_HOST,
    errorHandler: refuseBadAddress,
  });
  const refused = new WeakSet<Duplex>();
  const onRequest = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (refused.has(incoming.socket)) return;
    if (hasBody(incoming)) leaveUnread(incoming, outgoing, times.linger);
    if (hasBody(incoming) && !isUpload(incoming)) endLate(server, incoming, times.request);
    void answer(incoming, outgoing);
  };
  const server = createServer(
    {
      maxHeaderSize: LARGEST_HEAD,
      // The app does, and says what is missing; HTTP/1.0, which some health checks speak, has none.
      requireHostHeader: false,
      headersTimeout: times.head,
      requestTimeout: times.upload,
      keepAliveTimeout: times.betweenRequests,
      connectionsCheckingInterval: times.check,
    },
    onRequest,
  );
  server.maxConnections = limits.connections;
  server.setTimeout(times.idle);
  // Nobody is told to send a body but by the app, which has looked at the token before.
  server.on("checkContinue", onRequest);
  server.on("clientError", refuseBadHead);
  holdPerClient(server, limits, (socket) => {
    refused.add(socket);
    refuse(socket, TOO_MANY);
  });
  return server;
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

/** Whether it sends a package, which may be large; the app looks at its token before it reads any of it. */
const isUpload = ({ method, url = "" }: IncomingMessage) =>
  method === "PUT" && /\/api\/datasets\/[^/]+$/.test(url.replace(/\?.*/, ""));

/** Ends a request whose body has not come after so long, as Node ends one whose head has not. */
function endLate(server: Server, incoming: IncomingMessage, longest: number): void {
  const late = Object.assign(new Error("late"), { code: "ERR_HTTP_REQUEST_TIMEOUT" });
  const timer = setTimeout(() => {
    if (!incoming.complete) server.emit("clientError", late, incoming.socket);
  }, longest).unref();
  incoming.once("close", () => clearTimeout(timer));
}

/**
 * Answers, and closes the connection, without reading the body: no more of it is taken from the network, and the client
 * has a moment to read why before the connection goes.
 */
function leaveUnread(incoming: IncomingMessage, outgoing: ServerResponse, linger: number): void {
  const { socket } = incoming;
  outgoing.shouldKeepAlive = false;
  socket.destroySoon = () => {
    socket.pause();
    socket.end();
    setTimeout(() => socket.destroy(), linger).unref();
  };
}

type Refusal = readonly [status: number, title: string, detail: string, ...headers: string[]];

const REFUSALS: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: [
    431,
    "Request Header Fields Too Large",
    `a request has at most ${LARGEST_HEAD} bytes before its body`,
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout", "the request did not arrive in time"],
};
const NO_HTTP: Refusal = [400, "Bad Request", "got what is no HTTP/1.1"];
const NO_ADDRESS: Refusal = [400, "Bad Request", "Host, or the address, names no host"];
const FAILED: Refusal = [500, "Internal Server Error", "something went wrong on our side"];
const TOO_MANY: Refusal = [
  429,
  "Too Many Requests",
  "too many connections from one client",
  "Retry-After: 10",
];

/** What is no HTTP, or comes too slowly, or with a head too large, is told so and let go. */
function refuseBadHead(error: NodeJS.ErrnoException, socket: Duplex): void {
  // After an answer has begun nothing can be said any more.
  const isAnswering = (socket as Duplex & { _httpMessage?: unknown })._httpMessage != null;
  if (!socket.writable || isAnswering) socket.destroy();
  else refuse(socket, REFUSALS[error.code ?? ""] ?? NO_HTTP);
}

const PROBLEM = "application/problem+json";
const problemText = ([status, title, detail]: Refusal) =>
  JSON.stringify({ type: "about:blank", title, status, detail });

/** For a request of which no address can be made; all others the app answers, whatever goes wrong. */
function refuseBadAddress(error: unknown): Response {
  const refusal = error instanceof RequestError ? NO_ADDRESS : FAILED;
  return new Response(problemText(refusal), {
    status: refusal[0],
    headers: { "Content-Type": PROBLEM, "Cache-Control": "no-store" },
  });
}

function refuse(socket: Duplex, refusal: Refusal): void {
  const [status, title, , ...headers] = refusal;
  const body = problemText(refusal);
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    `Content-Type: ${PROBLEM}`,
    "Cache-Control: no-store",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
    ...headers,
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}

/** Lets go of connections beyond those that one client may hold. */
function holdPerClient(
  server: Server,
  { connectionsPerClient, limitsLoopback }: SocketLimits,
  letGo: (socket: Socket) => void,
): void {
  const held = new Map<string, number>();
  server.prependListener("connection", (socket: Socket) => {
    const client = clientKey(socket.remoteAddress ?? "");
    if (connectionsPerClient === 0 || (isLoopback(client) && !limitsLoopback)) return;
    const count = held.get(client) ?? 0;
    if (count >= connectionsPerClient) {
      letGo(socket);
      return;
    }
    held.set(client, count + 1);
    socket.once("close", () => {
      const left = (held.get(client) ?? 1) - 1;
      if (left > 0) held.set(client, left);
      else held.delete(client);
    });
  });
}
