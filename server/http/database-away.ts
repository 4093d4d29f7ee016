/** SQLSTATE classes and codes of a database that is away, busy or too slow, not of a question that is wrong. */
const DATABASE_AWAY = /^(08|53|57P|57014)/;
const NETWORK_ERRORS = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
  "CONNECT_TIMEOUT",
]);
const CONNECTION_GONE = /^CONNECTION_/;

/** The error, or the cause of it, that says that the database is away; undefined of any other error. */
export function databaseAway(error: unknown): Error | undefined {
  const { cause, code } = (error ?? {}) as { code?: unknown; cause?: unknown };
  if (typeof code === "string")
    return DATABASE_AWAY.test(code) || NETWORK_ERRORS.has(code) || CONNECTION_GONE.test(code)
      ? (error as Error)
      : undefined;
  return cause !== undefined && cause !== error ? databaseAway(cause) : undefined;
}
