// Which words of a step name a place that the map shows with it.
import type { Place } from "#model/record/place.ts";

export type TextPart = { readonly text: string; readonly placeId: string | null };

export type NamedPlace = { readonly id: Place["id"]; readonly names: readonly string[] };

const isLetter = (text: string | undefined) => text !== undefined && /[\p{L}\p{N}]/u.test(text);

/**
 * The text cut where it names a place, the first time that it does: longer names before those that are part of them, whole
 * words alone, as they are written. The parts together are the text.
 */
export function partsNamingPlaces(text: string, places: readonly NamedPlace[]): TextPart[] {
  const found = places.flatMap(({ id, names }) => {
    const spots = names
      .filter((name) => name !== "")
      .flatMap((name) => {
        const at = wholeWordAt(text, name);
        return at < 0 ? [] : { id, from: at, until: at + name.length };
      });
    return spots.sort((a, b) => b.until - b.from - (a.until - a.from))[0] ?? [];
  });
  const parts: TextPart[] = [];
  let done = 0;
  for (const { id, from, until } of found.sort((a, b) => a.from - b.from || b.until - a.until)) {
    if (from < done) continue;
    if (from > done) parts.push({ text: text.slice(done, from), placeId: null });
    parts.push({ text: text.slice(from, until), placeId: id });
    done = until;
  }
  return done < text.length ? [...parts, { text: text.slice(done), placeId: null }] : parts;
}

/** Where a text has the words, not as part of others; -1 where it has not. */
function wholeWordAt(text: string, words: string): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + words.length])) return at;
  return -1;
}
