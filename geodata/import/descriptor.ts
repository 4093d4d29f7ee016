import { z } from "zod";
import { LONGEST_LABEL } from "#model/field/text-fields.ts";
import { parseDay } from "#model/time/day.ts";
import { isTimeZone } from "#model/time/time-zone.ts";
import { textFault } from "#model/words/plain-text.ts";
import { isWebAddress } from "#model/words/web-address.ts";
import { RESOURCE_FORM } from "./files/file-form.ts";
import type { Findings } from "./findings.ts";

const text = z.string().min(1);
const localized = z.object({ en: text, fr: text });
const label = z.string().min(1).max(LONGEST_LABEL);
const localizedLabel = z.object({ en: label, fr: label });
/** A label of a version stands in addresses, in names of files and in headers as it is. */
const versionLabel = z
  .string()
  .regex(
    /^[0-9A-Za-z][0-9A-Za-z._+-]{0,59}$/,
    "up to 60 unaccented letters, digits and . _ + -, the first a letter or a digit",
  );
const webAddress = z.string().refine(isWebAddress, "a whole http or https address");
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
  name: z
    .string()
    .regex(/^[a-z0-9]+(?:[-._][a-z0-9]+)*$/, "lower-case letters, digits, - . _")
    .max(100),
  version: versionLabel,
  created: z.iso.datetime({ offset: true }).optional(),
  licenses: z.array(z.object({ name: label, title: label, path: webAddress })).min(1),
  resources: z
    .array(z.object({ name: z.string(), path: insidePath, ...RESOURCE_FORM }).loose())
    .min(1),
  rocade: z.object({
    title: localizedLabel,
    description: localized,
    attribution: localized,
    credit: localized,
    /** How a sentence names the reference place and the line that separates, with their articles. */
    words: z.object({ reference: localizedLabel, separator: localizedLabel }),
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

/** Reads the descriptor; undefined when it cannot be used, all reasons for which are reported. */
export function parseDescriptor(text: string, findings: Findings): Descriptor | undefined {
  const refuse = (name: string, got: string, allowed: string) =>
    findings.problem({ file: DESCRIPTOR_FILE, line: null, name, got, allowed });
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    refuse("file", message, "JSON");
    return undefined;
  }
  const parsed = schema.safeParse(document);
  if (!parsed.success) {
    for (const { message, path } of parsed.error.issues)
      refuse(path.join(".") || "file", valueAt(document, path), message);
    return undefined;
  }
  for (const [name, value] of textsIn(parsed.data)) {
    const fault = textFault(value);
    if (fault) refuse(name, fault.got, fault.allowed);
  }
  return parsed.data;
}

/** Every text in a document of JSON, with the names that lead to it. */
function* textsIn(value: unknown, name = ""): Generator<[name: string, text: string]> {
  if (typeof value === "string") yield [name, value];
  else if (value !== null && typeof value === "object")
    for (const [key, part] of Object.entries(value))
      yield* textsIn(part, name ? `${name}.${key}` : key);
}

function valueAt(document: unknown, path: readonly PropertyKey[]): string {
  let value: unknown = document;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  return JSON.stringify(value)?.slice(0, 60) ?? "nothing";
}
