// The dry run is the real load, into a database that is thrown away: what it says is what an import does.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { tryPackage } from "#import/load/trial.ts";
import { printRowProblem } from "#import/row-problem.ts";
import { ANCIENT_ID, writeAncientPackage } from "#tests/support/packages/ancient-package.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

// It is of the embedded database, whatever the package is loaded into afterwards.
describe("a load on trial", () => {
  it("takes dates before our era, and leaves nothing behind", async () => {
    const folder = temporaryFolder("trial");
    writeAncientPackage(folder, "whole");
    const temporary = temporaryFolder("temporary");
    vi.stubEnv("TMPDIR", temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const outcome = await tryPackage(folder, () => {});
    expect(outcome).toMatchObject({ status: "loaded", datasetId: ANCIENT_ID });
    expect(readdirSync(temporary)).toEqual([]);
  });

  it("tells of a ring that crosses itself by feature and in words, and of heights beside it not at all", async () => {
    const folder = path.join(temporaryFolder("trial"), "shapes");
    mkdirSync(folder);
    writeAncientPackage(folder, "near");
    const file = path.join(folder, "shapes.geojson");
    const document = JSON.parse(readFileSync(file, "utf8")) as {
      features: { geometry: object; properties: { id: string } }[];
    };
    const [first] = document.features;
    if (!first) throw new Error("the harbour has no outline");
    const [high, crossing] = [structuredClone(first), structuredClone(first)];
    Object.assign(high.properties, { id: "high" });
    Object.assign(crossing.properties, { id: "crossing" });
    high.geometry = {
      type: "Polygon",
      coordinates: [
        [
          [4, 52, 7],
          [4.1, 52, 7],
          [4.1, 52.1, 7],
          [4, 52, 7],
        ],
      ],
    };
    crossing.geometry = {
      type: "Polygon",
      coordinates: [
        [
          [4, 52],
          [4.1, 52.1],
          [4.1, 52],
          [4, 52.1],
          [4, 52],
        ],
      ],
    };
    const { length } = document.features;
    document.features.push(high, crossing);
    writeFileSync(file, JSON.stringify(document));
    const outcome = await tryPackage(folder, () => {});
    const said = outcome.status === "refused" ? outcome.problems.map(printRowProblem) : [];
    expect(said).toEqual([
      expect.stringMatching(
        new RegExp(
          `^shapes\\.geojson, feature ${length + 2} geometry: found Self-intersection at 4\\.05, 52\\.05; `,
        ),
      ),
    ]);
  });
});
