// Tasks over 100 ms, and whose work they are, by the samples of the browser's own profiler.
const LONG_MS = 100;
const SAMPLE_MICROSECONDS = 1000;
const MAP_FILE = /\/maplibre-[^/]*\.js$/;

/**
 * Does the work; answers the long tasks meanwhile, each with the milliseconds that were the page's own code, MapLibre's, and
 * the browser's (layout, painting, waiting for what draws the map).
 */
export async function whoseTasks(page, session, work) {
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: SAMPLE_MICROSECONDS });
  await session.send("Profiler.start");
  // The profiler counts from its own beginning.
  const began = await page.evaluate(() => {
    globalThis.benchTasks = [];
    globalThis.benchObserver = new PerformanceObserver((list) => {
      for (const { duration, startTime } of list.getEntries())
        globalThis.benchTasks.push({ duration, startTime });
    });
    globalThis.benchObserver.observe({ type: "longtask" });
    return performance.now();
  });
  await work();
  const tasks = await page.evaluate(() => {
    globalThis.benchObserver.disconnect();
    return globalThis.benchTasks;
  });
  const { profile } = await session.send("Profiler.stop");
  const samples = samplesOf(profile, began);
  const longTasks = tasks
    .filter(({ duration }) => duration > LONG_MS)
    .map((task) => ({ ms: task.duration, ...sharesOf(task, samples) }));
  return { longTasks };
}

/** When each sample was taken, how long it stands for, and in whose code. */
function samplesOf({ nodes, samples, startTime, timeDeltas }, began) {
  const owners = new Map(nodes.map(({ id, callFrame }) => [id, ownerOf(callFrame)]));
  let at = startTime;
  return samples.map((id, index) => {
    at += timeDeltas[index];
    const ms = timeDeltas[index] / 1000;
    return { at: began + (at - startTime) / 1000, ms, owner: owners.get(id) };
  });
}

function ownerOf({ url }) {
  if (!/\/assets\/[^/]*\.js$/.test(url)) return "browser";
  return MAP_FILE.test(url) ? "map" : "own";
}

function sharesOf({ duration, startTime }, samples) {
  const shares = { own: 0, map: 0, browser: 0 };
  for (const { at, ms, owner } of samples)
    if (at >= startTime && at <= startTime + duration) shares[owner] += ms;
  return shares;
}
