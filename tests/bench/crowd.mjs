// Updates of the date among many events: the product's layer beside what MapLibre and deck.gl offer.
import { withBrowserPage } from "./browser-page.mjs";
import { exponentOf } from "./growth.mjs";

const NAMES = {
  rocade: "this layer",
  setFilter: "MapLibre setFilter",
  globalState: "MapLibre global state",
  deck: "deck.gl DataFilterExtension",
};
/** More is not tried: it would take minutes, or the page dies. */
const MAX = { setFilter: 100_000, globalState: 100_000 };
const LONGEST_MS = 180_000;

/** Answers figures and prints them. */
export async function benchCrowd(print, { isQuick }) {
  const sizes = isQuick ? [1000, 100_000] : [1000, 10_000, 100_000, 1_000_000];
  const contenders = isQuick ? ["rocade", "setFilter"] : Object.keys(NAMES);
  const figures = {};
  await withBrowserPage(async (call) => {
    print("Updates of the date among many events, each until it is drawn; software rendering");
    for (const contender of contenders) {
      figures[contender] = {};
      for (const count of sizes.filter(
        (size) => size <= (MAX[contender] ?? Number.POSITIVE_INFINITY),
      )) {
        const effort =
          contender === "rocade" ? { rounds: 5, updates: 10 } : { rounds: 3, updates: 4 };
        figures[contender][count] = await Promise.race([
          call("tests/bench/crowd-page.ts", "measureCrowd", contender, count, effort).catch(
            (error) => ({
              failed: String(error).slice(0, 200),
            }),
          ),
          new Promise((resolve) =>
            setTimeout(() => resolve({ failed: "not in time" }), LONGEST_MS),
          ),
        ]);
        print(
          `  ${NAMES[contender].padEnd(28)} ${printFigure(count, figures[contender][count], figures.rocade[count])}`,
        );
      }
      const done = Object.entries(figures[contender]).filter(([, { step }]) => step);
      if (done.length > 2) {
        figures[contender].exponent = exponentOf(
          done.map(([count, { step }]) => [Number(count), step]),
        );
        print(
          `  ${"".padEnd(28)} grows with the ${figures[contender].exponent.toFixed(2)}th power of the number of events`,
        );
      }
    }
  });
  const { rocade } = figures;
  const most = sizes.at(-1);
  figures.rateOfMostToLeast = rocade[most].rate / rocade[1000].rate;
  print(
    `  ${most} events at ${(100 * figures.rateOfMostToLeast).toFixed(0)} % of the rate of 1000`,
  );
  return figures;
}

function printFigure(count, { drawn, failed, rate, step }, own) {
  if (failed) return `${String(count).padStart(8)}  ${failed}`;
  return `${String(count).padStart(8)} events ${String(drawn).padStart(6)} drawn ${step.toFixed(1).padStart(8)} ms ${rate.toFixed(1).padStart(6)} a second ${(step / own.step).toFixed(1).padStart(6)} ×`;
}
