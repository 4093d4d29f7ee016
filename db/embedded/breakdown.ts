// PGlite that cannot go on: its own program breaks down, as over a write for which there is no room, or finds its files
// damaged. Left to itself it goes round in its loop for ever, or fails at each question in another way. Here the first such
// failure is noticed, and whatever is asked afterwards fails at once.
import type { PGlite } from "@electric-sql/pglite";

/** The embedded database has broken down inside itself: nothing can be asked of it any more, only a new process helps. */
export class Breakdown extends Error {
  override readonly name = "Breakdown";
  /** SQLSTATE crash_shutdown: whoever asked is told that the database is away. */
  readonly code = "57P02";
}

/** What PGlite calls of its program for a question, or to end it. */
const CALLED = [
  "_PostgresMainLoopOnce",
  "_PostgresMainLongJmp",
  "_PostgresSendReadyForQueryIfNecessary",
  "_pgl_pq_flush",
  "_pgl_setPGliteExitStatus",
  "_pgl_setPGliteActive",
] as const;
type Name = (typeof CALLED)[number];
type Call = (...values: number[]) => number;

/** With this status the program leaves its loop when a statement has failed, which is all in order. */
const STATEMENT_FAILED = 100;

/** SQLSTATE of files that are damaged (data_corrupted, index_corrupted), or that the system does not read or write. */
const FILES_FAILED = /^(XX00[12]|58)/;

/** Resolves when the database breaks down. */
export function watchForBreakdown(client: PGlite): Promise<Breakdown> {
  const program = client.Module as unknown as Record<Name, Call>;
  // The program puts another function in the place of each at its first call.
  const put = (name: Name, call: Call) =>
    Object.defineProperty(program, name, { configurable: true, get: () => call, set: () => {} });
  return new Promise((resolve) => {
    const breakDown: (cause: unknown) => never = (cause) => {
      const breakdown = new Breakdown("the embedded database has broken down", { cause });
      const refuse = () => {
        throw breakdown;
      };
      for (const name of CALLED) put(name, refuse);
      resolve(breakdown);
      throw breakdown;
    };
    const watch = (name: Name) => {
      const call = program[name];
      put(name, (...values) => {
        try {
          return call(...values);
        } catch (error) {
          return breakDown(error);
        }
      });
    };
    watch("_PostgresMainLongJmp");
    watch("_PostgresSendReadyForQueryIfNecessary");
    watch("_pgl_pq_flush");
    const ask = client.execProtocolStream.bind(client);
    client.execProtocolStream = async (...question) => {
      try {
        return await ask(...question);
      } catch (error) {
        if (FILES_FAILED.test(String((error as { code?: unknown }).code))) breakDown(error);
        throw error;
      }
    };
    const { _PostgresMainLoopOnce: loop, _pgl_setPGliteExitStatus: setStatus } = program;
    let thrown: unknown;
    put("_PostgresMainLoopOnce", () => {
      try {
        return loop();
      } catch (error) {
        thrown = error;
        throw error;
      }
    });
    // Called where the loop has thrown, to learn with which status.
    put("_pgl_setPGliteExitStatus", (next = 0) => {
      const status = setStatus(next);
      const isInOrder =
        status === STATEMENT_FAILED && !(thrown instanceof WebAssembly.RuntimeError);
      return isInOrder ? status : breakDown(thrown);
    });
  });
}
