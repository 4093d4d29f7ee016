// Members of the declaration that packages had before 0.2, and what says the same now.
const FORMER: Readonly<Record<string, string>> = {
  words:
    "no property of this name any more: what they called stands with its label in separation (reference.label, further[0].label, line.label)",
  referencePlaceId:
    'separation.reference in its place: { "place": "its id", "label": "what a sentence calls it" }',
  portPlaceId:
    'separation.further in its place: [{ "place": "its id", "label": "what a sentence calls it" }]; without such a place nothing',
  bypassOutlineIds:
    'separation.line in its place: { "outlines": ["their ids"], "label": "what a sentence calls it" }; without a line nothing',
};

/** What is to be written for a member that was renamed; undefined of any other. */
export function nowWritten(path: readonly PropertyKey[]): string | undefined {
  const [block, name, ...deeper] = path;
  return block === "rocade" && typeof name === "string" && deeper.length === 0
    ? FORMER[name]
    : undefined;
}
