// What of a table might harm somebody once it is published.

export const HARM_KINDS = [
  ...(["persons", "contacts", "homes", "small-counts", "positions"] as const),
] as const;
export type HarmKind = (typeof HARM_KINDS)[number];
