import type { Drawn } from "#server/snapshot/picture-task.ts";
import { renderSvg } from "#server/snapshot/render-svg.ts";
import type { Proof } from "#web/view/proof/proof-record.ts";

/** The proof of a drawing of which nothing else counts. */
export const anyProof = (title = "a drawing"): Proof => ({
  rocade: "proof/1",
  release: { version: "0.0.0", figure: 1 },
  dataset: { id: "drawing", version: "1", contentHash: "0" },
  root: "http://localhost/",
  query: "",
  frame: { west: 0, south: 0, east: 1, north: 1 },
  zoom: 1,
  page: "http://localhost/",
  language: "en",
  title,
  alt: title,
  credit: "",
  licences: [],
  records: 0,
  digest: `sha256:${"0".repeat(64)}`,
  shown: null,
});

/** A drawing as PNG. */
export const pngOf = (drawn: Drawn) =>
  renderSvg({ ...drawn, kind: "png", dpi: undefined, proof: anyProof() });
