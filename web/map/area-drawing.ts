import type { Polygon, Position } from "geojson";
import type { Map as GlMap, MapMouseEvent } from "maplibre-gl";

/** A click this near to the first corner closes the area. */
const CLOSE_PX = 12;
const FEWEST_CORNERS = 3;

type Drawing = {
  /** Called with the corners so far, for the map to show; with null at the end. */
  readonly onChange: (corners: readonly Position[] | null) => void;
  readonly onDone: (area: Polygon) => void;
};

/** Lets the reader click the corners of an area on the map. Answers the function that ends it, done or not. */
export function drawArea(map: GlMap, { onChange, onDone }: Drawing): () => void {
  const corners: Position[] = [];
  const isAtFirst = ({ point }: MapMouseEvent) => {
    const first = corners[0];
    if (!first) return false;
    const at = map.project([first[0] ?? 0, first[1] ?? 0]);
    return Math.hypot(at.x - point.x, at.y - point.y) < CLOSE_PX;
  };
  const finish = () => {
    const first = corners[0];
    if (corners.length >= FEWEST_CORNERS && first)
      onDone({ type: "Polygon", coordinates: [[...corners, first]] });
  };
  const onClick = (event: MapMouseEvent) => {
    if (corners.length >= FEWEST_CORNERS && isAtFirst(event)) return finish();
    corners.push([event.lngLat.lng, event.lngLat.lat]);
    onChange(corners);
  };
  const onDoubleClick = (event: MapMouseEvent) => {
    event.preventDefault();
    // The two clicks of a double click have set the same corner twice.
    corners.pop();
    finish();
  };
  map.getCanvas().style.cursor = "crosshair";
  map.on("click", onClick);
  map.on("dblclick", onDoubleClick);
  return () => {
    map.off("click", onClick);
    map.off("dblclick", onDoubleClick);
    map.getCanvas().style.cursor = "";
    onChange(null);
  };
}
