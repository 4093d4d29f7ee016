// A page of items and one item for people: table, small map, formats, lines to copy.
import type { Feature } from "geojson";
import { citationOf } from "#formats/about-data.ts";
import { featureName, textOfFeature } from "#formats/feature-name.ts";
import type { Link } from "#formats/link.ts";
import { escapeMarkup } from "#formats/xml.ts";
import { isAttribute } from "#model/collection/attributes.ts";
import type { Collection } from "#model/collection/collection.ts";
import { ID_PROPERTY } from "#model/collection/collections.ts";
import { type Property, titleOf } from "#model/collection/property.ts";
import { type Language, perhapsIn, textIn } from "#model/words/language.ts";
import { isWebAddress } from "#model/words/web-address.ts";
import { apiAddress, withParameters } from "../../http/links.ts";
import type { ServedMeta } from "../../served/served-dataset.ts";
import {
  ITEM_FORMATS,
  type ItemFormat,
  itemFormatsOf,
  SINGLE_ITEM_FORMATS,
} from "../item-formats.ts";
import { clientLines } from "./client-lines.ts";
import { miniMap } from "./mini-map.ts";
import { anchor, definitionList, page } from "./page.ts";
import { pageTexts } from "./texts.ts";

type Shown = {
  readonly collection: Collection;
  readonly language: Language;
  readonly meta: ServedMeta;
  /** The address that was asked. */
  readonly url: string;
  /** The address of the service. */
  readonly root: URL;
  readonly ground: readonly Feature[];
};

type ItemsShown = Shown & {
  readonly features: readonly Feature[];
  readonly numberMatched: number;
  readonly links: readonly Link[];
};

export function itemsPage(shown: ItemsShown): string {
  const { collection, features, ground, language, links, meta, numberMatched, root, url } = shown;
  const texts = pageTexts(language);
  const steps = (["prev", "next"] as const).flatMap((rel) => {
    const link = links.find((one) => one.rel === rel && one.type === ITEM_FORMATS.html.mediaType);
    return link ? anchor(link.href, rel === "prev" ? texts.previous : texts.next) : [];
  });
  const main = [
    `<p>${escapeMarkup(textIn(collection.description, language))}</p>`,
    features.length === 0
      ? `<p>${texts.none}</p>`
      : `<p>${texts.shown(features.length, numberMatched)} ${steps.join(" ")}</p>`,
    miniMap(features, ground, meta.extent, texts.map),
    features.length > 0 ? table(features, collection, language, root) : "",
    `<h2>${texts.formats}</h2>${formatList(itemFormatsOf(collection), url)}`,
    clientLines(collection, language, root, new URL(url).search),
  ];
  return page({
    title: textIn(collection.title, language),
    language,
    meta,
    root,
    url,
    trail: trailOf(collection, language, root),
    main: main.join("\n"),
  });
}

export function itemPage(shown: Shown & { readonly feature: Feature }): string {
  const { collection, feature, ground, language, meta, root, url } = shown;
  const texts = pageTexts(language);
  const own = feature.properties ?? {};
  const entries = collection.properties
    .filter(({ name }) => own[name] !== null && own[name] !== undefined)
    .map((one) => [titleOf(one, language), valueHtml(one.name, own[one.name], root)] as const);
  const name = featureName(feature, collection, language);
  const selected = selectionOf(collection, feature);
  const main = [
    selected
      ? `<p>${anchor(new URL(`?sel=${encodeURIComponent(selected)}&lang=${language}`, root).href, texts.openOnMap)}</p>`
      : "",
    miniMap([feature], ground, meta.extent, texts.map),
    definitionList(entries),
    `<h2>${texts.cite}</h2><p>${escapeMarkup(`${name}. ${citationOf(meta, language, url)}`)}</p>`,
    `<h2>${texts.formats}</h2>${formatList(SINGLE_ITEM_FORMATS, url)}`,
  ];
  return page({
    title: name,
    language,
    meta,
    root,
    url,
    trail: [
      ...trailOf(collection, language, root),
      [texts.items, apiAddress(root)(`/collections/${collection.id}/items`)],
    ],
    main: main.join("\n"),
    jsonLd: jsonLdOf(feature, collection, language, url),
  });
}

function trailOf(collection: Collection, language: Language, root: URL): [string, string][] {
  return [[textIn(collection.title, language), apiAddress(root)(`/collections/${collection.id}`)]];
}

const SELECTABLE: Readonly<Record<string, string>> = {
  places: "place",
  sites: "place",
  events: "event",
  movements: "movement",
  phases: "phase",
  sources: "source",
};

function selectionOf({ role }: Collection, feature: Feature): string | undefined {
  const kind = SELECTABLE[role];
  if (!kind) return undefined;
  return `${kind}:${kind === "place" ? feature.properties?.place_id : feature.id}`;
}

/** Properties that the table shows, of those that the collection has. */
const SHOWN = ["start_earliest", "end_latest", "edtf", "kind", "category", "side", "publisher"];

/** Columns of the dataset's own that the table shows besides: the first of them. */
const MAX_ATTRIBUTES = 4;

const titled = (language: Language) => (property: Property) =>
  `<th title="${escapeMarkup(property.means)}">${escapeMarkup(titleOf(property, language))}</th>`;

function table(
  features: readonly Feature[],
  collection: Collection,
  language: Language,
  root: URL,
) {
  const shown = [
    ...SHOWN.flatMap((name) => collection.properties.filter((property) => property.name === name)),
    ...collection.properties.filter(isAttribute).slice(0, MAX_ATTRIBUTES),
  ];
  const columns = shown.map(({ name }) => name);
  const head = [ID_PROPERTY]
    .map(titled(language))
    .concat('<th title=""></th>', shown.map(titled(language)));
  const rows = features.map((feature) => {
    const href = apiAddress(root)(
      `/collections/${collection.id}/items/${encodeURIComponent(String(feature.id))}`,
    );
    const cells = columns.map(
      (name) => `<td>${escapeMarkup(String(feature.properties?.[name] ?? ""))}</td>`,
    );
    return `<tr><th>${anchor(href, String(feature.id))}</th><td>${escapeMarkup(featureName(feature, collection, language))}</td>${cells.join("")}</tr>`;
  });
  return `<div class="wide"><table><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

function valueHtml(name: string, value: unknown, root: URL): string {
  const isSource = name === "source_ids";
  if (Array.isArray(value))
    return value
      .map((one) =>
        isSource
          ? anchor(
              apiAddress(root)(`/collections/sources/items/${encodeURIComponent(String(one))}`),
              String(one),
            )
          : escapeMarkup(String(one)),
      )
      .join(", ");
  const text = String(value);
  return name === "url" && isWebAddress(text) ? anchor(text, text) : escapeMarkup(text);
}

function formatList(formats: readonly ItemFormat[], url: string): string {
  const items = formats.map((name) => {
    const href = withParameters(url, { f: name === "geojson" ? "json" : name });
    return `<li>${anchor(href, ITEM_FORMATS[name].title)}</li>`;
  });
  return `<ul class="formats">${items.join("")}</ul>`;
}

/** The record as schema.org has it: a place, an event, a source, or simply a thing. */
function jsonLdOf(feature: Feature, collection: Collection, language: Language, url: string) {
  const own = feature.properties ?? {};
  const saidIn = (column: string) =>
    perhapsIn(textOfFeature(own, collection, column), language) ?? undefined;
  const point = feature.geometry?.type === "Point" ? feature.geometry.coordinates : undefined;
  const geo = point
    ? { geo: { "@type": "GeoCoordinates", latitude: point[1], longitude: point[0] } }
    : {};
  const types: Readonly<Record<string, string>> = {
    places: "Place",
    sites: "Place",
    outlines: "Place",
    events: "Event",
    sources: "CreativeWork",
  };
  const type = types[collection.role] ?? "Thing";
  const isEvent = type === "Event";
  return {
    "@context": "https://schema.org",
    "@type": type,
    "@id": url,
    name: featureName(feature, collection, language),
    description: saidIn("description") ?? saidIn("summary"),
    ...(isEvent
      ? {
          startDate: own.start_time ?? own.edtf,
          location: { "@type": "Place", name: saidIn("place_name"), ...geo },
        }
      : geo),
    ...(own.url ? { url: own.url } : {}),
  };
}
