// Sentences that head a picture, with names in braces for what is only known when it is drawn: "{inside} of {sites} known
// sites inside the wall".

/** What a template may leave to be filled in, and what stands there. */
export const TITLE_VALUES = {
  date: "the date or the stretch of days in words",
  month: "the month in words, of a picture of days in one month",
  year: "the year, of a picture of days in one year",
  sites: "the number of sites, on one day",
  inside: "how many of them are on the near side of the line",
  edge: "how many at its edge",
  beyond: "how many beyond it",
  events: "the number of events of the days",
  place: "the name of the place that is chosen",
  category: "what the one category is called that is asked for",
} as const;
export type TitleValue = keyof typeof TITLE_VALUES;
export type TitleValues = Readonly<Partial<Record<TitleValue, string>>>;

const BRACES = /\{([^{}]*)\}/g;

/** The names in braces, in the order of the sentence; not all of them need be known. */
export function namesInTemplate(template: string): string[] {
  return [...template.matchAll(BRACES)].map(([, name = ""]) => name);
}

/** Whether nothing stands in braces but what can be filled in. */
export function isTitleTemplate(template: string): boolean {
  return (
    namesInTemplate(template).every((name) => Object.hasOwn(TITLE_VALUES, name)) &&
    !/[{}]/.test(template.replaceAll(BRACES, ""))
  );
}

/** The sentence with its values; null where one of them is not known: no sentence has a gap. */
export function fillTemplate(template: string, values: TitleValues): string | null {
  const known = namesInTemplate(template).every((name) => values[name as TitleValue] !== undefined);
  return known ? template.replaceAll(BRACES, (_, name: TitleValue) => values[name] ?? "") : null;
}
