// The invented harbour, moved to the years around the year 1: what a dataset before our era asks of the product.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { writeHarbourPackage } from "./harbour-package.ts";

export const ANCIENT_ID = "harbour-ancient";

/** Events by their EDTF alone, in the order in which they happened: the days follow from the text. */
export const ANCIENT_EVENTS = [
  { id: "first-day", edtf: "-4712-01-01", label: "1 January 4713 BC" },
  { id: "long-reign", edtf: "-0060/0020", label: "61 BC to AD 20" },
  { id: "leap-day", edtf: "-0044-02-29", label: "29 February 45 BC" },
  { id: "ides", edtf: "-0043-03-15", label: "15 March 44 BC" },
  { id: "year-zero", edtf: "0000-06", label: "June 1 BC" },
  { id: "year-one", edtf: "0001-06-01", label: "1 June AD 1" },
  { id: "last-day", edtf: "9999-12-31", label: "31 December 9999" },
] as const;

/** Those that happened near the year 1, of a period that a page can show. */
const NEAR_EVENTS = ANCIENT_EVENTS.slice(1, -1);

const PERIODS = {
  whole: { firstDay: "-4712-01-01", lastDay: "9999-12-31", events: ANCIENT_EVENTS },
  near: { firstDay: "-0060-01-01", lastDay: "0020-12-31", events: NEAR_EVENTS },
};

/** Writes the package into the folder, with all years that dates may have or those near the year 1. */
export function writeAncientPackage(folder: string, period: keyof typeof PERIODS): void {
  writeHarbourPackage(folder);
  const { events, firstDay, lastDay } = PERIODS[period];
  for (const file of readdirSync(folder)) {
    const target = path.join(folder, file);
    const text = readFileSync(target, "utf8");
    if (file === "events.csv") writeFileSync(target, eventsLike(text, events));
    else if (file === "datapackage.json") {
      const descriptor = JSON.parse(text);
      descriptor.name = ANCIENT_ID;
      Object.assign(descriptor.rocade, { openingDay: "-0043-03-15", firstDay, lastDay });
      writeFileSync(target, JSON.stringify(descriptor));
    } else writeFileSync(target, toAncientYears(text));
  }
}

/** The events in place of that of the harbour, with its other cells and no days of their own. */
function eventsLike(text: string, events: readonly { id: string; edtf: string }[]): string {
  const [model = {}] = parse(text, { columns: true }) as Record<string, string>[];
  const columns = Object.keys(model);
  const cellsOf = ({ edtf, id }: { id: string; edtf: string }) =>
    columns.map((name) => {
      if (/_(earliest|latest)$/.test(name)) return "";
      return { id, edtf, title_en: id, title_fr: id }[name] ?? model[name];
    });
  return stringify([columns, ...events.map(cellsOf)]);
}

/** 1890 becomes the year −45, and so on. */
function toAncientYears(text: string): string {
  return text.replace(/\b189([0-3])(-\d\d-\d\d)/g, (_, year, day) => `-00${45 - year}${day}`);
}
