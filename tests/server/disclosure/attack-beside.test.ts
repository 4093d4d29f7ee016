// The same as in `attack.test.ts`, asked of a dataset beside that of the service, whose records are at several points.
import { describe, expect } from "vitest";
import { dbTest } from "#tests/support/databases/database.ts";
import { OTHER_SEVERAL_SECRETS, SEVERAL_SECRETS } from "#tests/support/packages/guarded-secrets.ts";
import {
  differences,
  everything,
  expectUnsaid,
  isWrong,
  NAMED,
} from "#tests/support/product/guarded-service.ts";

describe("what is protected in a dataset beside another", () => {
  dbTest(
    "is in no answer of either, log line or hash, as if it were elsewhere, were one point or several, or had never been",
    async () => {
      const one = await everything(SEVERAL_SECRETS, NAMED);
      expect([...one.answers].filter(([, answer]) => isWrong(answer))).toEqual([]);
      const found = [...one.answers.values()].filter(({ head }) => head.startsWith("200"));
      expect(found.length).toBeGreaterThan(600);
      const other = await everything(OTHER_SEVERAL_SECRETS, NAMED);
      expect(differences(one.answers, other.answers)).toEqual([]);
      expect(other.log).toEqual(one.log);
      expect(other.contentHash).toBe(one.contentHash);
      expectUnsaid(one.answers);
    },
    600_000,
  );
});
