import type { LogLevel } from "./config.ts";

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;
export type Log = Readonly<Record<LogLevel, (message: string, fields?: LogFields) => void>>;

const RANK: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, error: 2 };

/** A structured log, one JSON object a line; `write` gets each line. */
export function createLog(level: LogLevel, write: (line: string) => void): Log {
  const at =
    (own: LogLevel) =>
    (message: string, fields: LogFields = {}) => {
      if (RANK[own] < RANK[level]) return;
      write(JSON.stringify({ time: new Date().toISOString(), level: own, message, ...fields }));
    };
  return { debug: at("debug"), info: at("info"), error: at("error") };
}
