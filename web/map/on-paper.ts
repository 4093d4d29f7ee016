// The map on paper: its ground stays the picture that it is on the screen, scaled as one thing with what lies over it.
import { effect, untracked } from "@preact/signals";
import type { Map as GlMap, StyleSpecification } from "maplibre-gl";
import { isPrinting } from "#web/state/printing.ts";
import type { View } from "#web/view/drawing/projection.ts";
import { viewOf } from "./map-below.ts";

/** Widths, in CSS pixels, for which names and marks are drawn, so that they have their size on a page of A4. */
const [PAGE, HALF_PAGE] = [700, 460];

/** What is drawn over the map: all that it shows, on paper in fewer pixels, which makes names and marks larger beside it. */
export function drawnView(map: GlMap): View {
  const view = viewOf(map);
  if (!isPrinting.peek()) return view;
  const isOneOfTwo = map.getContainer().closest(".is-compared") !== null;
  const scale = Math.min(1, (isOneOfTwo ? HALF_PAGE : PAGE) / view.width);
  return {
    centre: view.centre,
    zoom: view.zoom + Math.log2(scale),
    width: view.width * scale,
    height: view.height * scale,
  };
}

/** Has the map take the size of its box; that which it has on a page is no size of its own. */
export function followSize(map: GlMap): () => void {
  const box = map.getContainer();
  const observer = new ResizeObserver(() => {
    const { clientHeight: height, clientWidth: width } = box;
    const before = viewOf(map);
    if (isPrinting.peek() || matchMedia("print").matches) return;
    // Where it has been taken from the page MapLibre would draw it in a size of its own.
    if (width === 0 || height === 0) return;
    if (width !== before.width || height !== before.height) map.resize();
  });
  observer.observe(box);
  return () => observer.disconnect();
}

/**
 * Makes the map ready for paper, and again for the screen: all at once, for the browser does not wait. `redraw`: of what
 * lies over it.
 */
export function followPaper(
  map: GlMap,
  style: () => StyleSpecification,
  redraw: () => void,
): () => void {
  let wasPrinting = false;
  return effect(() => {
    if (isPrinting.value === wasPrinting) return;
    wasPrinting = isPrinting.value;
    untracked(() => {
      redraw();
      tellSize(map);
      paint(map, style());
      map.redraw();
    });
  });
}

/** The size of the map, and of the bar of its scale, for the style sheet of the page on paper. */
function tellSize(map: GlMap): void {
  const box = map.getContainer();
  const { height, width } = viewOf(map);
  const bar = box.querySelector<HTMLElement>(".maplibregl-ctrl-scale");
  box.style.setProperty("--map-width", String(width));
  box.style.setProperty("--map-height", String(height));
  box.style.setProperty("--scale-bar", String(Number.parseFloat(bar?.style.width ?? "0")));
}

type PaintProperty = Parameters<GlMap["setPaintProperty"]>[1];

/** Gives the ground other colours without reading it again. */
function paint(map: GlMap, { layers }: StyleSpecification): void {
  for (const { id, paint: colours = {} } of layers)
    if (map.getLayer(id))
      for (const [name, value] of Object.entries(colours))
        map.setPaintProperty(id, name as PaintProperty, value);
}
