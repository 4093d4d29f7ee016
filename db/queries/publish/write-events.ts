// The events of a version on their way into the database: those that are stored as they are need not be sent.
import { createHash } from "node:crypto";
import { copyRows } from "../../copy.ts";
import type { Db } from "../../database.ts";
import { RowRefused } from "../../refusal.ts";
import { events } from "../../schema/index.ts";
import type { ContentHash } from "./content-hash.ts";
import { EventDigester } from "./event-digests.ts";
import type { KnownRows } from "./known-rows.ts";
import type { EventMaking, EventRow, TableName } from "./rows.ts";

/** `total` is not known of events before the last was read. */
export type LoadProgress = (table: TableName, done: number, total: number | undefined) => void;
const EVENTS_BETWEEN_PROGRESS = 10_000;

type Writing = {
  readonly since: number;
  readonly making: EventMaking;
  readonly hash: ContentHash;
  /** The rows that are stored; undefined where there are none yet. */
  readonly known: KnownRows | undefined;
  readonly onProgress: LoadProgress;
};

/** Writes the events but those that are known. Throws RowRefused with the number of the row among all of them. */
export async function writeEvents(
  transaction: Db,
  parts: AsyncIterable<readonly EventRow[]>,
  { hash, known, making, onProgress, since }: Writing,
): Promise<void> {
  const digester = new EventDigester(seedOf(making));
  /** The numbers of the rows that were sent, where these are not all. */
  const sent: number[] = [];
  const toSend = async function* () {
    let [done, told] = [0, 0];
    for await (const part of parts) {
      let published = "";
      const rows: (typeof events.$inferInsert)[] = [];
      for (const [index, row] of part.entries()) {
        const digests = digester.of(row);
        published += digests.published;
        if (known?.meet(digests.all)) continue;
        if (known) sent.push(done + index);
        const digest = Buffer.from(digests.all, "latin1").toString("hex");
        rows.push({ ...row, words: making.wordsOf(row), digest, since });
      }
      hash.addDigests(published);
      yield rows;
      done += part.length;
      if (done < told + EVENTS_BETWEEN_PROGRESS) continue;
      onProgress("events", done, undefined);
      told = done;
    }
    onProgress("events", done, done);
  };
  try {
    await copyRows(transaction, events, toSend());
  } catch (error) {
    if (!known || !(error instanceof RowRefused) || error.index === undefined) throw error;
    throw new RowRefused(error.refusal, { index: sent[error.index] }, error.cause);
  }
}

/** A text of how rows are made, as short for each of them as it can be. */
const seedOf = ({ wordsBy }: EventMaking): string =>
  createHash("sha256").update(wordsBy).digest("base64").slice(0, 8);
