import { writeFileSync } from "node:fs";
import path from "node:path";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { packageFault } from "#server/package-fault.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

const folder = temporaryFolder("package-fault");

function written(name: string, content: string | Uint8Array): string {
  writeFileSync(path.join(folder, name), content);
  return name;
}

describe("a DATA_PACKAGE", () => {
  it("that is none is told of with all that can be read", () => {
    const [problem] = packageFault(folder, "nothing-here");
    expect(problem).toMatchObject({ name: "DATA_PACKAGE", got: '"nothing-here"' });
    for (const kind of ["folder", "ZIP", "CSV", "xlsx", "GeoJSON", "Linked Places", "KML", "GPX"])
      expect(problem?.allowed).toContain(kind);
  });

  it("may be one table, or a ZIP, which is told of where it is damaged", () => {
    const packed = zipSync({ "datapackage.json": new TextEncoder().encode("{}") });
    expect(packageFault(folder, written("bells.kml", "<kml/>"))).toEqual([]);
    expect(packageFault(folder, written("whole.zip", packed))).toEqual([]);
    const [problem] = packageFault(folder, written("cut.zip", packed.subarray(0, 40)));
    expect(problem?.got).toBe('"cut.zip", a ZIP that is damaged or cut off');
  });
});
