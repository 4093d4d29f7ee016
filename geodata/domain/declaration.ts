// What a data package declares about itself: the block `rocade` of its descriptor. Everything may be left out.
import { z } from "zod";
import {
  COLLECTION_ROLES,
  type CollectionRole,
  MEASURE_TYPES,
  OPENING_MODES,
} from "#model/dataset/declared.ts";
import { isTitleTemplate, TITLE_VALUES } from "#model/dataset/title-template.ts";
import { PUBLISH_CLASSES } from "#model/dataset/version.ts";
import { isTimeZone } from "#model/time/time-zone.ts";
import { type Language, parseLanguage } from "#model/words/language.ts";
import { box, day, id, ids, perhaps, type Texts, textsIn } from "./parts.ts";
import { separation } from "./separation.ts";
import { roles, vocabularies } from "./vocabularies.ts";

/** More columns for each text than a table would have room for. */
const MAX_LANGUAGES = 50;

const language = z
  .string()
  .refine(
    (tag) => parseLanguage(tag) === tag,
    "a language as BCP 47 writes it, such as en, ar, pt-BR or zh-Hant",
  );

/** The languages of a package, read before the rest: its texts are in them. */
export const languages = z
  .array(language)
  .min(1)
  .max(MAX_LANGUAGES)
  .refine((all) => new Set(all).size === all.length, "each language once")
  .describe(
    "Languages of the texts (BCP 47), as many as there are; the first is spoken where no other is asked for. Default: those of the title, or English.",
  );

/** The languages of a block that need not be right otherwise. */
export function languagesOf(block: unknown): readonly Language[] {
  const { languages: given, title } = Object(block) as Record<string, unknown>;
  const declared = languages.safeParse(given);
  if (declared.success) return declared.data;
  const ofTitle = languages.safeParse(typeof title === "object" ? Object.keys(title ?? {}) : []);
  return ofTitle.data ?? ["en"];
}

/** The definition for texts in these languages; in any, where there are none. */
export function declarationIn(spokenLanguages: readonly Language[]) {
  const texts = textsIn(spokenLanguages);
  const { anyText, label, text } = texts;
  return z.strictObject({
    languages: languages.default(spokenLanguages.length > 0 ? [...spokenLanguages] : ["en"]),
    title: label.optional().describe("Default: the title of the package, or else its name."),
    headline: perhaps(text).describe(
      "The claim of the dataset in one sentence: in About, lists of datasets, cards of links.",
    ),
    standfirst: perhaps(text).describe(
      "Two or three sentences under the headline; where room is for one text, it stands for the description.",
    ),
    description: anyText.optional().describe("Default: the description of the package."),
    attribution: anyText.prefault("").describe("Who made the map and whose data it shows."),
    credit: anyText.optional().describe("The same in one line. Default: the attribution."),
    timeZone: z
      .string()
      .refine(isTimeZone, "a time zone of the IANA database, such as Europe/Paris")
      .default("UTC")
      .describe("In which the days are days."),
    firstDay: day.optional().describe("Default: the first day on which a record may begin."),
    lastDay: day.optional().describe("Default: the last day on which a record may end."),
    openingDay: day.optional().describe("Shown at first. Default: the last day."),
    openingMode: z
      .enum(OPENING_MODES)
      .optional()
      .describe(
        "What is shown at first: instant, the opening day alone; cumulative, everything from the first day to it. Default: the day alone where one is declared, or else everything.",
      ),
    extent: box.optional().describe("Where the records are. Default: the box around them."),
    home: box.optional().describe("What the map shows at first. Default: the extent."),
    vocabularies: vocabularies(texts),
    roles,
    separation: perhaps(separation(texts)),
    measures: z
      .array(
        z.strictObject({
          type: z.enum(MEASURE_TYPES),
          field: perhaps(z.string()).describe("Of a sum: the numeric field that is summed."),
          label: perhaps(label),
        }),
      )
      .default([])
      .describe("Figures that the dataset wants to be told by."),
    phrases: z
      .strictObject({
        wholeMap: perhaps(label).describe("Of the button that shows the whole map."),
        site: perhaps(label).describe(
          "“monastery”: what one of the sites is called in a sentence. Used with sites, in the languages of the interface that have both. None: site.",
        ),
        sites: perhaps(label).describe("“monasteries”: what several of them are called."),
        siteOutline: perhaps(label).describe("“outline of a settlement”."),
        barriers: perhaps(label).describe("“fences and wall”."),
        sitesMethod: perhaps(text).describe("How sites are counted, in one sentence."),
      })
      .prefault({}),
    collections: collections(texts),
    compare: perhaps(z.strictObject({ from: day, to: day })).describe(
      "Two dates worth comparing: offered first, and the pair of dates=compare. None: the first and the last day.",
    ),
    shortNames: z
      .record(id, label)
      .default({})
      .describe(
        "Short names of places by id, for map and axis. None: the name without its brackets.",
      ),
    titleTemplates: z
      .array(
        text.refine(
          (sentences) => Object.values(sentences).every(isTitleTemplate),
          `nothing in braces but ${Object.keys(TITLE_VALUES).join(", ")}`,
        ),
      )
      .default([])
      .describe(
        `Sentences to head a picture with, the first whose values are known: in braces ${Object.entries(
          TITLE_VALUES,
        )
          .map(([name, means]) => `{${name}}: ${means}`)
          .join("; ")}. None: the title.`,
      ),
    emphasis: z
      .record(id, ids)
      .default({})
      .describe(
        "By step of the story: the places and events that the map rings. None: its place and those of its events.",
      ),
    publish: perhaps(
      z.strictObject({
        note: perhaps(text).describe("What is new in it, in a sentence or two."),
        class: perhaps(z.enum(PUBLISH_CLASSES)),
      }),
    ).describe("What this version is to those who have read the one before; listed in About."),
    carriers: z
      .record(id, z.string().min(1))
      .default({})
      .describe("By source: who holds the copy that was read, beside who published it."),
  });
}

const RENAMED: readonly CollectionRole[] = ["sites", "outlines"];

function collections({ label, text }: Texts) {
  const words = z
    .strictObject({
      id: perhaps(id).describe("Its name in addresses, of sites and outlines alone."),
      title: perhaps(label),
      description: perhaps(text),
    })
    .prefault({});
  const fixed = words.refine((own) => own.id === null, "no id: it has the same one everywhere");
  const all = Object.fromEntries(
    COLLECTION_ROLES.map((role) => [role, RENAMED.includes(role) ? words : fixed]),
  );
  return z
    .strictObject(all as Record<CollectionRole, typeof words>)
    .prefault({})
    .describe("What collections of the API are called.");
}

/** A declaration that was read, all that need not be looked up in the rows filled in. */
export type Declaration = z.output<ReturnType<typeof declarationIn>>;
