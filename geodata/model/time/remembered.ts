/** So many different texts of days a file has where it has many rows. */
const MAX_REMEMBERED = 10_000;

/** What a text says, worked out once: files of many rows have the same days again and again. */
export function remembered<Said>(read: (text: string) => Said): (text: string) => Said {
  const known = new Map<string, Said>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const said = read(text);
    if (known.size >= MAX_REMEMBERED) known.clear();
    known.set(text, said);
    return said;
  };
}
