declare module "lineclip" {
  type Point = readonly [number, number];
  type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];
  export function clipPolyline(points: readonly Point[], bbox: Box): [number, number][][];
  export function clipPolygon(points: readonly Point[], bbox: Box): [number, number][];
}
