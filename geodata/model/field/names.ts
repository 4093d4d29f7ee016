// Columns have names of lower-case words joined by underscores, in files, in the database and in the API alike; in
// TypeScript the same names are written in camel case.

/** `start_earliest` as `startEarliest`. */
export type Camel<Name extends string> = Name extends `${infer Head}_${infer Rest}`
  ? `${Head}${Capitalize<Camel<Rest>>}`
  : Name;

/** `start_earliest` as `startEarliest`. */
export function camel<Name extends string>(name: Name): Camel<Name> {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()) as Camel<Name>;
}

/**
 * An object with these names, all null, to be copied and filled. One that is built up name by name becomes a dictionary
 * after a dozen of them, and is slow ever after.
 */
export function blankOf(names: readonly string[]): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, null]))));
}
