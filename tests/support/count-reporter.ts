import type { Reporter, TestModule } from "vitest/node";

/** Ends the run with one line, `N passed, N failed`, that other programs can read. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let [passed, failed, skipped] = [0, errors.length, 0];
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      passed += tests.filter((test) => test.result().state === "passed").length;
      failed += tests.filter((test) => test.result().state === "failed").length;
      skipped += tests.filter((test) => test.result().state === "skipped").length;
      // A file that could not be loaded has no test that could fail.
      if (module.state() === "failed" && tests.every((test) => test.result().state !== "failed"))
        failed += 1;
    }
    const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
    for (const test of modules.flatMap((module) => [...module.children.allTests()]))
      if (test.diagnostic()?.flaky)
        process.stdout.write(`  passed at the second attempt only: ${test.fullName}\n`);
    // After the summary of the default reporter.
    process.once("exit", () => process.stdout.write(`${line}\n`));
  }
}
