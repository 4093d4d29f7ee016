/** The environment without what the test runner set in it. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { VITEST: _, NODE_ENV: __, ...env } = process.env;
  return env;
}
