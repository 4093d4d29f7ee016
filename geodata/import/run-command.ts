// What the commands have in common: where they print, and how they end.
import { wordsOf } from "#db/words-of-error.ts";

export const say = (message: string) => process.stdout.write(`${message}\n`);
export const complain = (message: string) => process.stderr.write(`${message}\n`);

/** Runs a command and ends the process with its code; whatever goes wrong is told in words, with code 1, or 2 for its arguments. */
export async function runCommand(help: string, main: () => Promise<number>): Promise<never> {
  try {
    process.exit(await main());
  } catch (error) {
    const isUse = String((error as { code?: unknown } | null)?.code).startsWith("ERR_PARSE_ARGS");
    complain(isUse ? `${wordsOf(error)}\n\n${help}` : wordsOf(error));
    process.exit(isUse ? 2 : 1);
  }
}
