// How the scripts beside the product end: whatever goes wrong is told in words, with code 1, or 2 for their arguments.
import { parseArgs } from "node:util";

/** What a script was asked that it does not know; told with its help. */
export class WrongUse extends Error {}

/** Options and positionals of the command line, `--help` among the options; at most so many positionals. */
export function readArguments(options, maxPositionals) {
  const help = { type: "boolean", default: false };
  const { positionals, values } = parseArgs({
    options: { ...options, help },
    allowPositionals: true,
  });
  if (positionals.length > maxPositionals)
    throw new WrongUse(
      `got ${positionals.join(" ")}, expected at most ${maxPositionals} beside options`,
    );
  return { positionals, values };
}

/** Runs the script and ends the process. */
export async function runScript(help, main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const isUse = error instanceof WrongUse || String(error?.code).startsWith("ERR_PARSE_ARGS");
    process.stderr.write(`${wordsOf(error)}\n${isUse ? `\n${help}` : ""}`);
    process.exitCode = isUse ? 2 : 1;
  }
  process.exit();
}

/** The message without what belongs to the inside: traces, and the logs that a browser adds. */
export function wordsOf(error) {
  const text = error instanceof Error ? error.message : String(error);
  // A browser that cannot be started, or a page that cannot be reached, is told in the first line.
  return (
    text
      .split("\n")[0]
      .replace(/^\w+(\.\w+)+: /, "")
      .trim() || String(error?.code)
  );
}
