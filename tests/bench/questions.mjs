// The same random questions for everybody who is measured: boxes of a degree and a month, and tiles around them.

/** Numbers in [0, 1) that look random and are the same each time. */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const pad = (number) => String(number).padStart(2, "0");

/** A month as its name, its first day, its last, and the day after. */
function monthAt(index) {
  const [year, month] = [2013 + Math.floor(index / 12), (index % 12) + 1];
  const day = (at) => new Date(Date.UTC(year, month - 1, at)).toISOString().slice(0, 10);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { name: `${year}-${pad(month)}`, first: day(1), last: day(last), until: day(last + 1) };
}

export const MONTHS = Array.from({ length: 48 }, (_, index) => monthAt(index));

export function boxQuestions(count, seed = 42) {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const west = Number((-4.5 + random() * 11.5).toFixed(3));
    const south = Number((42.5 + random() * 7.5).toFixed(3));
    const east = Number((west + 1).toFixed(3));
    const north = Number((south + 1).toFixed(3));
    return { box: { west, south, east, north }, month: MONTHS[Math.floor(random() * 48)] };
  });
}

/** A month from any day on: of these there are so many that no tile is asked for twice. */
function monthFrom(random) {
  const first = Date.UTC(2013, 0, 1) + Math.floor(random() * 1430) * DAY_MS;
  const day = (at) => new Date(first + at * DAY_MS).toISOString().slice(0, 10);
  return { first: day(0), last: day(27 + Math.floor(random() * 4)) };
}

const DAY_MS = 86_400_000;

/** Tiles of each zoom from 10 to 16 that hold some of the positions, each with a month. */
export function tileQuestions(count, positions, seed = 43) {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => {
    const z = 10 + (index % 7);
    const [lon, lat] = positions[Math.floor(random() * positions.length)];
    const share = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
    return {
      z,
      x: Math.floor(((lon + 180) / 360) * 2 ** z),
      y: Math.floor(share * 2 ** z),
      month: monthFrom(random),
    };
  });
}
