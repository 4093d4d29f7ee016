import { describe, expect, it } from "vitest";
import { toldWhere } from "#import/where-seen.ts";

const told = (settings: NodeJS.ProcessEnv) => toldWhere("bells", "/nowhere", settings);

describe("where an imported dataset can be seen", () => {
  it("is at the port that is set, and else at the usual one, which is said", () => {
    expect(told({ PORT: "8080" })).toBe(
      "See it at http://127.0.0.1:8080/d/bells/ (npm start, where it does not run yet).",
    );
    expect(told({})).toBe(
      "See it at http://127.0.0.1:3000/d/bells/ (npm start, where it does not run yet; 3000 is the port where PORT does not say another).",
    );
  });

  it("is below the public address, whatever the port", () => {
    expect(told({ PUBLIC_URL: "https://maps.example/x/" })).toBe(
      "See it at https://maps.example/x/d/bells/ (npm start, where it does not run yet).",
    );
  });
});
