// The ids of a table of any length, in 24 bytes a row: two ids are taken for the same when 64 bits of their hash are,
// which among a million happens by chance once in ten million files.

const FIRST_CAPACITY = 1024;

export class SeenIds {
  #hashes = new Uint32Array(2 * FIRST_CAPACITY);
  /** Line of each id; 0 where the slot is free. */
  #lines = new Uint32Array(FIRST_CAPACITY);
  #size = 0;
  /** False where rows could not be read so far that their ids are known. */
  isComplete = true;
  /** True where the table has none, and they are made of what its rows say. */
  areMade = false;

  /** Remembers the id with its line, or answers the line on which it was met before. */
  add(id: string, line: number): number | undefined {
    if (2 * this.#size >= this.#lines.length) this.#grow();
    const [high, low] = hash(id);
    const slot = this.#slotOf(high, low);
    const before = this.#lines[slot];
    if (before) return before;
    this.#put(slot, high, low, line);
    this.#size += 1;
    return undefined;
  }

  has(id: string): boolean {
    return this.#lines[this.#slotOf(...hash(id))] !== 0;
  }

  /** Where the hash is, or where it would be. */
  #slotOf(high: number, low: number): number {
    const mask = this.#lines.length - 1;
    let slot = low & mask;
    while (
      this.#lines[slot] !== 0 &&
      (this.#hashes[2 * slot] !== high || this.#hashes[2 * slot + 1] !== low)
    )
      slot = (slot + 1) & mask;
    return slot;
  }

  #put(slot: number, high: number, low: number, line: number): void {
    this.#hashes[2 * slot] = high;
    this.#hashes[2 * slot + 1] = low;
    this.#lines[slot] = line;
  }

  #grow(): void {
    const [hashes, lines] = [this.#hashes, this.#lines];
    this.#hashes = new Uint32Array(2 * hashes.length);
    this.#lines = new Uint32Array(2 * lines.length);
    for (const [index, line] of lines.entries()) {
      if (line === 0) continue;
      const [high = 0, low = 0] = [hashes[2 * index], hashes[2 * index + 1]];
      this.#put(this.#slotOf(high, low), high, low, line);
    }
  }
}

/** Two hashes of 32 bits (FNV-1a from two starting points, the second mixed once more). */
function hash(text: string): [number, number] {
  let [high, low] = [0x811c9dc5, 0x9747b28c];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x85ebca6b);
    low ^= low >>> 13;
  }
  return [high >>> 0, low >>> 0];
}
