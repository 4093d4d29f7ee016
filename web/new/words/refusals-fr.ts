// Why something that was brought is refused, in French. « Trouvé : … ; attendu : … » stands around each phrase.
import type { CellKind } from "#import/refusal/cell-kind.ts";
import type { RefusalWords } from "#import/refusal/refusal.ts";
import { quote } from "#model/problem.ts";
import { formatNumber, pluralOf } from "#web/i18n/format.ts";
import { CHECKS_FR } from "./checks-fr.ts";

const number = (count: number) => formatNumber(count, "fr");
const counted = (count: number, one: string, other = `${one}s`) =>
  `${number(count)} ${pluralOf(count, "fr") === "one" ? one : other}`;
/** In quotation marks, shortened and with control characters made visible. */
const quoted = (text: string) => `« ${quote(text).slice(1, -1).replaceAll('\\"', '"')} »`;
const all = (names: readonly string[]) => names.map(quoted).join(", ");
const inLine = (line: number | null) => (line === null ? "" : ` (ligne ${number(line)})`);

const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ["caractère", "caractères"],
  array: ["élément", "éléments"],
};
const sized = (bound: number, of: string) => {
  const unit = UNITS[of];
  return unit ? counted(bound, ...unit) : number(bound);
};

/** What the system says of a file, by its code. */
const SYSTEM: Readonly<Record<string, string>> = {
  EACCES: "un fichier que vous n’avez pas le droit de lire",
  EISDIR: "un dossier à la place d’un fichier",
  ENOENT: "aucun fichier de ce nom",
  EPERM: "un fichier que vous n’avez pas le droit de lire",
};

/** What is wrong with a shape, by the English words of the library that finds it. */
const SHAPES: Readonly<Record<string, string>> = {
  "Duplicate Rings": "deux fois le même anneau",
  "Hole lies outside shell": "un trou hors de sa surface",
  "Holes are nested": "un trou dans un trou",
  "Interior is disconnected": "une surface en plusieurs morceaux",
  "Invalid Coordinate": "une coordonnée qui n’en est pas une",
  "Nested shells": "une surface dans une autre",
  "Ring Self-intersection": "un anneau qui se touche lui-même",
  "Ring is not closed": "un anneau qui n’est pas fermé",
  "Self-intersection": "des côtés qui se croisent",
  "Too few distinct points in geometry component": "trop peu de points différents",
};

/** The bounds of a number, which the English words tell. */
function within(words: string): string {
  const [, least, most] = /from (\S+) to ([\d.]+)/.exec(words) ?? [];
  return least === undefined || most === undefined
    ? ""
    : ` de ${number(Number(least)).replace("-", "−")} à ${number(Number(most))}`;
}

/** What a cell may be. */
const CELLS: Readonly<Record<CellKind, (names: string, words: string) => string>> = {
  address: () => "une adresse http ou https complète",
  boolean: () => "oui ou non, tels que la table les écrit",
  choice: (names) => `l’une de ces valeurs : ${names}`,
  day: () => "un jour écrit AAAA-MM-JJ",
  edtf: () =>
    "une date en EDTF (ISO 8601-2), par exemple 2014-05-28, 2014-06, 2013-10~ ou 2016-10-24/2016-10-26",
  id: () => "un identifiant fait de minuscules sans accent, de chiffres et de traits d’union",
  "id-of": (names) => `un identifiant de ${names}`,
  instant: () => "un jour, une heure et un décalage, par exemple 2014-05-28T10:30:00+02:00",
  integer: (_, words) => `un nombre entier${within(words)}`,
  list: (names) =>
    names === ""
      ? "des textes séparés par des points-virgules"
      : `des identifiants de ${names}, séparés par des points-virgules`,
  number: (_, words) => `un nombre${within(words)}`,
  text: () => "un texte que la colonne admette",
};

const SIMPLE_RINGS =
  "des anneaux qui ne se croisent ni ne se touchent, et dont les trous ne se recouvrent pas";
const packed = (files: number, megabytes: number) =>
  `un paquet de données (ZIP) d’au plus ${number(files)} fichiers et ${number(megabytes)} Mo une fois décompressé`;

export const REFUSALS_FR: RefusalWords = {
  ...CHECKS_FR,

  nothing: "rien",
  english: (words) => `${quoted(words)} (en anglais)`,
  quoted,
  "one-of": (names) => `l’un de ces noms : ${all(names)}`,
  megabytes: (megabytes) => `${number(megabytes)} Mo`,
  "at-most-megabytes": (megabytes) => `au plus ${number(megabytes)} Mo`,
  files: (count) => counted(count, "fichier"),
  "no-table": "aucun tableau",
  tables: (count) => counted(count, "tableau", "tableaux"),
  "one-table-or-package": (descriptor) => `un seul tableau, ou un dossier avec ${descriptor}`,
  "packed-package": packed,
  "table-or-packed-package": (...most) => `un tableau, ou ${packed(...most)}`,
  "unreadable-file": (code) => SYSTEM[code] ?? `une erreur du système (${code})`,
  "failed-file": () => "un fichier dont la lecture a échoué",
  "gone-file": "un fichier qui n’est plus là, ou qui a changé depuis qu’il a été choisi",
  "readable-file": "un fichier lisible",

  "empty-file": "un fichier vide",
  "no-text": "un fichier qui n’est pas du texte",
  "text-without-table": "un texte qui n’est pas un tableau",
  "old-workbook": "un classeur Excel 97 (.xls), ou protégé par un mot de passe",
  pdf: "un PDF",
  parquet: "un fichier Parquet",
  sqlite: "une base de données, comme un GeoPackage",
  gzip: "un fichier compressé (gzip)",
  "other-archive": "une archive",
  picture: "une image",
  flatgeobuf: "un FlatGeobuf",
  "web-page": "une page web (HTML)",
  table: "un tableau",
  "table-of-any-kind":
    "un tableau de texte (CSV, TSV), un classeur (.xlsx), du GeoJSON, du KML ou du GPX",
  "headings-and-rows": "une ligne d’en-têtes, et des lignes en dessous",
  "saved-workbook": "le classeur enregistré en .xlsx sans mot de passe, ou en CSV",
  "table-behind-it": "le tableau dont il est tiré",
  "as-csv-or-geojson": "le tableau en CSV ou en GeoJSON",
  "as-csv-or-workbook": "le tableau en CSV ou en classeur (.xlsx)",
  "one-table-of-it": "une de ses tables, en CSV ou en GeoJSON",
  "file-in-it": "le fichier qui s’y trouve",

  columns: (count) => counted(count, "colonne"),
  "at-most-columns": (count) => `au plus ${counted(count, "colonne")}`,
  cells: (count) => counted(count, "cellule"),
  "cells-of-header": (count) => `${counted(count, "cellule")}, comme dans l’en-tête`,
  "cells-of-header-quoted": (count, delimiter, mark) =>
    `${counted(count, "cellule")}, comme dans l’en-tête ; une cellule qui contient ${quoted(delimiter)} s’écrit entre ${mark}guillemets${mark}`,
  "cells-between": (delimiter) => `des cellules séparées par ${quoted(delimiter)}`,
  "headings-between": (delimiter) => `des en-têtes séparés par ${quoted(delimiter)}`,
  "separated-by-commas": (delimiter) =>
    `du CSV séparé par des virgules, ou "dialect": ${JSON.stringify({ delimiter })} à côté du chemin du fichier dans datapackage.json`,
  "headings-alone": "des en-têtes, sans aucune ligne en dessous",
  rows: "une ligne par événement",
  "row-again": (line) => `la date, le titre et la position de la ligne ${number(line)}`,
  "such-cell": (words, kind, names, isRequired) =>
    `${CELLS[kind](names.join(", "), words)}${isRequired ? "" : ", ou une cellule vide"}`,
  "without-controls": "du texte sans caractères de commande, sauf tabulations et fins de ligne",
  "without-controls-of-windows":
    "du texte sans caractères de commande (un texte en Windows-1252 est à enregistrer en UTF-8)",
  "whole-characters": "les deux moitiés d’une paire de substitution",
  "text-of-utf-8": "du texte en UTF-8 : ce signe remplace des octets qui n’en sont pas",
  "text-as-written": "un texte qui se lit comme il s’écrit",
  "direction-that-ends": "un sens d’écriture qui se termine dans le même texte",
  "as-row": (line) => `comme la ligne ${number(line)}`,
  "character-at": (code, at) => `U+${code}, au caractère ${number(at)}`,
  characters: (count) => counted(count, "caractère"),
  "unread-protection": (column) => `une colonne ${quoted(column)} dont rien ne tiendrait compte`,
  "one-protection": (field) =>
    `une seule colonne pour ${field} : la correspondance la nomme sous fields, et toute autre sous leaveOut`,

  "other-bytes": (encoding) => `des octets qui ne sont pas du ${encoding}`,
  "wrong-byte": (byte, at, looksLike) =>
    `l’octet ${byte} (hexadécimal), à la place ${number(at)} du fichier${looksLike === null ? "" : `, qui semble être en ${looksLike}`}`,
  "text-in": (encoding) => `un texte en ${encoding}`,
  "declared-utf-8": "de l’UTF-8, comme c’est déclaré, ou l’encodage qu’a le fichier",
  "utf-8-or-declared": (encoding) =>
    `un texte en UTF-8 ; dans un paquet, l’encodage peut être déclaré à côté du chemin du fichier dans datapackage.json : "encoding": "${encoding}"`,
  "open-quote": (mark) => `un guillemet (${mark}) qui n’est jamais refermé`,
  "stray-quote": (mark) => `un guillemet (${mark}) dans une cellule qui ne commence pas par lui`,
  "behind-quote": (text) => `${quoted(text)} après le guillemet qui ferme une cellule`,
  "quoted-csv": (mark) =>
    `une cellule qui contient ${mark} écrite entre ${mark}guillemets${mark}, avec chaque ${mark} doublé (CSV selon la RFC 4180)`,

  "broken-json": (line) => `du JSON mal formé${inLine(line)}`,
  "cut-off-json": "du JSON qui s’arrête avant la fin",
  json: "du JSON valide",
  "deep-json": "des listes imbriquées bien au-delà de ce qu’a un tableau",
  "other-json": "du JSON qui n’est pas du GeoJSON",
  "json-of-type": (type) => `le type ${quoted(type)}`,
  "geojson-or-list": "une FeatureCollection de GeoJSON, ou une liste d’objets",
  geojson: "une FeatureCollection de GeoJSON",
  "no-feature": "aucun objet (Feature)",
  "some-features": "un objet (Feature) par événement",
  "line-without-feature": "une ligne qui n’est pas un objet (Feature) de GeoJSON",
  "feature-in-each-line": "un objet (Feature) par ligne",

  "geometry-type": (type) => `le type ${quoted(type)}`,
  "a-geometry": (type) => `le type ${quoted(type)}`,
  "point-or-points":
    "Point ou MultiPoint, là où sont les événements et les lieux (lignes et surfaces vont dans la table shapes)",
  "geometry-types":
    "Point, LineString ou Polygon, ou plusieurs de la même sorte (sinon, un objet pour chacune)",
  "other-coordinates": "des coordonnées d’une autre forme",
  "coordinates-of": (type) => `les coordonnées que demande ${type}`,
  "geometry-position": (json) => json,
  "longitude-latitude": "[longitude −180…180, latitude −90…90], dans cet ordre",
  positions: (count) => counted(count, "position"),
  "at-least": (count) => `au moins ${number(count)}`,
  "open-ring": "un anneau qui ne revient pas à son point de départ",
  "closed-rings": "des anneaux fermés",
  "invalid-geometry": (fault, at) =>
    `${SHAPES[fault] ?? "une forme impossible"}${at === null ? "" : ` en ${at}`}`,
  "simple-rings": SIMPLE_RINGS,
  "simple-areas": `${SIMPLE_RINGS} ; des surfaces qui ne se recouvrent pas`,
  "two-positions": "au moins deux positions différentes",

  "xml-of": (root) => `un document XML qui commence par <${root}>`,
  "empty-xml": "un document XML vide",
  "broken-xml": (line) => `du XML mal formé${inLine(line)}`,
  "deep-xml": (depth) => `des éléments imbriqués sur plus de ${number(depth)} niveaux`,
  "kml-or-gpx": "du KML ou du GPX",

  "a-text": "un texte",
  "a-number": "un nombre",
  "a-whole-number": "un nombre entier",
  "true-or-false": "true ou false",
  "an-object": "un objet",
  "a-list": "une liste",
  "a-null": "null",
  "a-kind": (kind) => `une valeur de type ${kind}`,
  "at-least-of": (least, of) => `au moins ${sized(least, of)}`,
  "at-most-of": (most, of) => `au plus ${sized(most, of)}`,
  "one-value-of": (values) => values.join(" ou "),
  "a-time-with-offset": "un instant avec son décalage horaire, comme 2026-01-31T12:00:00Z",
  "a-format": (format) => `un texte de la forme ${format}`,
  "no-property": (names) => `rien sous ${all(names)}`,
  "multiple-of": (divisor) => `un multiple de ${number(divisor)}`,
  "another-value": "une autre valeur",
  "kept-mapping": "une correspondance enregistrée ici",
  "no-json": "autre chose que du JSON",
  "a-language": "une langue selon BCP 47, comme en, fr ou ar",
  "a-time-zone": "un fuseau horaire de la base IANA, comme Europe/Paris",
  "an-encoding": "un encodage, comme utf-8 ou windows-1252",
  "an-id": "des minuscules sans accent, des chiffres et - . _",
  "a-row-digest": "l’empreinte d’une ligne, telle que cette page l’écrit",

  "json-text": (json) => json,
  "texts-of-languages": "un texte, ou un par langue",
  "defined-property": "rien de ce nom : la définition de ce bloc ne le prévoit pas",
  "file-inside": "un chemin à l’intérieur du paquet",
  "web-address": "une adresse http ou https complète",
  "licence-named": "un nom (name), ou l’adresse de la licence (path)",
  "version-label":
    "au plus 60 lettres sans accent, chiffres et . _ + -, en commençant par une lettre ou un chiffre",
  "one-character": "un seul caractère",
  "an-encoding-of-file": "un encodage, comme utf-8, utf-16le, windows-1252 ou iso-8859-1",
  "columns-by-name": "true : les colonnes se reconnaissent à leur nom",
  "now-separation-labels":
    "rien de ce nom depuis la version 0.2 : chaque nom est le label de ce qu’il nomme dans separation (reference.label, further[0].label, line.label)",
  "now-separation-reference":
    'à la place, separation.reference : { "place": "son identifiant", "label": "son nom dans une phrase" }',
  "now-separation-further":
    'à la place, separation.further : [{ "place": "son identifiant", "label": "son nom dans une phrase" }] ; rien s’il n’y a pas un tel lieu',
  "now-separation-line":
    'à la place, separation.line : { "outlines": ["leurs identifiants"], "label": "son nom dans une phrase" } ; rien s’il n’y a pas de ligne',
  "value-or-rows": "une valeur ici, ou des lignes d’où elle se déduise",

  "unknown-table": (name) => `une ressource nommée ${quoted(name)}`,
  "one-of-tables": (names) => `l’une de celles-ci : ${names.join(", ")}`,
  "table-twice": (name) => `deux fois ${name}`,
  "each-table-once": "chaque ressource une seule fois",
  "nothing-to-show": "rien qui puisse être montré",
  "table-to-show": (names) => `une ressource ${names.join(" ou ")}`,
  "no-such-column": "aucune colonne de ce nom",
  "such-column": (name) => `une colonne ${name}`,
  "unknown-column": "une colonne inconnue",
  "known-columns": (names) => `les colonnes ${names.join(", ")}`,
  "id-again": (id, line) => `${quoted(id)}, qu’a déjà la ligne ${number(line)}`,
  "own-id": "un identifiant propre à chaque ligne",
  "id-of": (tables) => `un identifiant de ${tables.join(" ou de ")}`,

  "damaged-zip": "un ZIP endommagé ou incomplet",
  "lying-zip": (name) => `un ZIP où ${quoted(name)} n’a pas la taille annoncée`,
  "altered-in-zip": (name) =>
    `un ZIP où ${quoted(name)} est endommagé : sa somme de contrôle n’est pas celle annoncée`,
  "zip-not-deflated": "un ZIP compressé par une autre méthode que deflate",
  "locked-zip": "un ZIP protégé par un mot de passe",
  "other-zip": "une archive qui n’est pas un classeur",
  opendocument: "un document de LibreOffice (.ods ou du même genre)",
  "unpacked-sheets": (megabytes, size) =>
    `${number(megabytes)} Mo de feuilles, compressées en ${number(size)} Mo`,
  "workbook-or-csv": "un classeur Excel (.xlsx), ou le tableau en CSV",
  "empty-workbook": "un classeur sans aucune ligne",
  "sheet-with-rows": "une feuille avec des en-têtes et des lignes",
  "no-sheet": (name) => `aucune feuille nommée ${quoted(name)}`,
  "far-cell": (reference) => `une cellule en ${reference}`,
};
