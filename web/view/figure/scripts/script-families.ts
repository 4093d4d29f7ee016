// Which typeface has which character, and how wide it is there: of the scripts that the typeface of the page lacks.
// Read from the fonts themselves (tests/server/snapshot/script-families.test.ts), so that nothing has to be loaded to know it.
import table from "./script-families.json" with { type: "json" };

export type ScriptFamily = {
  /** `Noto Sans Arabic` */
  readonly family: string;
  /** The package of its files; null for the typeface of the page, which has more than the page needs. */
  readonly package: string | null;
};

type Character = { readonly family: ScriptFamily; readonly advance: number };

/** What `runs` are written in: see `printRuns` beside the test that makes them. */
const BASE = 36;

let known: ReadonlyMap<number, Character> | undefined;

/** Typeface and width (thousandths of the em) of a character, or undefined where no typeface has it. */
export function characterOf(code: number): Character | undefined {
  known ??= new Map(table.flatMap(charactersOf));
  return known.get(code);
}

function charactersOf({ runs, ...family }: (typeof table)[number]): [number, Character][] {
  const characters: [number, Character][] = [];
  let [next, advance] = [0, 0];
  for (const run of runs.split(" ")) {
    const [, gap = "0", length = "1", width] = /^(\w+)(?::(\w+))?(?:=(\w+))?$/.exec(run) ?? [];
    next += Number.parseInt(gap, BASE);
    if (width !== undefined) advance = Number.parseInt(width, BASE);
    for (let left = Number.parseInt(length, BASE); left > 0; left -= 1) {
      characters.push([next, { family, advance }]);
      next += 1;
    }
  }
  return characters;
}
