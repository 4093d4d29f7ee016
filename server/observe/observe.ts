// Gives each request an id and, when its answer has left, tells the observers of it.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { AppEnv } from "../http/app-env.ts";
import type { Log } from "../log.ts";
import type { Observer } from "./answered.ts";
import { startSpan } from "./tracing.ts";

const METHODS = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]);

/** Bytes of each connection that belong to answers told of already. */
const told = new WeakMap<Socket, number>();

/** Every answer has its id in `X-Request-Id`; the observers hear of it once, when it has left or broken off. */
export function observe(log: Log, observers: readonly Observer[]) {
  return createMiddleware<AppEnv>(async function observe(context, next) {
    const requestId = randomUUID();
    const started = performance.now();
    const method = METHODS.has(context.req.method) ? context.req.method : "other";
    context.set("requestId", requestId);
    context.set("log", log);
    for (const { began } of observers) began?.();
    const span = startSpan(context.req.raw.headers, method);
    await span.within(next);
    context.res.headers.set("X-Request-Id", requestId);
    const { status } = context.res;
    const tell = (bytes: number | undefined, isWhole: boolean) => {
      const ms = Math.round(performance.now() - started);
      const [dataset, version] = [context.get("dataset"), context.get("version")];
      const told = { requestId, method, route: routePath(context), status, ms, bytes };
      const answered = { ...told, dataset, version, isWhole };
      for (const observer of observers) observer.answered(answered);
      span.end(answered);
    };
    whenSent(context, tell);
  });
}

/** Calls when the answer has left, with the bytes that it took; at once where nothing sends it. */
function whenSent(
  { env, res }: Context<AppEnv>,
  tell: (bytes: number | undefined, isWhole: boolean) => void,
): void {
  const { incoming, outgoing } = (env ?? {}) as {
    readonly incoming?: IncomingMessage;
    readonly outgoing?: ServerResponse;
  };
  if (!incoming || !outgoing) {
    const length = res.headers.get("Content-Length");
    tell(length === null ? undefined : Number(length), true);
    return;
  }
  const { socket } = incoming;
  const sent = () => {
    const { bytesWritten } = socket;
    tell(bytesWritten - (told.get(socket) ?? 0), outgoing.writableFinished);
    told.set(socket, bytesWritten);
  };
  // The reader may have gone before there was an answer.
  if (outgoing.destroyed) sent();
  else outgoing.once("close", sent);
}

/** One line of the log a request. */
export function requestLines(log: Log): Observer {
  return {
    answered: ({ isWhole, ...fields }) =>
      log.info("request", { ...fields, ...(isWhole ? {} : { brokenOff: true }) }),
  };
}
