// The parts of which a declaration is put together.
import { z } from "zod";
import { LONGEST_LABEL } from "#model/field/text-fields.ts";
import { parseDay } from "#model/time/day.ts";
import { inFirst, type Language, type Localized } from "#model/words/language.ts";

const LONGEST_ID = 200;

export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "an id of lower-case letters, digits and single hyphens")
  .max(LONGEST_ID);
export const ids = z.array(id);

export const day = z
  .string()
  .refine((text) => parseDay(text) !== undefined, "a day written YYYY-MM-DD");

const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
export const box = z
  .strictObject({ west: longitude, south: latitude, east: longitude, north: latitude })
  .describe("Degrees (WGS 84); where west is more than east, the box crosses the antimeridian.");

/** Texts of a dataset: one for all its languages, or one for each; what a language lacks is said in the first. */
export function textsIn(languages: readonly Language[]) {
  const [first = "en"] = languages;
  const inEach = (text: z.ZodString) =>
    z
      .union([text, languages.length === 0 ? z.record(z.string(), text) : inThese(text)])
      .transform((given) =>
        typeof given === "string" ? inFirst(given, languages) : inOrder(given),
      );
  const inThese = (text: z.ZodString) =>
    z.strictObject(
      Object.fromEntries(
        languages.map((language) => [language, language === first ? text : text.optional()]),
      ) as Record<Language, z.ZodString>,
    );
  const inOrder = (given: Readonly<Partial<Record<Language, string>>>): Localized =>
    Object.fromEntries(
      languages.flatMap((language) => {
        const text = given[language];
        return text === undefined ? [] : [[language, text] as const];
      }),
    );
  return {
    languages,
    text: inEach(z.string().min(1)),
    /** A text that may be empty. */
    anyText: inEach(z.string()),
    /** What something is called: as long as a label may be. */
    label: inEach(z.string().min(1).max(LONGEST_LABEL)),
  };
}
export type Texts = ReturnType<typeof textsIn>;

/** May be missing or null, which is the same. */
export const perhaps = <Part extends z.ZodType>(part: Part) => part.nullable().default(null);
