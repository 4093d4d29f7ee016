declare module "jsts/org/locationtech/jts/io/GeoJSONReader.js" {
  import type { Geometry } from "geojson";
  export default class GeoJSONReader {
    read(geometry: Geometry): unknown;
  }
}

declare module "jsts/org/locationtech/jts/operation/valid/IsValidOp.js" {
  export default class IsValidOp {
    constructor(geometry: unknown);
    getValidationError(): {
      getMessage(): string;
      getCoordinate(): { readonly x: number; readonly y: number } | null;
    } | null;
  }
}
