import type { Dataset } from "#model/dataset/dataset.ts";
import type { Language } from "#model/words/language.ts";
import { LIGHT } from "#web/view/drawing/palette.ts";
import { createProjection, type View } from "#web/view/drawing/projection.ts";
import { drawScene, type LAYER_IDS } from "#web/view/figure/map/draw-scene.ts";
import type { Sketch } from "#web/view/figure/map/sketch.ts";
import type { Scene } from "#web/view/scene/scene.ts";

export const VIEW: View = { centre: [1.86, 50.95], zoom: 14, width: 900, height: 600 };

/** A drawing of a scene with nothing asked for beside it. */
export function createSketch(
  dataset: Dataset,
  scene: Scene,
  { view = VIEW, language = "en" }: { readonly view?: View; readonly language?: Language } = {},
): Sketch {
  return {
    dataset,
    scene,
    language,
    palette: LIGHT,
    projection: createProjection(view),
    showsDistances: false,
    changes: new Map(),
    chosen: [],
    area: [],
    notes: new Map(),
    reserved: [],
    isInteractive: true,
  };
}

/** The parts of one layer of a drawn scene, as SVG. */
export function drawnIn(dataset: Dataset, scene: Scene, id: (typeof LAYER_IDS)[number]): string[] {
  const layer = drawScene(createSketch(dataset, scene)).layers.find((one) => one.id === id);
  return layer?.parts.map(({ svg }) => svg) ?? [];
}
