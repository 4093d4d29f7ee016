// The API definition as others read it.
import { expect, it } from "vitest";
import { productUrl } from "#tests/support/programs/foreign-client.ts";
import { redoclyFaults } from "#tests/support/programs/redocly.ts";

it("Redocly finds nothing wrong in the API definition", async () => {
  const source = await (await fetch(`${productUrl}/api/openapi`)).text();
  expect(await redoclyFaults(source)).toEqual([]);
  expect(source.length).toBeGreaterThan(10_000);
});
