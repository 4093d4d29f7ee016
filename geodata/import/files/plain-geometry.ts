import type { Geometry, Position } from "geojson";

type Written = Geometry | null | undefined;

/**
 * The geometry in its plainest form: several points of which there is one, as programs write whole layers, are that
 * point, and a collection of one kind is several of that kind. What is no geometry stays as it is.
 */
export function plainGeometry(geometry: Written): Written {
  const own = geometry?.type === "GeometryCollection" ? gathered(geometry) : geometry;
  if (own?.type !== "MultiPoint" || !Array.isArray(own.coordinates)) return own;
  const [coordinates, ...others] = own.coordinates;
  return coordinates && others.length === 0 ? { type: "Point", coordinates } : own;
}

function gathered(collection: Extract<Geometry, { type: "GeometryCollection" }>): Geometry {
  const { geometries } = collection;
  if (!Array.isArray(geometries) || geometries.length === 0) return collection;
  const parts = geometries.map(plainGeometry);
  const [kind] = parts.map((part) => part?.type?.replace?.("Multi", ""));
  if (kind === undefined || parts.some((part) => part?.type?.replace?.("Multi", "") !== kind))
    return collection;
  const coordinates = parts.flatMap((part) => {
    const own = part && "coordinates" in part ? (part.coordinates as Position[]) : [];
    return part?.type.startsWith("Multi") ? own : [own];
  });
  return kind === "GeometryCollection"
    ? collection
    : ({ type: `Multi${kind}`, coordinates } as Geometry);
}
