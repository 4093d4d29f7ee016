// The slider of the built page, dragged as fast as frames come: how much of its rate is left on a processor a quarter as
// fast, and whose work the tasks are that keep the page from answering.
import { whoseTasks } from "./long-tasks.mjs";

const ROUNDS = 3;
const ROUND_MS = 4000;
/** So many times slower, as browsers imitate a telephone. */
const SLOWER = 4;
/** A drag passes over so many days from one frame to the next. */
const DAYS = 7;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Answers figures of a page whose map is drawn. */
export async function measureDragging(page) {
  const session = await page.context().newCDPSession(page);
  const slowDown = (rate) => session.send("Emulation.setCPUThrottlingRate", { rate });
  const rates = { full: [], slow: [] };
  // Side by side, since what else the machine does changes.
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, rate] of Object.entries({ full: 1, slow: SLOWER })) {
      await slowDown(rate);
      rates[name].push(await drag(page));
    }
  await slowDown(1);
  const { longTasks } = await whoseTasks(page, session, () => drag(page));
  await slowDown(SLOWER);
  const slowed = await whoseTasks(page, session, () => drag(page));
  await slowDown(1);
  const [full, slow] = [median(rates.full), median(rates.slow)];
  return {
    framesPerSecond: full,
    slowFramesPerSecond: slow,
    shareWhenSlow: slow / full,
    longTasks,
    slowLongTasks: slowed.longTasks,
  };
}

/** Moves the date once a frame; answers frames a second. */
const drag = (page) =>
  page.evaluate(
    async ({ days, ms }) => {
      const slider = document.querySelector(".time-bar input[type=range]");
      const [first, last] = [Number(slider.min), Number(slider.max)];
      let [frames, value] = [0, first];
      const started = performance.now();
      while (performance.now() - started < ms) {
        value = value + days > last ? first : value + days;
        slider.value = String(value);
        slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await new Promise(requestAnimationFrame);
        frames += 1;
      }
      return (frames * 1000) / (performance.now() - started);
    },
    { days: DAYS, ms: ROUND_MS },
  );
