// All tables that are known.
import { ACLED } from "./acled.ts";
import { GDELT } from "./gdelt.ts";
import { HXL } from "./hxl.ts";
import { LINKED_PLACES } from "./linked-places.ts";
import { MISSING_MIGRANTS } from "./missing-migrants.ts";
import { OPEN_HISTORICAL_MAP } from "./open-historical-map.ts";
import type { Preset } from "./preset.ts";
import { TIMEMAP } from "./timemap.ts";
import { UCDP_GED } from "./ucdp-ged.ts";
import { USGS_CSV, USGS_GEOJSON } from "./usgs.ts";

/** The likeliest first: of two whose headings a table has, the first is taken. */
export const PRESETS: readonly Preset[] = [
  ...[ACLED, UCDP_GED, MISSING_MIGRANTS, USGS_CSV, USGS_GEOJSON, GDELT, LINKED_PLACES],
  ...[HXL, TIMEMAP, OPEN_HISTORICAL_MAP],
];
