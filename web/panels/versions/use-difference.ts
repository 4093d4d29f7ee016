// What the panel knows of the two versions that it was asked for.
import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Language } from "#model/words/language.ts";
import { onNotGiven } from "#web/api/ask-service.ts";
import { type AskedDiff, askDiff, askVersions, type ToldVersion } from "#web/api/version-diff.ts";
import type { VersionPair } from "#web/view/question/version-pair.ts";

export type Difference = {
  /** The newest first. */
  readonly versions: readonly ToldVersion[];
  readonly from: string;
  readonly to: string;
  /** Null: there are no two versions to ask for. */
  readonly answer: AskedDiff | null;
};

export type Asking =
  /** `versions`: as they were known before; none at first. */
  | { readonly kind: "asked" | "failed"; readonly versions: readonly ToldVersion[] }
  | ({ readonly kind: "known" } & Difference);

/** Asks the service; again when the pair, the language or the attempt is another. */
export function useDifference(
  pair: VersionPair | null,
  language: Language,
  attempt: number,
): ReadonlySignal<Asking> {
  const asking = useSignal<Asking>({ kind: "asked", versions: [] });
  useEffect(() => {
    const stop = new AbortController();
    asking.value = { kind: "asked", versions: asking.peek().versions };
    const read = async () => {
      const versions = await askVersions(language, stop.signal);
      asking.value = { kind: "asked", versions };
      const { from, to } = chosenOf(pair, versions);
      const answer = from === to ? null : await askDiff(from, to, language, stop.signal);
      asking.value = { kind: "known", versions, from, to, answer };
    };
    read().catch((error: unknown) => {
      if (stop.signal.aborted) return;
      onNotGiven(error, () => {
        asking.value = { kind: "failed", versions: asking.peek().versions };
      });
    });
    return () => stop.abort();
  }, [pair, language, attempt]);
  return asking;
}

/** The versions that came after the earlier of the two, up to the later one: what is said of them is said of the difference. */
export function publishedBetween(
  { from, to }: Pick<Difference, "from" | "to">,
  versions: readonly ToldVersion[],
): readonly ToldVersion[] {
  const ends = [from, to].map((asked) => versions.findIndex(({ label }) => label === asked));
  return ends.includes(-1) ? [] : versions.slice(Math.min(...ends), Math.max(...ends));
}

/** The two versions that are meant: of what is left open the newest, and the one before it. */
export function chosenOf(
  pair: VersionPair | null,
  versions: readonly ToldVersion[],
): Pick<Difference, "from" | "to"> {
  const [newest = "", before = newest] = versions.map(({ label }) => label);
  return { from: pair?.from ?? before, to: pair?.to ?? newest };
}
