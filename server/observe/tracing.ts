// Hooks of OpenTelemetry: spans for whoever loads an SDK beside the service (NODE_OPTIONS=--import …). Without one they
// do nothing. They carry what the log has of a request, and nothing else.
import { context, propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { Answered } from "./answered.ts";

const tracer = trace.getTracer("rocade");

const HEADERS = {
  keys: (headers: Headers) => [...headers.keys()],
  get: (headers: Headers, name: string) => headers.get(name) ?? undefined,
};

export type RequestSpan = {
  /** Runs the work so that spans of its own are children of this one. */
  readonly within: (work: () => Promise<void>) => Promise<void>;
  readonly end: (answered: Answered) => void;
};

/** A span of a request, a child of the one that the request names in its headers. */
export function startSpan(headers: Headers, method: string): RequestSpan {
  const parent = propagation.extract(context.active(), headers, HEADERS);
  const attributes = { "http.request.method": method };
  const span = tracer.startSpan(method, { kind: SpanKind.SERVER, attributes }, parent);
  return {
    within: (work) => context.with(trace.setSpan(parent, span), work),
    end: ({ bytes, dataset, isWhole, requestId, route, status, version }) => {
      span.updateName(`${method} ${route}`);
      span.setAttributes({
        "http.route": route,
        "http.response.status_code": status,
        "rocade.request.id": requestId,
        ...(bytes === undefined ? {} : { "http.response.size": bytes }),
        ...(dataset === undefined ? {} : { "rocade.dataset": dataset }),
        ...(version === undefined ? {} : { "rocade.version": version }),
      });
      if (status >= 500 || !isWhole) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}
