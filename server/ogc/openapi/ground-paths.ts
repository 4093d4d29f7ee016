// Where the tiles of the ground are, in the definition of a dataset that has one of its own.
import { inPath, operation, typesOf } from "./operation.ts";
import { text } from "./parameters.ts";

const number = { type: "integer", minimum: 0 };

/** It is the same in every version and language. */
function ofGround(summary: string, id: string, parameters: object[], types: readonly string[]) {
  const { get } = operation(id, summary, parameters, types);
  return { get: { ...get, parameters } };
}

const tile = ofGround(
  "One vector tile of the ground; its columns and rows are those of WebMercatorQuad",
  "groundTile",
  [
    inPath("hash", text),
    inPath("tileMatrix", number),
    inPath("tileCol", number),
    inPath("tileRow", number),
  ],
  typesOf(["mvt"]),
);

export const GROUND_PATHS = {
  "/ground": ofGround(
    "The ground that lies under the map, its date, credit and tiles, as TileJSON 3",
    "ground",
    [],
    ["application/json"],
  ),
  "/ground/{hash}/{tileMatrix}/{tileCol}/{tileRow}": {
    get: {
      ...tile.get,
      responses: { ...tile.get.responses, "204": { description: "Nothing lies there." } },
    },
  },
};
