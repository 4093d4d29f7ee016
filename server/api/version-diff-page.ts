// The difference between two versions for people: the same words as in the panel of the page.
import { escapeMarkup } from "#formats/xml.ts";
import { GEOMETRY } from "#model/change/change-kind.ts";
import type { CollectionDiff, RecordDiff } from "#model/change/version-diff.ts";
import { findCollection } from "#model/collection/collections.ts";
import { textIn } from "#model/words/language.ts";
import { fieldLabel } from "#web/i18n/field-texts.ts";
import { type Messages, messagesOf } from "#web/i18n/messages.ts";
import { readableQuery } from "#web/view/address/url.ts";
import { printVersionPair } from "#web/view/question/version-pair.ts";
import { countedByTitle, fieldLines } from "#web/view/versions/changed-records.ts";
import { movedInWords, valueInWords } from "#web/view/versions/told-value.ts";
import type { Answered } from "../ogc/answer-document.ts";
import { anchor } from "../ogc/html/page.ts";
import { countsIn } from "./counts-in.ts";

export const ON_MAP = { en: "The same on the map", fr: "La même chose sur la carte" };

/** The page with what is different over the map. */
export function mapAddress({ root }: Answered, from: string, to: string): string {
  const page = new URL(root);
  page.searchParams.set("view", "versions");
  page.searchParams.set("versions", printVersionPair({ from, to }));
  page.search = readableQuery(page.search);
  return page.href;
}

type Labels = readonly [from: string, to: string];

/** A record, and of which collection it is. */
type Told = { readonly record: RecordDiff; readonly diff: CollectionDiff };

type Page = {
  readonly about: Answered;
  readonly labels: Labels;
  readonly texts: Messages;
  /** What is told with a record of a place, with which it moves. */
  readonly along: ReadonlyMap<RecordDiff, readonly Told[]>;
};

/** Every record that differs, collection by collection; what moves with a place is told with that, if it is told. */
export function differencePage(
  collections: readonly CollectionDiff[],
  about: Answered,
  labels: Labels,
): string {
  const { language, meta } = about;
  const texts = messagesOf(language, meta);
  if (collections.length === 0) return `<p>${escapeMarkup(texts.versionsSame)}</p>`;
  const map = `<p>${anchor(mapAddress(about, ...labels), textIn(ON_MAP, language))}</p>`;
  const page = { about, along: alongOf(collections), labels, texts };
  return map + collections.map((one) => section(one, page)).join("");
}

/** What moves with which record: places come before what stands there. */
function alongOf(collections: readonly CollectionDiff[]): Map<RecordDiff, Told[]> {
  const places = new Map<string, RecordDiff>();
  const found = new Map<RecordDiff, Told[]>();
  for (const diff of collections)
    for (const record of diff.records) {
      const id = record.movesWith?.find((one) => places.has(one));
      const place = id === undefined ? undefined : places.get(id);
      if (place) found.set(place, [...(found.get(place) ?? []), { diff, record }]);
      else if (!places.has(record.id)) places.set(record.id, record);
    }
  return found;
}

function section(diff: CollectionDiff, page: Page): string {
  const { complete, counts, records, title } = diff;
  const { along, texts } = page;
  const elsewhere = new Set([...along.values()].flat().map(({ record }) => record));
  const items = records
    .filter((record) => !elsewhere.has(record))
    .map((record) => entry({ diff, record }, page));
  const more = complete ? "" : `<p>${escapeMarkup(texts.versionsMore(records.length))}</p>`;
  const list = items.length > 0 ? `<ul>${items.join("")}</ul>` : "";
  return `<h2>${escapeMarkup(title)}</h2><p>${escapeMarkup(countsIn(counts, texts))}</p>${list}${more}`;
}

function entry(told: Told, page: Page): string {
  const { texts } = page;
  const kinds = told.record.changes.map((kind) => texts.changeKinds[kind]).join(", ");
  const along = page.along.get(told.record) ?? [];
  const summary = texts.movedAlong(countedByTitle(along.map(({ diff }) => diff)));
  const withIt = along.map((one) => `<li>${called(one, page)}</li>`).join("");
  const details = `<details><summary>${escapeMarkup(summary)}</summary><ul>${withIt}</ul></details>`;
  return `<li>${called(told, page)} – ${escapeMarkup(kinds)}${fieldTable(told, page)}${withIt && details}</li>`;
}

/** The record by its name, which leads to it in the last of the two versions that have it. */
function called({ diff, record }: Told, { about, labels }: Page): string {
  const { changes, id, name } = record;
  const label = changes[0] === "removed" ? labels[0] : labels[1];
  const path = `v/${encodeURIComponent(label)}/api/collections/${diff.collection}/items/${encodeURIComponent(id)}`;
  return `${anchor(new URL(path, about.root).href, name)} <code>${escapeMarkup(id)}</code>`;
}

function fieldTable({ diff, record }: Told, page: Page): string {
  const { fields } = record;
  if (fields.length === 0) return "";
  const { language, meta } = page.about;
  const properties = findCollection(meta, diff.collection)?.properties ?? [];
  const reader = { language, meta, properties };
  const rows = fieldLines(fields).map(({ names, new: is, old: was }) => {
    const [field = ""] = names;
    const label = names.map((name) => fieldLabel(name, properties, language)).join(", ");
    const moved = field === GEOMETRY ? movedInWords(was, is, language) : undefined;
    const [before, after] = [was, is].map((one) =>
      escapeMarkup(short(valueInWords(one, field, reader))),
    );
    return `<tr><th>${escapeMarkup(label)}</th><td>${before}</td><td>${after}${moved ? ` (${escapeMarkup(moved)})` : ""}</td></tr>`;
  });
  const head = page.labels.map((label) => `<th>${escapeMarkup(label)}</th>`).join("");
  return `<div class="wide"><table><thead><tr><td></td>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

/** Lists may be long; the files have them whole. */
const LONGEST = 200;
const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
