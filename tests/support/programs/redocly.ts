// Redocly's linter, with the rules that it recommends.
import { createConfig, lintFromString } from "@redocly/openapi-core";

/** What it finds wrong in a definition of the API. */
export async function redoclyFaults(source: string) {
  const config = await createConfig({ extends: ["recommended"], telemetry: "off" } as never);
  const problems = await lintFromString({ source, absoluteRef: "openapi.json", config });
  return problems.map(({ ruleId, severity, message, location }) => ({
    ruleId,
    severity,
    message,
    at: location[0]?.pointer,
  }));
}
