export const SELECTABLE = ["place", "event", "movement", "phase", "source"] as const;

/** A record that the reader has chosen to read about. */
export type Selection = { readonly kind: (typeof SELECTABLE)[number]; readonly id: string };

/** How such a record is written: `place:old-bridge`. */
export const SELECTION = /^(place|event|movement|phase|source):([a-z0-9][a-z0-9-]*)$/;

/** Reads `place:old-bridge`; undefined when the text names nothing that can be selected. */
export function parseSelection(text: string): Selection | undefined {
  const match = SELECTION.exec(text);
  const kind = SELECTABLE.find((candidate) => candidate === match?.[1]);
  return kind && match?.[2] ? { kind, id: match[2] } : undefined;
}

export function printSelection({ kind, id }: Selection): string {
  return `${kind}:${id}`;
}
