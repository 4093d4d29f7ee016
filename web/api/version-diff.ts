// What the service knows of the versions of the dataset, and of the difference between two of them.
import {
  aGoneVersion,
  aVersionDiff,
  type GoneVersion,
  type VersionDiff,
} from "#model/change/version-diff.ts";
import { aText, listOf, objectOf, orNull } from "#model/field/decode.ts";
import type { Language } from "#model/words/language.ts";
import { askService, fetched, NotGiven, readAs } from "./ask-service.ts";
import { inLanguage, newestApi } from "./own-address.ts";

/** A version that is published, and what is said of it. */
export type ToldVersion = {
  readonly label: string;
  readonly note: string | null;
  /** Why something was withdrawn with it. */
  readonly reason: string | null;
};

export type AskedDiff =
  | { readonly kind: "told"; readonly diff: VersionDiff }
  /** One of the versions is not there. */
  | { readonly kind: "unknown" }
  /** One of them was withdrawn. */
  | ({ readonly kind: "withdrawn" } & GoneVersion);

const [NOT_FOUND, GONE] = [404, 410];

const someVersions = objectOf({
  versions: listOf(
    objectOf<ToldVersion>({ label: aText, note: orNull(aText), reason: orNull(aText) }),
  ),
});

/** The address of the difference. */
function diffAddress(from: string, to: string): string {
  return newestApi(`versions/${encodeURIComponent(from)}/diff/${encodeURIComponent(to)}`);
}

/** The difference in a format, for readers and programs, in the language of whoever reads it here. */
export const diffFile = (from: string, to: string, format: string, language: Language): string =>
  inLanguage(`${diffAddress(from, to)}?f=${format}`, language);

const spoken = (language: Language, signal: AbortSignal): RequestInit => ({
  headers: { Accept: "application/json", "Accept-Language": language },
  signal,
});

/** All versions, the newest first. Throws `NotGiven`. */
export async function askVersions(
  language: Language,
  signal: AbortSignal,
): Promise<readonly ToldVersion[]> {
  const { value } = await askService(newestApi("versions"), someVersions, spoken(language, signal));
  return value.versions;
}

/** What is different between two versions. Throws `NotGiven`. */
export async function askDiff(
  from: string,
  to: string,
  language: Language,
  signal: AbortSignal,
): Promise<AskedDiff> {
  const address = diffAddress(from, to);
  const { response, text } = await fetched(address, spoken(language, signal));
  const { ok, status } = response;
  if (status === NOT_FOUND) return { kind: "unknown" };
  if (status === GONE) return { kind: "withdrawn", ...readAs(text, aGoneVersion) };
  if (!ok) throw new NotGiven(`${address} answered ${status}`);
  return { kind: "told", diff: readAs(text, aVersionDiff) };
}
