// Waypoints of GPX and the points of its tracks, with their times, as features.
import type { Feature } from "./feature.ts";
import { elementsNamed, textIn } from "./xml-elements.ts";

const POINTS = new Set(["wpt", "trkpt", "rtept"]);
const KINDS: Readonly<Record<string, string>> = { wpt: "waypoint", trkpt: "track", rtept: "route" };

/** The points of a document: of a track or a route each of its points by itself. */
export function fromGpx(xml: string): readonly Feature[] {
  return elementsNamed(xml, POINTS).map(([point], index) => {
    const { lat, lon } = point.attributes;
    const kind = KINDS[point.name] ?? point.name;
    const properties = {
      name: textIn(point, "name") || `${kind} ${index + 1}`,
      time: textIn(point, "time"),
      type: textIn(point, "type") || kind,
      description: textIn(point, "desc") || textIn(point, "cmt"),
      elevation: textIn(point, "ele"),
    };
    const filled = Object.entries(properties).filter(([, value]) => value !== "");
    const coordinates = [Number(lat), Number(lon)].reverse();
    return {
      properties: Object.fromEntries(filled),
      geometry: { type: "Point", coordinates },
    };
  });
}
