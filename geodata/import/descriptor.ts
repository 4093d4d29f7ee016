import { z } from "zod";
import { parseDay } from "#model/day.ts";
import { isTimeZone } from "#model/time-zone.ts";
import type { RowProblem } from "./row-problem.ts";

const localized = z.object({ en: z.string().min(1), fr: z.string().min(1) });
const day = z.string().refine((text) => parseDay(text) !== undefined, "a day written YYYY-MM-DD");
const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
const bbox = z.object({ west: longitude, south: latitude, east: longitude, north: latitude });
/** A file of the package: relative, and not leading out of it (Data Package v2, security). */
const insidePath = z
  .string()
  .refine(
    (path) => !path.startsWith("/") && !path.split(/[/\\]/).includes(".."),
    "a path inside the package",
  );

const schema = z.object({
  name: z.string().regex(/^[a-z0-9]+(?:[-._][a-z0-9]+)*$/, "lower-case letters, digits, - . _"),
  version: z.string().min(1),
  created: z.iso.datetime({ offset: true }).optional(),
  licenses: z.array(z.object({ name: z.string(), title: z.string(), path: z.string() })).min(1),
  resources: z.array(z.object({ name: z.string(), path: insidePath }).loose()).min(1),
  rocade: z.object({
    title: localized,
    description: localized,
    attribution: localized,
    credit: localized,
    /** How a sentence names the reference place and the line that separates, with their articles. */
    words: z.object({ reference: localized, separator: localized }),
    openingDay: day,
    firstDay: day,
    lastDay: day,
    timeZone: z
      .string()
      .refine(isTimeZone, "a time zone of the IANA database, such as Europe/Paris")
      .default("UTC"),
    extent: bbox,
    home: bbox,
    referencePlaceId: z.string(),
    portPlaceId: z.string().nullable(),
    bypassOutlineIds: z.array(z.string()),
  }),
});

/** `datapackage.json` of a package that Rocade can show: Data Package v2 with one property of our own, `rocade`. */
export type Descriptor = z.infer<typeof schema>;

export const DESCRIPTOR_FILE = "datapackage.json";

/** Reads the descriptor, or says everything that is wrong with it. */
export function parseDescriptor(
  text: string,
): { ok: true; descriptor: Descriptor } | { ok: false; problems: RowProblem[] } {
  const problem = (name: string, got: string, allowed: string): RowProblem => ({
    file: DESCRIPTOR_FILE,
    line: null,
    name,
    got,
    allowed,
  });
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [problem("file", message, "JSON")] };
  }
  const parsed = schema.safeParse(document);
  if (parsed.success) return { ok: true, descriptor: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) =>
      problem(issue.path.join(".") || "file", valueAt(document, issue.path), issue.message),
    ),
  };
}

function valueAt(document: unknown, path: readonly PropertyKey[]): string {
  let value: unknown = document;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  return JSON.stringify(value)?.slice(0, 60) ?? "nothing";
}
