// Which of the known tables a table is, and the mapping of it with the headings that it has.
import { emptyDraft, type MappingDraft } from "../mapping/draft.ts";
import { MAPPING, type Mapping } from "../mapping/mapping.ts";
import type { SourceTable } from "../source/source-table.ts";
import type { Preset } from "./preset.ts";
import { PRESETS } from "./presets.ts";

type Headed = Pick<SourceTable, "columns" | "tags" | "format">;

/** The known table that this one is, by its headings; undefined where it is none. */
export function findPreset(table: Headed): Preset | undefined {
  const find = finder(table);
  return PRESETS.find(({ signature }) => signature.every((column) => find(column) !== undefined));
}

export const presetCalled = (id: string) => PRESETS.find((preset) => preset.id === id);

const plain = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");

/** Finds a heading as a preset writes it: one of several, or by the tag below it. */
function finder({ columns, tags }: Headed): (written: string) => string | undefined {
  const byName = new Map(columns.map((column) => [plain(column), column]));
  const parts = tags.map((tag) => tag.toLowerCase().replace(/\s/g, "").split("+"));
  const byTag = (written: string) => {
    const [name, ...attributes] = written.split("+");
    const at = parts.findIndex(
      ([own, ...others]) => own === name && attributes.every((one) => others.includes(one)),
    );
    return columns[at];
  };
  return (written) => {
    for (const one of written.split("|")) {
      const found = one.startsWith("#") ? byTag(one) : byName.get(plain(one));
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** The mapping that a preset has for this table; what the table does not have, it goes without. */
export function presetDraft(
  preset: Preset,
  table: Headed,
  dataset: Mapping["dataset"],
): MappingDraft {
  const find = finder(table);
  const { summary, title, ...rest } = preset.mapping;
  const parts = Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => {
      const found = name === "sums" ? findAll(value as string[], find) : foundIn(value, find);
      return found === undefined ? [] : [[name, found]];
    }),
  );
  const [language = "en"] = dataset.languages;
  const texts = { title: foundText(title, find), summary: foundText(summary, find) };
  const spoken = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, text ? { [language]: text } : {}]),
  );
  const whole = { dataset, preset: preset.id, ...parts, ...spoken };
  const draft = emptyDraft(dataset);
  const date = "date" in parts ? parts.date : { start: "-" };
  const position = "position" in parts ? parts.position : { from: "geometry" };
  const read = MAPPING.parse({ ...whole, date, position });
  return {
    ...read,
    date: "date" in parts ? read.date : draft.date,
    position: "position" in parts ? read.position : draft.position,
  };
}

type Find = (written: string) => string | undefined;

const findAll = (columns: readonly string[], find: Find) =>
  columns.flatMap((column) => find(column) ?? []);

/** Members that hold headings; all but the first may be missing. */
const HEADINGS = ["start", "lat", "lon", "column", "end", "clock", "url"];
const MAY_BE_MISSING: ReadonlySet<string> = new Set(["end", "clock", "url"]);

/** A part with its headings as the table has them; undefined where it lacks one that it cannot do without. */
function foundIn(part: unknown, find: Find): unknown {
  if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(part)) {
    if (HEADINGS.includes(name) && typeof value === "string") {
      const heading = find(value);
      if (heading === undefined && !MAY_BE_MISSING.has(name)) return undefined;
      if (heading !== undefined) found[name] = heading;
    } else if (name === "exactness") {
      const exactness = foundIn(value, find);
      if (exactness !== undefined) found[name] = exactness;
    } else found[name] = value;
  }
  return found;
}

type PresetText = Preset["mapping"]["title"];

/** A sentence goes without what the table does not have; without anything it is none. */
function foundText(text: PresetText, find: Find): PresetText {
  if (!text) return undefined;
  if ("column" in text) {
    const column = find(text.column);
    return column === undefined ? undefined : { column };
  }
  const template = text.template.replace(/\{([^{}]+)\}/g, (_, written: string) => {
    const column = find(written);
    return column === undefined ? "" : `{${column}}`;
  });
  return /\{/.test(template) ? { template } : undefined;
}
