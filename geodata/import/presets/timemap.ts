// Tables of events of timemap (Forensic Architecture, Bellingcat), whose dates have the month first.
import type { Preset } from "./preset.ts";

export const TIMEMAP: Preset = {
  id: "timemap",
  name: "timemap",
  about: "Tables of events of timemap, as Forensic Architecture and Bellingcat keep them",
  signature: [
    "id",
    "description",
    "date",
    "location",
    "latitude",
    "longitude",
    "sources|source|source1",
  ],
  mapping: {
    date: { start: "date", clock: "time", order: "mdy" },
    position: { from: "columns", lat: "latitude", lon: "longitude" },
    title: { column: "location" },
    summary: { column: "description" },
    category: { column: "type|category|association1" },
    id: { column: "id|civId", keep: true },
    source: { column: "sources|source|source1", separator: "," },
  },
};
