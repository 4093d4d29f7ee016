// What is wrong between the rows of a package, its columns and its descriptor, in French; days are written as in its files.
import type { CHECKS_EN } from "#import/refusal/checks-en.ts";
import { TITLE_VALUES } from "#model/dataset/title-template.ts";
import { formatNumber, pluralOf } from "#web/i18n/format.ts";

const number = (count: number) => formatNumber(count, "fr");
const counted = (count: number, one: string, other = `${one}s`) =>
  `${number(count)} ${pluralOf(count, "fr") === "one" ? one : other}`;
const quoted = (text: string) => `« ${text} »`;
/** Days as they are printed, and words where there are none. */
const daysOf = (printed: string) => (printed === "no days" ? "aucun jour" : printed);

export const CHECKS_FR: typeof CHECKS_EN = {
  written: (text) => text,

  "day-from": (column, day) =>
    `un jour qui ne précède pas ${column}${day === null ? "" : `, ${day}`}`,
  "day-after": (column) => `un jour après ${column}`,
  "day-after-start": "un jour après start (la fin n’est pas comprise)",
  "days-of-period": (days) => `un jour de la période ${days}`,
  "ordered-days":
    "start_earliest ≤ start_latest, end_earliest ≤ end_latest, et aucune fin avant son début",
  "skipped-time": (text, zone) =>
    `${quoted(text)}, une heure que les horloges ont sautée (${zone})`,
  "shown-time": "une heure qu’elles ont affichée, ou une heure avec décalage",
  "text-beside": (text, days) => `${quoted(text)} à côté de ${daysOf(days)}`,
  "text-apart": (text, days) => `${quoted(text)} à côté de ${daysOf(days)}, sans jour commun`,
  "days-within": (days) => `des jours compris dans ${daysOf(days)}`,
  "days-within-or-text": (days) =>
    `des jours compris dans ${daysOf(days)}, ou un texte qui les couvre ou les dise incertains`,
  "start-in-period": (day) => `un début au plus tard au premier jour de la période, ${day}`,
  "end-in-period": (day) => `une fin au plus tôt au dernier jour de la période, ${day}`,
  "days-at": (days, place, distance, side) =>
    `${daysOf(days)} à ${place}, ${counted(distance, "jour")} ${side === "before" ? "avant" : "après"} le temps où ce lieu a pu exister`,
  "days-of-span": (days) => `des jours où ce lieu a pu exister, ${daysOf(days)}`,
  "sighting-apart": (days, id, of) => `${daysOf(days)}, alors que ${id} est du ${daysOf(of)}`,
  "record-of-same-days": "un enregistrement des mêmes jours",
  "state-on": (state, days, place) => `${state} le ${daysOf(days)} à ${place}`,
  "day-it-was-there-to": (day) => `un jour au plus tôt le ${day}, jusqu’où ce lieu existait`,
  "day-it-was-there-from": (day) => `un jour au plus tard le ${day}, d’où ce lieu existait`,

  "ascending-numbers": "low ≤ best ≤ high",
  "three-empty-cells": "trois cellules vides",
  "some-number": "au moins un nombre",
  "number-from": (column) => `un nombre qui n’est pas inférieur à ${column}`,
  "no-source": "aucune source",
  "source-or-background": "au moins une source, ou une note qui dise « background »",
  "field-of": (table, names) => `un champ de ${table} : ${names.join(", ")}`,
  "number-field": (names) => `un champ numérique des événements : ${names.join(", ")}`,
  "said-already": (line) =>
    `ce que dit déjà la ligne ${number(line)} de ce champ, de cette source et de ce passage`,
  "each-once": "chacun une seule fois",
  "source-of-record": (id, sources) =>
    `l’une des sources de ${id} : ${sources.join(", ") || "aucune n’y est nommée"}`,
  "day-from-publication": (source, day) =>
    `un jour qui ne précède pas la parution de ${source}, ${day}`,
  "day-to-making": (day) => `un jour qui ne suit pas la création du paquet, ${day}`,
  "repeats-itself": (repeats, id) => `${repeats.join(";")}, qui reprend finalement ${id}`,
  "other-sources": "des sources qui ne reprennent pas celle-ci",
  "term-of": (ids, vocabulary) =>
    `l’une de ces valeurs : ${ids.join(", ")} (rocade.vocabularies.${vocabulary})`,

  "id-of-place": (id) => `${quoted(id)}, qui est déjà l’identifiant d’un lieu`,
  "another-id": "un autre identifiant",
  "place-apart": "un lieu qui ne fait pas lui-même partie de celui-ci",
  "more-than-south": (south) => `plus que south, ${number(south)}`,
  "another-longitude": "une autre longitude que west",
  "position-outside": (position, isExchanged) =>
    `${position}${isExchanged ? " (longitude et latitude semblent inversées)" : ""}`,
  "in-extent": (box) => `une position dans l’étendue ${box}`,
  "in-extent-or-region": (box) =>
    `une position dans l’étendue ${box}, ou « region » dans stated_side`,
  "shown-place": "un lieu qui n’est pas retenu (withheld)",
  "shown-shapes": "des formes qui ne sont pas retenues (withheld)",
  "line-shapes": "des identifiants de formes qui sont des lignes",
  features: (count) => counted(count, "objet"),
  "one-polygon": "un seul objet, de type Polygon",
  "no-whole-position": "aucune position, ou une position incomplète",
  "whole-position-or-hidden":
    "lon, lat, precision_m et position_basis, ou « hidden » ou « withheld » dans disclosure",
  "part-of-position": "une position incomplète",
  "whole-position": "lon, lat, precision_m et position_basis ensemble",
  unpaired: (longitudes, latitudes) =>
    `${counted(longitudes, "longitude")} et ${counted(latitudes, "latitude")}`,
  "as-many-latitudes": "autant de longitudes que de latitudes",

  "column-said-twice": "ce que dit déjà une autre colonne",
  "one-of-both": (other) => `l’une des deux seulement : ${other}`,
  "no-name": "un en-tête qui n’est pas un nom",
  "a-name": "des lettres et des chiffres, au plus 63 octets en UTF-8",
  "own-column-called": (name) => `une colonne nommée ${name}`,
  "another-heading": "un autre en-tête : ce nom désigne déjà autre chose",
  "almost-heading": (name) =>
    `un en-tête qui ne diffère de ${name} que par des majuscules ou des signes`,
  "that-or-another-heading": (name) => `${name}, ou un autre en-tête`,
  "other-language": "un texte dans une langue que le paquet n’a pas",
  "languages-or-described":
    "une langue de rocade.languages, ou une colonne décrite dans le schéma de la table",
  "second-column": (name) => `une deuxième colonne nommée ${name}`,
  "own-heading": "un en-tête qui diffère des autres par plus que des majuscules et des signes",
  "too-many-own": "une colonne supplémentaire de trop",
  "at-most-in-table": (count) => `au plus ${number(count)} par table`,
  "dates-in-format": (format) => `des dates au format ${quoted(format)}`,
  "plain-dates": "des jours écrits AAAA-MM-JJ, ou le type string",
  "pattern-of": (pattern) => `le motif ${quoted(pattern)}`,
  "regular-expression": "une expression régulière",

  "written-language": "une langue selon BCP 47, comme en, ar, pt-BR ou zh-Hant",
  "each-language-once": "chaque langue une seule fois",
  "time-zone-such-as": "un fuseau horaire de la base IANA, comme Europe/Paris",
  "fixed-id": "aucun identifiant : il est le même partout",
  "each-id-once": "chaque identifiant une seule fois",
  "id-with-hyphens":
    "un identifiant fait de minuscules sans accent, de chiffres et de traits d’union",
  "table-dialect":
    "un dialecte de table : delimiter, quoteChar, doubleQuote, escapeChar, skipInitialSpace, header, lineTerminator, type, $schema",
  "braces-of-titles": `rien entre accolades que ${Object.keys(TITLE_VALUES).join(", ")}`,
  "written-day": "un jour écrit AAAA-MM-JJ",
};
