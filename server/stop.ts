// How the service ends: it takes no more, lets what is in flight come to its end, and closes what it has open.
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Server as Listener, type Socket } from "node:net";

/** How long answers that have begun may take to their end after a signal to stop. */
const STOP_GRACE_MS = 10_000;
/** How long closing the database and the drawing threads may take after that. */
const CLOSE_MS = 5000;
/** Within it a signal is the same one again: whoever tells a whole group, or npm its shell, reaches the process twice. */
const SAME_MS = 1000;

export type Stopping = {
  /** A server, before it listens: its connections are followed. */
  readonly follow: (server: Server) => void;
  /** There is something to end: from now on a signal ends it in order. */
  readonly serving: (close: () => Promise<unknown>) => void;
  /** Ends the service in the same order with code 1, where it cannot go on; `tell` says why, unless it stops already. */
  readonly fail: (tell: () => void) => void;
};

/**
 * Heeds SIGTERM and SIGINT, with code 0. Before there is a server they end the process at once (what was begun is undone or
 * taken up again by the next start); after that in order, within 10 seconds. A second signal ends it at once, with code 1.
 */
export function stopOnSignal(say: (message: string) => void): Stopping {
  let end: (() => Promise<unknown>) | undefined;
  let stoppedAt: number | undefined;
  const drains: (() => Promise<void>)[] = [];
  const stop = (code: 0 | 1) => {
    if (!end) process.exit(code);
    if (stoppedAt !== undefined) {
      if (performance.now() - stoppedAt < SAME_MS) return;
      process.exit(1);
    }
    stoppedAt = performance.now();
    say("Rocade stops");
    void end().finally(() => process.exit(code));
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop(0));
  return {
    fail: (tell) => {
      if (stoppedAt !== undefined) return;
      tell();
      stop(1);
    },
    follow: (server) => void drains.push(drainOf(server)),
    serving: (close) => {
      end = async () => {
        await Promise.all(drains.map((drain) => drain()));
        await Promise.race([close(), after(CLOSE_MS)]);
      };
    },
  };
}

/**
 * Follows the connections of a server. The answer stops listening at once and resolves when every connection is closed:
 * one without an answer under way now, any other when the last byte of that has left, or after the time of grace. Node's
 * own closing of idle connections takes an answer for finished that still waits for a slow reader, and cuts it.
 */
function drainOf(server: Server): () => Promise<void> {
  const open = new Map<Socket, Set<ServerResponse>>();
  let isDraining = false;
  server.on("connection", (socket) => {
    open.set(socket, new Set());
    socket.once("close", () => open.delete(socket));
  });
  server.on("request", ({ socket }: IncomingMessage, answer: ServerResponse) => {
    const answers = open.get(socket);
    answers?.add(answer);
    answer.once("close", () => {
      answers?.delete(answer);
      if (isDraining && answers?.size === 0) socket.end();
    });
  });
  return async () => {
    isDraining = true;
    const closed = new Promise<void>((resolve) => {
      Listener.prototype.close.call(server, () => resolve());
    });
    for (const [socket, answers] of open) {
      if (answers.size === 0) socket.destroy();
      for (const answer of answers) answer.shouldKeepAlive = false;
    }
    await Promise.race([closed, after(STOP_GRACE_MS)]);
    server.closeAllConnections();
  };
}

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
