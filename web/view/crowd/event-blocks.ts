// Events as columns of numbers, in blocks.
import type { EventBlock } from "#model/collection/event-columns.ts";

/**
 * A block whose events stand by band, and in each by their earliest day of start. Of a band of short events only those
 * can be open that started shortly before: long spans and open ends, which would spoil that, are in bands of their own.
 */
export type BandedBlock = EventBlock & {
  /** Where each band begins, and after the last where it ends. */
  readonly bands: readonly number[];
};

/** A block with what the filter leaves of it. */
export type CrowdBlock = BandedBlock & {
  /** 1 for each event that the filter leaves, else 0. */
  readonly left: Uint8Array;
};
