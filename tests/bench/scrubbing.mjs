// A step of the date against a bare repaint of the same map, in a browser.
import { withBrowserPage } from "./browser-page.mjs";

/** Answers figures and prints them. */
export async function benchScrubbing(print) {
  return withBrowserPage(async (call) => {
    const scrub = await call("tests/bench/scrub-page.ts", "measureScrub");
    print(
      `Scrubbing Calais, software rendering, medians of ${scrub.rounds} rounds of updates in a row`,
    );
    const rows = [
      ["bare repaint", scrub.bareRepaint],
      ["step that changes the map", scrub.changingStep],
      ["step of a sweep by week, mean", scrub.sweepStep],
      ["MapLibre setFilter", scrub.setFilter],
    ];
    for (const [name, ms] of rows)
      print(
        `  ${name.padEnd(32)} ${ms.toFixed(1).padStart(7)} ms  ${(ms / scrub.bareRepaint).toFixed(2).padStart(6)} × bare repaint`,
      );
    print(
      `  ${"drawn updates".padEnd(32)} ${scrub.drawnUpdatesPerSecond.toFixed(1).padStart(7)} a second`,
    );
    return scrub;
  });
}
