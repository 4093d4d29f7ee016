// Fetches the columns and orders their blocks beside the page, which stays free to draw what has come already.
import { type EventBlock, EventColumnsReader } from "#model/collection/event-columns.ts";
import { Unreadable } from "#model/field/decode.ts";
import { NotGiven } from "#web/api/ask-service.ts";
import { bandBlock, joinBlocks } from "#web/view/crowd/bands.ts";
import type { BandedBlock } from "#web/view/crowd/event-blocks.ts";

export type CrowdNews =
  | { readonly kind: "head"; readonly head: NonNullable<EventColumnsReader["head"]> }
  | { readonly kind: "block"; readonly block: BandedBlock }
  /** All events in one block, in place of those that were told: it is drawn with a thirtieth of the calls. */
  | { readonly kind: "whole"; readonly block: BandedBlock }
  | { readonly kind: "end" }
  | { readonly kind: "failed"; readonly message: string };

self.onmessage = ({ data }: MessageEvent<string>) => {
  const tell = (news: CrowdNews, transfer: Transferable[] = []) =>
    self.postMessage(news, { transfer });
  read(data, tell).catch((error: unknown) => {
    tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    if (!(error instanceof NotGiven || error instanceof Unreadable)) reportError(error);
  });
};

async function read(
  url: string,
  tell: (news: CrowdNews, transfer?: Transferable[]) => void,
): Promise<void> {
  const response = await fetch(url).catch((error) => {
    throw new NotGiven(`${url} did not answer`, error);
  });
  if (!response.ok || !response.body) throw new NotGiven(`${url} answered ${response.status}`);
  const reader = new EventColumnsReader();
  const parts = response.body.getReader();
  let isHeadTold = false;
  const all: EventBlock[] = [];
  const tellBlock = (kind: "block" | "whole", block: EventBlock) => {
    const banded = bandBlock(block);
    const columns = Object.values(banded).filter((column) => ArrayBuffer.isView(column));
    tell(
      { kind, block: banded },
      columns.map(({ buffer }) => buffer as ArrayBuffer),
    );
  };
  for (;;) {
    const { done, value } = await parts.read().catch((error) => {
      throw new NotGiven(`${url} stopped`, error);
    });
    if (done) break;
    const blocks = reader.read(value);
    if (reader.head && !isHeadTold) {
      tell({ kind: "head", head: reader.head });
      isHeadTold = true;
    }
    for (const block of blocks) tellBlock("block", block);
    all.push(...blocks);
  }
  reader.end();
  if (all.length > 1) tellBlock("whole", joinBlocks(all));
  tell({ kind: "end" });
}
