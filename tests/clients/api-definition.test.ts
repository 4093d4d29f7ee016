// The API definition as others read it: Redocly's linter with the rules that it recommends.
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, it } from "vitest";
import { productUrl } from "#tests/support/programs/foreign-client.ts";

it("Redocly finds nothing wrong in the API definition", async () => {
  const source = await (await fetch(`${productUrl}/api/openapi`)).text();
  const config = await createConfig({ extends: ["recommended"], telemetry: "off" } as never);
  const problems = await lintFromString({ source, absoluteRef: "openapi.json", config });
  const told = problems.map(({ ruleId, severity, message, location }) => ({
    ruleId,
    severity,
    message,
    at: location[0]?.pointer,
  }));
  expect(told).toEqual([]);
  expect(source.length).toBeGreaterThan(10_000);
});
