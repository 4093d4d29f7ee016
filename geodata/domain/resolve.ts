// From what a package declares to what the dataset says of itself: what was left out follows from the package.
import { type DeclaredAttributes, NO_ATTRIBUTES } from "#model/dataset/attribute.ts";
import type { Declared, DeclaredSeparation } from "#model/dataset/declared.ts";
import type { Bbox } from "#model/space/bbox.ts";
import { type Day, parseDay, printDay } from "#model/time/day.ts";
import { inFirst } from "#model/words/language.ts";
import type { Declaration } from "./declaration.ts";

/** The names that a package has outside the declaration. */
export type PackageNames = {
  readonly name: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
};

/** What the rows of a package tell. */
export type Survey = {
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  /** The box around all positions. */
  readonly extent: Bbox | null;
  readonly placeKinds: ReadonlySet<string>;
};

export const NO_SURVEY: Survey = {
  firstDay: null,
  lastDay: null,
  extent: null,
  placeKinds: new Set(),
};

/** True where something is to be looked up in the rows. */
export function needsSurvey({ extent, firstDay, lastDay }: Declaration): boolean {
  return !extent || !firstDay || !lastDay;
}

/** What is neither declared nor told by the rows is of the whole world and of one day; `missing` names it. */
export function resolveDeclaration(
  declaration: Declaration,
  names: PackageNames,
  survey: Survey,
  attributes: DeclaredAttributes = NO_ATTRIBUTES,
): {
  readonly declared: Declared;
  readonly separation: DeclaredSeparation | null;
  readonly missing: readonly string[];
} {
  // What is said of a publish is of the version alone.
  const { publish: _publish, separation, ...own } = declaration;
  const dayOf = (text: string | undefined) =>
    text === undefined ? null : (parseDay(text) ?? null);
  const firstDay = dayOf(own.firstDay) ?? survey.firstDay;
  const lastDay = dayOf(own.lastDay) ?? survey.lastDay ?? firstDay;
  const extent = own.extent ?? survey.extent;
  const title = own.title ?? inFirst(names.title ?? names.name, own.languages);
  const { landmarks, outlined, barriers, grounds } = own.roles;
  const others = new Set([...landmarks, ...outlined, ...barriers, ...grounds]);
  const end = lastDay ?? NO_DAY;
  return {
    separation,
    missing: [
      ...(firstDay === null ? ["firstDay"] : []),
      ...(lastDay === null ? ["lastDay"] : []),
      ...(extent === null ? ["extent"] : []),
    ],
    declared: {
      ...own,
      attributes,
      title,
      description: own.description ?? inFirst(names.description ?? "", own.languages),
      credit: own.credit ?? own.attribution,
      firstDay: firstDay ?? end,
      lastDay: end,
      openingDay: dayOf(own.openingDay) ?? end,
      openingMode: own.openingMode ?? (own.openingDay === undefined ? "cumulative" : "instant"),
      extent: extent ?? WORLD,
      home: own.home ?? extent ?? WORLD,
      roles: {
        ...own.roles,
        sites: own.roles.sites ?? [...survey.placeKinds].filter((kind) => !others.has(kind)).sort(),
      },
      compare: own.compare && {
        from: dayOf(own.compare.from) ?? end,
        to: dayOf(own.compare.to) ?? end,
      },
    },
  };
}

const NO_DAY = 0 as Day;
export const WORLD: Bbox = { west: -180, south: -90, east: 180, north: 90 };

/** The declaration of what a dataset says of itself, as a descriptor writes it. */
export function declarationOf(declared: Declared, separation: DeclaredSeparation | null) {
  const { compare, firstDay, lastDay, openingDay } = declared;
  // Columns are described where the tables are.
  const { attributes: _attributes, ...own } = declared;
  return {
    ...own,
    firstDay: printDay(firstDay),
    lastDay: printDay(lastDay),
    openingDay: printDay(openingDay),
    compare: compare && { from: printDay(compare.from), to: printDay(compare.to) },
    separation,
  };
}
