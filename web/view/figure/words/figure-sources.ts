// Whose figures and reports a figure shows, as a numbered list; the numbers stand at the names on the map.

import type { Dataset } from "#model/dataset/dataset.ts";
import { type PeopleRange, rangeOf } from "#model/measure/people.ts";
import type { Count } from "#model/record/claim.ts";
import type { Source } from "#model/record/source.ts";
import { labelPublished } from "#model/time/date-label.ts";
import type { Language } from "#model/words/language.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { happenedIn } from "#web/view/scene/happened.ts";
import type { Scene } from "#web/view/scene/scene.ts";
import { publishedBy } from "#web/view/words/published-by.ts";

export type NumberedSource = {
  readonly number: number;
  readonly id: string;
  readonly text: string;
};

export type FigureSources = {
  /** Of what is shown, those of the largest sites first. */
  readonly all: readonly NumberedSource[];
  /** The first of them: those for which the list has room. */
  readonly listed: readonly NumberedSource[];
  /** For each scene, what stands behind a figure or an event, by the ids of places and events: " [2, 5]". */
  readonly notes: readonly SourceNotes[];
};

export type SourceNotes = ReadonlyMap<string, string>;

/** On the map a name has room for so many numbers; where there are more, "…" says so. */
const MAX_NUMBERS = 3;

/** The sources of the scenes; `most` of them at most are listed. */
export function figureSources(
  dataset: Dataset,
  scenes: readonly Scene[],
  language: Language,
  most = Number.POSITIVE_INFINITY,
): FigureSources {
  const known = new Map(dataset.sources.map((source) => [source.id, source]));
  const usersIn = scenes.map(usersOf);
  const inOrder = usersIn.flat().sort((a, b) => b.weight - a.weight);
  const ids = [...new Set(inOrder.flatMap(({ sourceIds }) => sourceIds))].filter((id) =>
    known.has(id),
  );
  const all = ids.map((id, index) => {
    const source = known.get(id);
    return { number: index + 1, id, text: source ? labelOf(dataset, source, language) : id };
  });
  const listed = all.slice(0, most);
  const numbers = new Map(listed.map(({ id, number }) => [id, number]));
  const notes = usersIn.map(
    (own) => new Map(own.map(({ id, sourceIds }) => [id, noteOf(sourceIds, numbers)])),
  );
  return { all, listed, notes };
}

/** The first sources have the first right to stand there; one that is not listed has no number. */
function noteOf(sourceIds: readonly string[], numbers: ReadonlyMap<string, number>): string {
  const own = sourceIds.flatMap((id) => numbers.get(id) ?? []).slice(0, MAX_NUMBERS);
  if (own.length === 0) return "";
  const more = own.length < sourceIds.length ? "…" : "";
  return ` [${own.sort((a, b) => a - b).join(", ")}${more}]`;
}

const labels = new WeakMap<Source, Partial<Record<Language, string>>>();

/** "France 3, 28 May 2014"; kept, because a page is laid out several times and dates are long to read. */
function labelOf({ meta }: Dataset, source: Source, language: Language): string {
  const kept = labels.get(source) ?? {};
  labels.set(source, kept);
  const known = kept[language];
  if (known !== undefined) return known;
  const date = source.published ? labelPublished(source.published, language) : "";
  const publisher = publishedBy(meta, source, messagesOf(language, meta));
  const label = date ? `${publisher}, ${date}` : publisher;
  kept[language] = label;
  return label;
}

const users = new WeakMap<Scene, readonly User[]>();

type User = { readonly id: string; readonly weight: number; readonly sourceIds: readonly string[] };

/** The same, found once: a page is laid out several times. */
function usersOf(scene: Scene): readonly User[] {
  const known = users.get(scene) ?? newUsersOf(scene);
  users.set(scene, known);
  return known;
}

/** What stands on sources: figures of people, and events of the date itself; where there are neither, whatever is there. */
function newUsersOf(scene: Scene): readonly User[] {
  const claimed = claimsAndEvents(scene);
  if (claimed.length > 0) return claimed;
  const places = [...scene.sites, ...scene.outlines];
  return [
    ...places.map(({ phase, place }) => ({
      id: place.id,
      weight: 0.1,
      sourceIds: phase.sourceIds.length > 0 ? phase.sourceIds : place.sourceIds,
    })),
    ...scene.events.map(({ thing }) => ({
      id: thing.id,
      weight: 0.05,
      sourceIds: thing.sourceIds,
    })),
  ];
}

function claimsAndEvents(scene: Scene): User[] {
  return [
    ...scene.sites
      .filter(({ isCounted, people }) => isCounted && people !== null)
      .map(({ claims, people, place }) => ({
        id: place.id,
        weight: people?.high ?? 0,
        sourceIds: sourcesOfRange(claims, people),
      })),
    ...happenedIn(scene).map(({ thing }) => ({
      id: thing.id,
      weight: 0.5,
      sourceIds: thing.sourceIds,
    })),
  ];
}

/** Both ends of a range have a source before any other: those of its lowest claim and of its highest. */
function sourcesOfRange(claims: readonly Count[], people: PeopleRange | null): string[] {
  const ends = (["low", "high"] as const).map((end) =>
    claims.find((claim) => rangeOf(claim)?.[end] === people?.[end]),
  );
  const first = ends.flatMap((claim) => claim?.sourceIds[0] ?? []);
  return [...new Set([...first, ...claims.flatMap(({ sourceIds }) => sourceIds)])];
}
