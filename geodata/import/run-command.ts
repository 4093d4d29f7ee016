// What the commands have in common: what they are given, where they print, and how they end.
import { parseArgs } from "node:util";
import { wordsOf } from "#db/words-of-error.ts";

export const say = (message: string) => process.stdout.write(`${message}\n`);
export const complain = (message: string) => process.stderr.write(`${message}\n`);

type Command<Flag extends string, Option extends string> = {
  readonly help: string;
  /** What it works on, of which it is given one. */
  readonly target: "file" | "folder" | "package";
  /** What may be asked of it besides, as `--flag`. */
  readonly flags: readonly Flag[];
  /** What may be said of it besides, as `--option VALUE`. */
  readonly options?: readonly Option[];
  /** With these it works on nothing that is given: they say themselves what is done. */
  readonly withoutTarget?: readonly (Flag | Option)[];
};

/**
 * Runs a command on its file or folder and ends the process with the code that it gives. `--help` prints the help, with
 * code 0. Whatever goes wrong is told in words, with code 1, or 2 for wrong arguments, after which the help stands.
 */
export async function runCommand<Flag extends string, Option extends string = never>(
  { flags, help, options: named = [], target, withoutTarget = [] }: Command<Flag, Option>,
  work: (
    target: string,
    asked: Readonly<Record<Flag, boolean>> & { readonly [name in Option]?: string },
  ) => Promise<number>,
): Promise<never> {
  const refuse: (reason: string) => never = (reason) => {
    complain(`${reason}\n\n${help}`);
    process.exit(2);
  };
  try {
    const options = Object.fromEntries([
      ...["help", ...flags].map((flag) => [flag, { type: "boolean", default: false } as const]),
      ...named.map((name) => [name, { type: "string" } as const]),
    ]);
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if ("help" in values && values.help) {
      say(help);
      process.exit(0);
    }
    const alone = withoutTarget.find((name) => (values as Record<string, unknown>)[name]);
    if (alone !== undefined && positionals.length > 0)
      return refuse(`got ${positionals.join(", ")} beside --${alone}, which takes no ${target}`);
    const [given = "", ...more] = positionals;
    if (alone === undefined && (given === "" || more.length > 0))
      return refuse(`got ${positionals.length} ${target}s, expected one`);
    process.exit(await work(given, values as unknown as Parameters<typeof work>[1]));
  } catch (error) {
    const isUse = String((error as { code?: unknown } | null)?.code).startsWith("ERR_PARSE_ARGS");
    if (isUse) refuse(wordsOf(error));
    complain(wordsOf(error));
    process.exit(1);
  }
}
