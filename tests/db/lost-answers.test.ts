// An answer that is lost between a server and its client, both of which are well.
import { sql } from "drizzle-orm";
import { expect, inject, it, vi } from "vitest";
import { openSessions } from "#db/sessions.ts";
import { breakableWay } from "#tests/support/databases/breakable-way.ts";
import { testDatabase, testDatabaseUrl } from "#tests/support/databases/database.ts";

const hasServer = inject("postgresUrl") !== null;
const LONGEST_MS = 4000;

it.skipIf(!hasServer)(
  "a question whose answer is lost is given up, and the next one is answered",
  async () => {
    const db = await testDatabase();
    const way = await breakableWay(await testDatabaseUrl());
    const { close, questions } = openSessions(
      `${way.url}?application_name=lost`,
      false,
      LONGEST_MS,
    );
    const state = async () => {
      const rows = await db.execute(
        sql`SELECT state FROM pg_stat_activity WHERE application_name = 'lost' AND query LIKE '%pg_sleep%'`,
      );
      return [...(rows as Iterable<{ state: string }>)].map((row) => row.state);
    };
    const ask = async (text: string) => questions.unsafe(text, []);
    try {
      const lost = ask("SELECT pg_sleep(0.5)").catch((error) => error);
      await vi.waitUntil(async () => (await state()).includes("active"));
      way.be("silent");
      await vi.waitUntil(async () => (await state()).includes("idle"), 5000);
      way.be("open");
      expect(await lost).toMatchObject({ code: expect.stringMatching(/^CONNECTION_/) });
      expect([...((await ask("SELECT 1 AS one")) as unknown as unknown[])]).toEqual([{ one: 1 }]);
    } finally {
      await close();
      await way.cut();
    }
  },
);

it.skipIf(!hasServer)(
  "an answer that is cut off between its rows leaves no gap in front of the next one",
  async () => {
    let left = Number.POSITIVE_INFINITY;
    const way = await breakableWay(await testDatabaseUrl(), {
      onAnswered: ({ length }) => {
        left -= length;
        return left < 0;
      },
    });
    const { close, questions } = openSessions(way.url, false, LONGEST_MS);
    const rows = (to: number) => `SELECT number FROM generate_series(1, ${to}) AS number`;
    const ask = async (to: number) => [
      ...((await questions.unsafe(rows(to), [])) as { number: number }[]),
    ];
    const asRaw = async (to: number) => [...(await questions.unsafe(rows(to), []).raw())];
    // More than there are connections, so that each is cut and asked again.
    const everywhere = <Answer>(work: (index: number) => Promise<Answer>) =>
      Promise.all(Array.from({ length: 30 }, (_, index) => work(index)));
    try {
      await everywhere(() => ask(1));
      left = 500_000;
      const cut = await everywhere(() => ask(100_000).catch((error) => error));
      expect(cut).toContainEqual(
        expect.objectContaining({ code: expect.stringMatching(/^(CONNECTION_|ECONN)/) }),
      );
      left = Number.POSITIVE_INFINITY;
      const whole = [1, 2, 3].map((number) => ({ number }));
      for (const answer of await everywhere(() => ask(3))) expect(answer).toEqual(whole);
      left = 500_000;
      await everywhere(() => asRaw(100_000).catch((error) => error));
      left = Number.POSITIVE_INFINITY;
      for (const answer of await everywhere(() => asRaw(3)))
        expect(answer.map(([number]) => String(number))).toEqual(["1", "2", "3"]);
    } finally {
      await close();
      await way.cut();
    }
  },
);
