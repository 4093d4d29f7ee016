// One session for two: questions are asked by the reading role, which it has unless told otherwise; what the owner does
// is done in transactions, each of which takes the owner's role on and leaves it as it ends.
import type { PGlite, Transaction } from "@electric-sql/pglite";
import { READING_ROLE } from "../reading-role.ts";

/** Everything that is not asked by `ownerOf` is asked by the reading role from now on. */
export async function readByRole(client: PGlite): Promise<void> {
  await client.exec(`SET ROLE ${READING_ROLE}`);
}

/** The same client in the name of the owner. */
export function ownerOf(client: PGlite): PGlite {
  const transaction: PGlite["transaction"] = (work) =>
    client.transaction(async (own) => {
      await own.exec("SET LOCAL ROLE NONE");
      return work(own);
    });
  const alone =
    <Name extends "query" | "exec" | "sql">(name: Name) =>
    (...given: never[]) =>
      transaction((own: Transaction) =>
        (own[name] as (...values: never[]) => Promise<unknown>)(...given),
      );
  const own = { transaction, query: alone("query"), exec: alone("exec"), sql: alone("sql") };
  return new Proxy(client, {
    get: (target, name) => {
      const value = name in own ? own[name as keyof typeof own] : Reflect.get(target, name, target);
      return typeof value === "function" && !(name in own) ? value.bind(target) : value;
    },
  });
}
