// From what a package declares to what the dataset says of itself: what was left out follows from the package.
import { type DeclaredAttributes, NO_ATTRIBUTES } from "#model/dataset/attribute.ts";
import type { Declared, DeclaredSeparation } from "#model/dataset/declared.ts";
import { DERIVABLE, type Derivable, type Told, wholeOf } from "#model/dataset/whole.ts";
import { parseDay, printDay } from "#model/time/day.ts";
import { inFirst } from "#model/words/language.ts";
import type { Declaration } from "./declaration.ts";

/** The names that a package has outside the declaration. */
export type PackageNames = {
  readonly name: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
};

/** What the rows of a package tell. */
export type Survey = Told & { readonly placeKinds: ReadonlySet<string> };

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
  /** What follows from the rows. */
  readonly derived: readonly Derivable[];
  readonly missing: readonly string[];
} {
  // What is said of a publish is of the version alone.
  const { publish: _publish, separation, ...own } = declaration;
  const dayOf = (text: string | undefined) =>
    text === undefined ? null : (parseDay(text) ?? null);
  const said = {
    firstDay: dayOf(own.firstDay),
    lastDay: dayOf(own.lastDay),
    openingDay: dayOf(own.openingDay),
    extent: own.extent ?? null,
    home: own.home ?? null,
  };
  const whole = wholeOf(said, survey);
  const title = own.title ?? inFirst(names.title ?? names.name, own.languages);
  const { landmarks, outlined, barriers, grounds } = own.roles;
  const others = new Set([...landmarks, ...outlined, ...barriers, ...grounds]);
  return {
    separation,
    missing: [
      ...(said.firstDay === null && survey.firstDay === null ? ["firstDay"] : []),
      ...((said.lastDay ?? survey.lastDay ?? said.firstDay ?? survey.firstDay) === null
        ? ["lastDay"]
        : []),
      ...(said.extent === null && survey.extent === null ? ["extent"] : []),
    ],
    derived: DERIVABLE.filter((part) => said[part] === null),
    declared: {
      ...own,
      attributes,
      title,
      description: own.description ?? inFirst(names.description ?? "", own.languages),
      credit: own.credit ?? own.attribution,
      firstDay: whole.firstDay,
      lastDay: whole.lastDay,
      openingDay: whole.openingDay,
      openingMode: own.openingMode ?? (own.openingDay === undefined ? "cumulative" : "instant"),
      extent: whole.extent,
      home: whole.home,
      roles: {
        ...own.roles,
        sites: own.roles.sites ?? [...survey.placeKinds].filter((kind) => !others.has(kind)).sort(),
      },
      compare: own.compare && {
        from: dayOf(own.compare.from) ?? whole.lastDay,
        to: dayOf(own.compare.to) ?? whole.lastDay,
      },
    },
  };
}

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
