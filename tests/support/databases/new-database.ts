// Databases that are made for one test or attempt, in the PostgreSQL of the run.
import postgres from "postgres";
import { inject } from "vitest";

let made = 0;

/** Makes a database, empty or a copy of one that nobody uses; returns its address. Throws where there is no PostgreSQL. */
export async function createDatabase(template?: string): Promise<string> {
  made += 1;
  const name = `made_${process.pid}_${made}`;
  const like = template ? `TEMPLATE ${nameIn(template)}` : "";
  await asOwner((sql) => sql.unsafe(`CREATE DATABASE ${name} ${like}`));
  const url = new URL(postgresUrl());
  url.pathname = `/${name}`;
  return url.href;
}

/** Removes one of them, whoever is connected to it. */
export async function dropDatabase(url: string): Promise<void> {
  await asOwner((sql) => sql.unsafe(`DROP DATABASE IF EXISTS ${nameIn(url)} WITH (FORCE)`));
}

const nameIn = (url: string) => new URL(url).pathname.slice(1);

/** In the database of the run, beside which the others are made. */
async function asOwner(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(postgresUrl(), { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

function postgresUrl(): string {
  const url = inject("postgresUrl");
  if (url === null) throw new Error("there is no PostgreSQL here");
  return url;
}
