// The events of the newest version by their digests: which of them a package has as they were, and which it has no more.
import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "../../database.ts";
import { events } from "../../schema/index.ts";
import { rowsOf } from "../../schema-version.ts";
import { tableOf } from "../protect/lifetimes.ts";

/** Of a digest: among a million rows two have the same by chance once in 10²⁷ publishes. */
export const DIGEST_BYTES = 16;
const WORDS = DIGEST_BYTES / 4;

/** A set of digests that knows which of them were met, in 34 to 68 bytes for each. */
export class KnownRows {
  /** A slot for each digest, and as many that are free at least. */
  readonly #slots: Uint32Array;
  readonly #states: Uint8Array;
  readonly #mask: number;
  /** The digest that is looked for, as bytes and as words. */
  readonly #asked = Buffer.from(new ArrayBuffer(DIGEST_BYTES));
  readonly #askedWords = wordsOf(this.#asked);
  /** Rows without a digest: stored before there were digests, or written over since. */
  readonly unknown: number;

  private constructor(digests: readonly Uint8Array[], unknown: number) {
    const count = digests.reduce((sum, { length }) => sum + length, 0) / DIGEST_BYTES;
    const capacity = 2 ** Math.ceil(Math.log2(2 * count + 2));
    this.#slots = new Uint32Array(WORDS * capacity);
    this.#states = new Uint8Array(capacity);
    this.#mask = capacity - 1;
    this.unknown = unknown;
    for (const some of digests) {
      const words = wordsOf(some);
      for (let at = 0; at < words.length; at += WORDS) {
        const slot = this.#slotOf(words, at);
        for (let word = 0; word < WORDS; word += 1)
          this.#slots[WORDS * slot + word] = words[at + word] ?? 0;
        this.#states[slot] = KNOWN;
      }
    }
  }

  static async of(transaction: Db, datasetId: string): Promise<KnownRows> {
    const found = await rowsOf<{ digests: Uint8Array | null; count: string | number }>(
      transaction,
      // In parts, as one value has no room for any number of them.
      sql`SELECT string_agg(digest, ''::bytea) AS digests, count(*) AS count FROM ${events}
        WHERE dataset_id = ${datasetId} AND until IS NULL GROUP BY get_byte(digest, 0)`,
    );
    const unknown = found.find(({ digests }) => digests === null);
    return new KnownRows(
      found.flatMap(({ digests }) => digests ?? []),
      Number(unknown?.count ?? 0),
    );
  }

  /** Whether a stored row has the digest, a byte a character; notes that it was met. */
  meet(digest: string): boolean {
    this.#asked.write(digest, "latin1");
    const slot = this.#slotOf(this.#askedWords, 0);
    if (this.#states[slot] === FREE) return false;
    this.#states[slot] = MET;
    return true;
  }

  /** The digests that were not met, in hexadecimal digits. */
  *missed(): Generator<string> {
    const bytes = Buffer.from(this.#slots.buffer);
    for (
      let slot = this.#states.indexOf(KNOWN);
      slot >= 0;
      slot = this.#states.indexOf(KNOWN, slot + 1)
    )
      yield bytes.toString("hex", DIGEST_BYTES * slot, DIGEST_BYTES * (slot + 1));
  }

  #slotOf(words: Uint32Array, at: number): number {
    let slot = (words[at] ?? 0) & this.#mask;
    while (this.#states[slot] !== FREE && !this.#isAt(slot, words, at))
      slot = (slot + 1) & this.#mask;
    return slot;
  }

  #isAt(slot: number, words: Uint32Array, at: number): boolean {
    for (let word = 0; word < WORDS; word += 1)
      if (this.#slots[WORDS * slot + word] !== words[at + word]) return false;
    return true;
  }
}

const [FREE, KNOWN, MET] = [0, 1, 2];

/**
 * Which stored rows (`o`) of each table are gone where none of their record waits, `met` of which have one that does: those
 * of tables that wait as a whole, and events that were not met.
 */
export function goneRows(known: KnownRows): (table: PgTable, met: number) => SQL {
  return (table, met) => {
    if (table !== events) return sql`TRUE`;
    const missed = [...known.missed()].map((digest) => ({ digest }));
    // Mostly those that changed were all.
    if (met === missed.length + known.unknown) return sql`FALSE`;
    const these = tableOf(missed, "m(digest text)");
    return sql`(o.digest IS NULL OR o.digest IN (SELECT decode(m.digest, 'hex') FROM ${these}))`;
  };
}

/** The bytes four at a time; a copy where they do not begin where words do. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  const own = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  return new Uint32Array(own.buffer, own.byteOffset, own.byteLength / 4);
}
