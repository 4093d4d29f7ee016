// Who holds a directory: a process, named so that another one can tell whether it still lives.
import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";

export type Holder = {
  readonly pid: number;
  readonly host: string;
  /** When the directory was taken, ISO 8601. */
  readonly since: string;
  /**
   * The running machine and its space of process numbers: two processes that give the same see each other. Null where the
   * system does not tell (it is read from Linux' /proc).
   */
  readonly machine: string | null;
  /** When the process was started, in ticks since the machine was: a number that is used again is another process. */
  readonly started: string | null;
  /** Number of the file in which this is written: a copy of it has another. Older programs wrote none. */
  readonly inode?: string;
};

/** This process. */
export async function ownHolder(): Promise<Holder> {
  return {
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    machine: await ownMachine(),
    started: (await stateOf(process.pid))?.started ?? null,
  };
}

/** Reads what `ownHolder` was written as; undefined of any other text. */
export function parseHolder(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null;
    return typeof holder?.pid === "number" ? (holder as Holder) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the holder lives; undefined where that cannot be told from here. */
export async function isAlive({ pid, machine, started }: Holder): Promise<boolean | undefined> {
  if (machine === null || started === null || machine !== (await ownMachine())) return undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const state = await stateOf(pid);
  // Hidden from us, as processes of other users may be.
  if (!state) return undefined;
  return state.started === started && !state.hasEnded;
}

async function ownMachine(): Promise<string | null> {
  try {
    const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
    return `${boot.trim()} ${await readlink("/proc/self/ns/pid")}`;
  } catch {
    return null;
  }
}

type State = { readonly started: string; readonly hasEnded: boolean };

/** From /proc/PID/stat (proc(5)), whose second field, in brackets, is the only one that may hold spaces. */
async function stateOf(pid: number): Promise<State | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const [state, ...fields] = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const started = fields[18];
  if (state === undefined || started === undefined) return undefined;
  return { started, hasEnded: /[ZXx]/.test(state) };
}
