// Packages that differ in nothing but what they protect are answered byte for byte alike, so that no question, whatever is
// worked out from its answers, can tell one from the other.
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { OTHER_SECRETS, SECRETS } from "#tests/support/packages/guarded-secrets.ts";
import {
  differences,
  everything,
  expectUnsaid,
  isWrong,
} from "#tests/support/product/guarded-service.ts";

describe("what is protected", () => {
  dbTest(
    "is in no answer, log line or hash: elsewhere, and had what is withheld never been, nothing would be told otherwise",
    async () => {
      const one = await everything(SECRETS);
      expect([...one.answers].filter(([, answer]) => isWrong(answer)).map(([at]) => at)).toEqual(
        [],
      );
      expect(one.answers.size).toBeGreaterThan(800);
      expectUnsaid(one.answers);
      // Of both at once: each of them would be a difference.
      const other = await everything({ ...OTHER_SECRETS, withheld: false });
      expect(differences(one.answers, other.answers)).toEqual([]);
      expect(other.log).toEqual(one.log);
      expect(other.contentHash).toBe(one.contentHash);
    },
    600_000,
  );
});
