import { expect, it } from "vitest";
import { withHostsTurned } from "#db/database-address.ts";

const of = (hosts: string) => `postgres://rocade:a%2Cb@${hosts}/rocade?sslmode=disable`;

it("an address of several hosts begins with any of them, and is otherwise the same", () => {
  const given = of("first:5432,second,third:5433");
  expect([0, 1, 2, 3].map((places) => withHostsTurned(given, places))).toEqual([
    given,
    of("second,third:5433,first:5432"),
    of("third:5433,first:5432,second"),
    given,
  ]);
});

it.each([of("only:5432"), "postgres:///rocade?host=/run/postgresql", "postgres://rocade@/rocade"])(
  "an address of one host stays as it is: %s",
  (given) => {
    expect(withHostsTurned(given, 3)).toBe(given);
  },
);
