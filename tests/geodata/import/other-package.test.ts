import { expect, it } from "vitest";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { printRowProblem } from "#import/row-problem.ts";
import { writeHarbourPackage } from "#tests/support/packages/harbour-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

it("a package of another place and century, with fewer tables, is accepted", async () => {
  const folder = temporaryFolder("harbour");
  writeHarbourPackage(folder);
  const { problems } = await inspectPackage(filesOnDisk(folder));
  expect(problems.map(printRowProblem)).toEqual([]);
});
