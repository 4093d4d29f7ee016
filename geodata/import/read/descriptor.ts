import { z } from "zod";
import { declarationIn, languagesOf } from "#domain/declaration.ts";
import type { Licence } from "#model/dataset/dataset.ts";
import { LONGEST_LABEL } from "#model/field/text-fields.ts";
import type { Language } from "#model/words/language.ts";
import { textFault } from "#model/words/plain-text.ts";
import { isWebAddress } from "#model/words/web-address.ts";
import { RESOURCE_FORM } from "../files/file-form.ts";
import type { Findings } from "../findings.ts";
import { jsonFault } from "../refusal/json-fault.ts";
import { type Phrase, textRefusal } from "../refusal/refusal.ts";
import { nowWritten, withoutFormer } from "./former-members.ts";
import { issuePhrase, issueWords } from "./issue-words.ts";

const label = z.string().min(1).max(LONGEST_LABEL);
/** A label of a version stands in addresses, in names of files and in headers as it is. */
const versionLabel = z
  .string()
  .regex(
    /^[0-9A-Za-z][0-9A-Za-z._+-]{0,59}$/,
    "up to 60 unaccented letters, digits and . _ + -, the first a letter or a digit",
  );
const webAddress = z.string().refine(isWebAddress, "a whole http or https address");
/** Named or linked at least (Data Package v2); called by its title, or else by what there is. */
const licence = z
  .object({ name: label.optional(), title: label.optional(), path: webAddress.optional() })
  .refine(({ name, path }) => name !== undefined || path !== undefined, {
    path: ["name"],
    message: "a name, or path: the address of the licence",
  })
  .transform(({ name, path, title }): Licence => {
    const called = name ?? path ?? "";
    return { name: called, title: title ?? called, path: path ?? "" };
  });
/** A file of the package: relative, and not leading out of it (Data Package v2, security). */
const insidePath = z
  .string()
  .refine(
    (path) => !path.startsWith("/") && !path.split(/[/\\]/).includes(".."),
    "a path inside the package",
  );

/** Data Package v2 with one property of our own, `rocade`, whose texts are in these languages. */
const schemaIn = (spoken: readonly Language[]) =>
  z.object({
    name: z
      .string()
      .regex(/^[a-z0-9]+(?:[-._][a-z0-9]+)*$/, "lower-case letters, digits, - . _")
      .max(100),
    title: z.string().max(LONGEST_LABEL).optional(),
    description: z.string().optional(),
    version: versionLabel.optional(),
    created: z.iso.datetime({ offset: true }).optional(),
    licenses: z.array(licence).default([]),
    resources: z
      .array(z.object({ name: z.string(), path: insidePath, ...RESOURCE_FORM }).loose())
      .min(1),
    rocade: declarationIn(spoken).prefault({}),
  });

/** `datapackage.json` of a package that Rocade can show. */
export type Descriptor = z.infer<ReturnType<typeof schemaIn>>;

export const DESCRIPTOR_FILE = "datapackage.json";

/** Reads the descriptor; undefined when it cannot be used, all reasons for which are reported. */
export function parseDescriptor(text: string, findings: Findings): Descriptor | undefined {
  const refuse = (name: string, got: Phrase, allowed: Phrase) =>
    findings.problem({ file: DESCRIPTOR_FILE, line: null, name, got, allowed });
  let document: unknown;
  try {
    document = withoutFormer(JSON.parse(text));
  } catch (error) {
    refuse("file", jsonFault(text, error), ["json"]);
    return undefined;
  }
  const spoken = languagesOf(partOf(document, ["rocade"]));
  const parsed = schemaIn(spoken).safeParse(document, { error: issueWords });
  if (!parsed.success) {
    for (const { allowed, path } of parsed.error.issues.flatMap(innermost)) {
      refuse(path.join(".") || "file", valueAt(document, path), nowWritten(path) ?? allowed);
    }
    return undefined;
  }
  for (const [name, value] of textsIn(parsed.data)) {
    const fault = textFault(value);
    if (fault) refuse(name, ...textRefusal(fault));
  }
  return parsed.data;
}

type Issue = z.core.$ZodIssue;
type Found = { readonly path: readonly PropertyKey[]; readonly allowed: Phrase };

/** What is wrong within the alternative that was meant; of a value that is of none, the whole. */
function innermost(issue: Issue): Found[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      allowed: ["defined-property"],
    }));
  if (issue.code !== "invalid_union") return [{ path: issue.path, allowed: issuePhrase(issue) }];
  const [meant] = issue.errors.filter((within) =>
    within.every(({ code, path }) => path.length > 0 || code === "unrecognized_keys"),
  );
  const found = (meant ?? []).flatMap(innermost);
  if (found.length === 0) return [{ path: issue.path, allowed: ["texts-of-languages"] }];
  return found.map(({ allowed, path }) => ({ allowed, path: [...issue.path, ...path] }));
}

/** Every text in a document of JSON, with the names that lead to it. */
function* textsIn(value: unknown, name = ""): Generator<[name: string, text: string]> {
  if (typeof value === "string") yield [name, value];
  else if (value !== null && typeof value === "object")
    for (const [key, part] of Object.entries(value))
      yield* textsIn(part, name ? `${name}.${key}` : key);
}

function partOf(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value;
}

function valueAt(document: unknown, path: readonly PropertyKey[]): Phrase {
  const json = JSON.stringify(partOf(document, path))?.slice(0, 60);
  return json === undefined ? ["nothing"] : ["json-text", json];
}
