// What MapLibre draws at a start that nobody looks at: without a graphics card each frame of it takes a tenth of a second.
import type { Map as GlMap, StyleSpecification } from "maplibre-gl";

/** Pixels of the map for each pixel of the screen, across and down, while its ground is not whole. */
const ROUGH = 1 / 8;

/** Pixels of the map for each CSS pixel that it begins with. */
export const roughRatio = () => devicePixelRatio * ROUGH;

/**
 * Has a map that began with `roughRatio` draw in all pixels once its own sources are there, and from then on: until then each
 * tile that comes in has the whole map drawn anew. Leaves out the sky, which nobody sees who looks straight down, but which
 * is computed for every pixel of every frame.
 */
export function spareFrames(map: GlMap, { sources }: StyleSpecification): void {
  map.painter.drawFunctions = { ...map.painter.drawFunctions, sky: () => {} };
  const own = Object.keys(sources).filter((id) => sources[id]?.type === "geojson");
  const sharpen = () => {
    // Another style may have taken one away.
    if (!own.every((id) => !map.getSource(id) || map.isSourceLoaded(id))) return;
    map.off("render", sharpen);
    // None but the screen's own, as MapLibre has it, also when that becomes another.
    map.setPixelRatio(null as unknown as number);
  };
  map.on("render", sharpen);
}
