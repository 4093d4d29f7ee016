// A program of the built product as a process of its own, which can be killed at any moment.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { projectRoot } from "#db/project-root.ts";
import { plainEnvironment } from "../../support/product/plain-environment.ts";
import { SHORT_LIVED } from "../../support/product/short-lived.ts";

export type Ending = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type Program = {
  readonly process: ChildProcess;
  /** All that it has printed so far, both streams. */
  readonly printed: () => string;
  /** The lines of its log so far, which is all that it prints on standard output while it serves. */
  readonly logged: () => readonly string[];
  /** The first match in what it prints; throws when it ends without one, or takes longer. */
  readonly says: (pattern: RegExp, longestMs?: number) => Promise<RegExpExecArray>;
  /** How it ended. */
  readonly ended: Promise<Ending>;
  /** Ends it with the signal, and waits for it. */
  readonly end: (signal: NodeJS.Signals) => Promise<Ending>;
};

/** The programs of the product. */
export type ProgramName = "main" | "import" | "check-links" | "backup" | "restore";

export type ProgramOptions = {
  readonly env?: NodeJS.ProcessEnv;
  /** What runs it, such as strace, with its arguments. */
  readonly under?: readonly string[];
  /** It serves for minutes, and its WebAssembly is compiled as for readers. */
  readonly isLongLived?: boolean;
  /** Folder of the built product; another than this one for another release of it. */
  readonly root?: string;
};

const LONGEST_MS = 180_000;

/** Nothing that was started outlives the tests. */
const running = new Set<(signal: NodeJS.Signals) => void>();
process.once("exit", () => {
  for (const kill of running) kill("SIGKILL");
});

/** Starts `dist/server/NAME.js` with Node. */
export function runProgram(
  name: ProgramName,
  args: readonly string[],
  { env = {}, under = [], isLongLived = false, root = projectRoot() }: ProgramOptions,
): Program {
  const script = path.join(root, "dist", "server", `${name}.js`);
  const node = [process.execPath, ...(isLongLived ? [] : SHORT_LIVED)];
  const [command = "", ...rest] = [...under, ...node, script, ...args];
  const child = spawn(command, rest, {
    cwd: root,
    env: { ...plainEnvironment(), PORT: "0", DATABASE_URL: "", LOG_LEVEL: "error", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own: the signal reaches what runs under strace, too.
    detached: true,
  });
  let [printed, logged] = ["", ""];
  const collect = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  child.stdout?.on("data", (chunk: Buffer) => {
    logged += chunk.toString();
    collect(chunk);
  });
  child.stderr?.on("data", collect);
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal }) as Ending);
  const kill = (signal: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // It has ended by itself.
    }
  };
  running.add(kill);
  void ended.then(() => running.delete(kill));
  const says = (pattern: RegExp, longestMs = LONGEST_MS) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(printed);
        if (!found) return;
        clearTimeout(timer);
        resolve(found);
      };
      const fail = (how: string) => reject(new Error(`${name} ${how}:\n${printed}`));
      const timer = setTimeout(() => fail(`did not say ${pattern} in time`), longestMs);
      child.stdout?.on("data", look);
      child.stderr?.on("data", look);
      void ended.then(({ code, signal }) => {
        clearTimeout(timer);
        look();
        fail(`ended with ${code ?? signal} and did not say ${pattern}`);
      });
      look();
    });
  return {
    process: child,
    printed: () => printed,
    logged: () => logged.split("\n").filter((line) => line !== ""),
    says,
    ended,
    end: (signal) => {
      kill(signal);
      return ended;
    },
  };
}

/** The address that the service prints when it is ready. */
export async function addressOf(service: Program): Promise<string> {
  const [, address = ""] = await service.says(/The map: {2}(http:\S+)\//);
  return address;
}
