import { type ReadonlySignal, signal } from "@preact/signals";

/** A part of the page that is not there from the start. */
export type Part<Content> = {
  /** Null until it has come, and from then on the same. */
  readonly content: ReadonlySignal<Content | null>;
  /** Asks for it; fails where it does not come, and can be asked again. */
  readonly fetch: () => Promise<Content>;
};

const parts = new Set<Part<unknown>>();

/** Declares a part of the page. It comes when it is wanted first, or before, when the page has nothing else to do. */
export function part<Content>(load: () => Promise<Content>): Part<Content> {
  const content = signal<Content | null>(null);
  const declared: Part<Content> = {
    content,
    fetch: async () => {
      content.value = await load();
      return content.value;
    },
  };
  parts.add(declared);
  return declared;
}

/** Fetches what has not been asked for yet, so that it opens at once, and is in the copy that the browser keeps. */
export async function fetchParts(): Promise<void> {
  // A part may declare others, which then are of the set.
  for (const { content, fetch } of parts) if (content.peek() === null) await fetch();
}
