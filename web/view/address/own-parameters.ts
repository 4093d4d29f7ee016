// The parameters by which addresses ask for columns that a dataset has of its own: each under the name of its column,
// as in the API.
import {
  A_RANGE,
  isRanged,
  MAX_VALUES,
  type OwnColumn,
  type OwnCondition,
  parseOwn,
  printOwn,
} from "#model/question/own-column.ts";

/** Names that mean something else in addresses of the page, of an embedded map or of a picture. */
const TAKEN: ReadonlySet<string> = new Set([
  ...["date", "time", "mode", "certainty", "conventions", "kinds", "categories", "certainties"],
  ...["sides", "sourceKinds", "q", "area", "distances", "sel", "compare", "step", "view", "lang"],
  ...["bbox", "use", "width", "height", "scale", "paper", "orientation", "dpi", "title", "caption"],
  ...["theme", "background", "without", "layout", "dates", "text", "v", "controls", "versions"],
  ...["credentials", "figure", "byline", "note", "alt", "label", "annotation", "highlight"],
  "colours",
]);

/** What the parameter of a column is called: by its name, with `own.` before it where something else is called so. */
export const ownParameter = ({ name }: Pick<OwnColumn, "name">): string =>
  TAKEN.has(name) ? `own.${name}` : name;

/** The names of the parameters of all these columns. */
export const ownParameters = (columns: readonly OwnColumn[]): readonly string[] => [
  ...new Set(columns.map(ownParameter)),
];

/** What a parameter of these columns may be, in words. */
export function allowedOf(columns: readonly OwnColumn[], parameter: string): string {
  const type = columns.find((column) => ownParameter(column) === parameter)?.type ?? "text";
  const value = { text: "a text", boolean: "true or false", day: "a day written YYYY-MM-DD" };
  const one = type === "number" || type === "integer" ? "a number" : value[type];
  return `${one}${isRanged(type) ? `, or ${A_RANGE}` : ""}; repeated, one of at most ${MAX_VALUES}`;
}

/** What the parameters ask of the columns; `ignored` names those that make no sense. */
export function readOwn(parameters: URLSearchParams, columns: readonly OwnColumn[]) {
  const conditions = columns.flatMap((column): OwnCondition | [] => {
    const texts = parameters.getAll(ownParameter(column));
    const asked = parseOwn(column, texts);
    const { name, of, type } = column;
    return asked ? { name, type, of, asked } : [];
  });
  const read = new Set(conditions.map(ownParameter));
  const ignored = ownParameters(columns).filter((name) => parameters.has(name) && !read.has(name));
  return { conditions, ignored };
}

/** Puts what is asked of the columns in place of what the parameters asked of them. */
export function writeOwn(
  parameters: URLSearchParams,
  conditions: readonly OwnCondition[],
  columns: readonly OwnColumn[],
): void {
  for (const name of ownParameters(columns)) parameters.delete(name);
  for (const condition of conditions)
    for (const text of printOwn(condition)) parameters.append(ownParameter(condition), text);
}
