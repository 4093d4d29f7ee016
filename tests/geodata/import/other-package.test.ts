import { expect, it } from "vitest";
import { inspectPackage } from "#import/load/import-package.ts";
import { printRowProblem } from "#import/row-problem.ts";
import { writeHarbourPackage } from "#tests/support/packages/harbour-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

it("a package of another place and century, with fewer tables, is accepted", async () => {
  const folder = temporaryFolder("harbour");
  writeHarbourPackage(folder);
  const { problems } = await inspectPackage(folder);
  expect(problems.map(printRowProblem)).toEqual([]);
});
