// Layers as QGIS reads them, without a screen.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import type { CollectionId } from "#tests/support/packages/calais-collections.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { runPython } from "./foreign-client.ts";
import type { OgrFeature } from "./ogr-layer.ts";

export type QgisQuestion = {
  readonly provider: "OAPIF" | "ogr";
  readonly source: string;
  readonly subset?: string;
  readonly box?: readonly number[];
};
export type QgisLayer = {
  readonly valid: boolean;
  readonly error?: string;
  readonly count: number;
  /** The type of geometry that the whole layer has. */
  readonly geometry: string;
  /** Of a file, its layers by type: name, number of features, type. */
  readonly sublayers: readonly (readonly string[])[];
  readonly crs: string;
  readonly types: Readonly<Record<string, string>>;
  readonly features: readonly OgrFeature[];
};

/** A collection of the API of a product. */
export const liveLayer = (product: string, id: CollectionId): QgisQuestion => ({
  provider: "OAPIF",
  source: `url='${product}/api' typename='${id}'`,
});

/** What QGIS reads, question by question; it starts once. */
export async function layersOf(questions: readonly QgisQuestion[]): Promise<readonly QgisLayer[]> {
  const file = path.join(temporaryFolder("qgis"), "questions.json");
  writeFileSync(file, JSON.stringify(questions));
  const layers = await runPython<QgisLayer>("lab/qgis-layers.py", file);
  for (const layer of layers) expect(layer.error).toBeUndefined();
  return layers;
}
