// Placemarks of KML with their times, as features.
import type { Geometry, Position } from "geojson";
import type { Feature } from "./feature.ts";
import { elementsNamed, textIn, within, type XmlElement } from "./xml-elements.ts";

const PLACEMARK = new Set(["Placemark"]);

/** The placemarks of a document. */
export function fromKml(xml: string): readonly Feature[] {
  return elementsNamed(xml, PLACEMARK).map(([placemark]) => {
    const { id } = placemark.attributes;
    const span = within(placemark, "TimeSpan");
    const begin = textIn(span, "begin") || textIn(placemark, "TimeStamp", "when");
    const properties: Record<string, string> = {
      ...(id === undefined ? {} : { id }),
      name: textIn(placemark, "name"),
      description: textIn(placemark, "description"),
      begin,
      end: textIn(span, "end"),
      ...Object.fromEntries(dataOf(within(placemark, "ExtendedData"))),
    };
    const filled = Object.entries(properties).filter(([, value]) => value !== "");
    return { properties: Object.fromEntries(filled), geometry: geometryOf(placemark) };
  });
}

/** What a placemark says in columns of its own. */
function dataOf(extended: XmlElement | undefined): readonly (readonly [string, string])[] {
  return (extended?.children ?? []).flatMap((child) => {
    const { name = "" } = child.attributes;
    if (child.name === "Data") return [[name, textIn(child, "value")] as const];
    return child.children.map((data) => [data.attributes.name ?? "", data.text.trim()] as const);
  });
}

const positionsOf = (element: XmlElement | undefined): Position[] =>
  textIn(element, "coordinates")
    .split(/\s+/)
    .filter(Boolean)
    .map((triple) => triple.split(",").map(Number));

function geometryOf(placemark: XmlElement): Geometry | null {
  for (const child of placemark.children) {
    const [first] = positionsOf(child);
    if (child.name === "Point" && first) return { type: "Point", coordinates: first };
    if (child.name === "LineString" && first)
      return { type: "LineString", coordinates: positionsOf(child) };
    if (child.name === "Polygon") {
      const rings = child.children.filter(({ name }) => name.endsWith("BoundaryIs"));
      const coordinates = rings.map((ring) => positionsOf(within(ring, "LinearRing")));
      return { type: "Polygon", coordinates };
    }
    if (child.name === "MultiGeometry") {
      const geometries = child.children.flatMap((part) => {
        const one = geometryOf({ ...child, children: [part] });
        return one ? [one] : [];
      });
      return { type: "GeometryCollection", geometries };
    }
  }
  return null;
}
