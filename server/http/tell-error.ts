// What the log has of an error. Messages of databases and parsers repeat what was asked, which is the reader's own: of
// those only the kind, the code and the place are told.
import type { Context } from "hono";
import { routePath } from "hono/route";
import { wordsOf } from "#db/words-of-error.ts";
import type { LogFields } from "../log.ts";
import type { AppEnv } from "./app-env.ts";
import { databaseAway } from "./database-away.ts";

/** Errors of the language, whose messages name the program's own parts, never a value. */
const MESSAGES_OF_THE_LANGUAGE = new Set(["TypeError", "RangeError", "ReferenceError"]);
/**
 * Codes whose messages name a server, a table or a right and repeat no value: of the network and the driver, and those
 * classes of SQLSTATE that are about the server and the schema. Those about data and syntax (22, 23, 42601) do.
 */
const CODES_THAT_ARE_TOLD =
  /^(E[A-Z]+|CONNECT(ION)?_[A-Z_]+|(08|25|28|3D|40|53|55|57|58)[0-9A-Z]{3}|42(P01|501|703))$/;

type Coded = { readonly code?: unknown; readonly constraint_name?: unknown };

/**
 * The kind, the code and the place of an error and of its cause, and its message where it can repeat no question. Of a
 * database that is away, which is no fault of this program, only what that says.
 */
export function describeError(error: Error): LogFields {
  const away = databaseAway(error) as (Error & Coded) | undefined;
  if (away) return { code: String(away.code), detail: wordsOf(away) };
  const { cause, message, name, stack } = error;
  const { code } = error as Coded;
  const isTold =
    MESSAGES_OF_THE_LANGUAGE.has(name) ||
    (typeof code === "string" && CODES_THAT_ARE_TOLD.test(code));
  const of = cause instanceof Error && cause !== error ? describeError(cause) : undefined;
  return {
    error: name,
    ...(typeof code === "string" ? { code } : {}),
    ...(isTold ? { detail: message } : {}),
    at: framesOf(stack, message),
    ...(of ? { cause: JSON.stringify(of) } : {}),
  };
}

/** The frames of a stack, without the message before them. */
function framesOf(stack = "", message: string): string {
  const frames = stack.slice(stack.indexOf(message) + message.length).split("\n");
  return frames.filter((line) => line.startsWith("    at ")).join("\n");
}

/** Writes what happened to a request into the log, under the id that its answer has. */
export function tellError(context: Context<AppEnv>, error: Error, what: string): void {
  tell(context, what, describeError(error));
}

/** The same of what is no error. */
export function tell(context: Context<AppEnv>, what: string, fields: LogFields): void {
  context.get("log").error(what, {
    requestId: context.get("requestId"),
    route: routePath(context),
    ...fields,
  });
}
