// Work on very many numbers that lets the process answer others meanwhile.

/** Steps between two looks at other work: some milliseconds of what is done here. */
const SLICE = 16_384;

/** Comes back when others have had their turn, in a server as in a browser: a message to oneself is a task of its own. */
function otherWork(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Does `step` for each number from `start` up to, not including, `end`. */
export async function inSlices(
  start: number,
  end: number,
  step: (index: number) => void,
): Promise<void> {
  for (let from = start; from < end; from += SLICE) {
    const to = Math.min(end, from + SLICE);
    for (let index = from; index < to; index++) step(index);
    if (to < end) await otherWork();
  }
}

const DIGITS = 2 ** 16;

/** The indexes of these numbers by size, equal ones in their order: a radix sort, low half of the bits before high. */
export async function sortedIndexes(numbers: Uint32Array): Promise<Uint32Array> {
  let order = new Uint32Array(numbers.length);
  await inSlices(0, order.length, (index) => {
    order[index] = index;
  });
  for (const shift of [0, 16]) {
    const digit = (index: number) => ((numbers[index] ?? 0) >>> shift) & (DIGITS - 1);
    const places = new Uint32Array(DIGITS + 1);
    await inSlices(0, numbers.length, (index) => {
      const after = digit(index) + 1;
      places[after] = (places[after] ?? 0) + 1;
    });
    for (let at = 1; at < DIGITS; at++) places[at] = (places[at] ?? 0) + (places[at - 1] ?? 0);
    const sorted = new Uint32Array(order.length);
    const unsorted = order;
    await inSlices(0, unsorted.length, (rank) => {
      const index = unsorted[rank] ?? 0;
      const place = places[digit(index)] ?? 0;
      sorted[place] = index;
      places[digit(index)] = place + 1;
    });
    order = sorted;
  }
  return order;
}
