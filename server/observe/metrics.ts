// The figures of a running service, in the text format of Prometheus.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { findVersions } from "#db/queries/versions.ts";
import type { ServedDataset } from "../served/served-dataset.ts";
import type { Observer } from "./answered.ts";

export type Metrics = {
  readonly observer: Observer;
  readonly contentType: string;
  readonly text: () => Promise<string>;
};

/** From what a map's tile takes to the time after which a question is given up. */
const BUCKETS_S = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Counts requests by route, asks on each reading whether the service is ready, and has Node's own figures. */
export function createMetrics(served: ServedDataset): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const labelNames = ["dataset", "method", "route", "status"] as const;
  const inFlight = new Gauge({
    name: "http_requests_in_flight",
    help: "Requests whose answers have not left yet.",
    registers,
  });
  const seconds = new Histogram({
    name: "http_request_duration_seconds",
    help: "Seconds until the last byte of the answer was handed to the network.",
    labelNames,
    buckets: BUCKETS_S,
    registers,
  });
  const sent = new Counter({
    name: "http_response_bytes_total",
    help: "Bytes written to connections, heads of answers included.",
    labelNames: ["dataset", "method", "route"],
    registers,
  });
  const broken = new Counter({
    name: "http_responses_broken_off_total",
    help: "Answers that did not reach their end: the reader left, or something failed on the way.",
    labelNames: ["dataset", "method", "route"],
    registers,
  });
  new Gauge({
    name: "rocade_ready",
    help: "1 of each dataset that the database answers that it holds; 0 of the default one otherwise.",
    labelNames: ["dataset", "version"],
    registers,
    async collect() {
      const found = await findVersions(served.db).catch(() => []);
      this.reset();
      for (const { id, version } of found) this.set({ dataset: id, version: version.label }, 1);
      if (!found.some(({ id }) => id === served.datasetId))
        this.set({ dataset: served.datasetId, version: "" }, 0);
    },
  });
  const { replicas } = served;
  if (replicas)
    new Gauge({
      name: "rocade_replicas_in_use",
      help: "Replicas that are asked now.",
      registers,
      collect() {
        this.set(replicas.inUse());
      },
    });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    observer: {
      began: () => inFlight.inc(),
      answered: ({ bytes = 0, dataset = "", isWhole, method, ms, route, status }) => {
        inFlight.dec();
        seconds.observe({ dataset, method, route, status }, ms / 1000);
        sent.inc({ dataset, method, route }, bytes);
        if (!isWhole) broken.inc({ dataset, method, route });
      },
    },
  };
}
