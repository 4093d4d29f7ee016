// Derives what fields rest on, who repeats whom and when places were seen, from nothing but what the other tables say
// themselves. `node geodata/calais/derive-evidence.mjs` writes citations.csv, attestations.csv and the column `repeats`
// of sources.csv; with --check it says whether they are as it would write them. When a source was read is in no table,
// so that it stays empty.
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

const textOf = (file) => readFileSync(new URL(file, import.meta.url), "utf8");
const rowsOf = (table) => parse(textOf(`${table}.csv`), { columns: true });
const listOf = (cell) => cell.split(";").filter(Boolean);

const sources = rowsOf("sources");
const [places, events, movements, counts] = ["places", "events", "movements", "counts"].map(rowsOf);
const shapes = JSON.parse(textOf("shapes.geojson")).features.map(({ properties }) => ({
  ...properties,
  source_ids: properties.source_ids.join(";"),
}));
const sourceOf = new Map(sources.map((source) => [source.id, source]));
const ownSources = ({ source_ids: ids }) => listOf(ids).map((id) => sourceOf.get(id));

/** Who speaks in a source: its publisher and, after a stroke or “from”, whose text it is; what stands in brackets aside. */
const voicesOf = ({ note, publisher }) =>
  [
    ...publisher.replace(/\([^)]*\)/g, "").split(/\/|, from /),
    ...(/republishes ([^;,]+)/.exec(note)?.slice(1) ?? []),
  ]
    .map((name) => name.trim())
    .filter(Boolean);

const isCalled = (voice, name) => voice === name || voice.startsWith(`${name} `);
/** The one source of the record that has this name; undefined where several have it, or none. */
function sourceNamed(record, name) {
  const found = ownSources(record).filter((source) =>
    voicesOf(source).some((voice) => isCalled(voice, name.trim())),
  );
  return found.length === 1 ? found[0] : undefined;
}

const namesIn = (text) => text.split(/, | and /).map((name) => name.trim());
const numbersIn = (text) => [...text.matchAll(/\d[\d,]*/g)].map(([one]) => one.replaceAll(",", ""));

/** Figures that a note gives to names: “650 (LCI)”, “600–800 (Reuters)”, “over 350 (ASH)”. */
function figuresByName(note) {
  const number = String.raw`\d[\d,]*`;
  const pattern = new RegExp(
    String.raw`(?:(over|more than|at least|up to|fewer than|nearly|about) )?(${number}(?:(?:–| to )${number})?)\s*\(([^()]+)\)`,
    "g",
  );
  return [...note.matchAll(pattern)].map(([said, bound, figures, names]) => ({
    said,
    names: namesIn(names),
    numbers: numbersIn(figures),
    isLeast: ["over", "more than", "at least"].includes(bound),
    isMost: ["up to", "fewer than"].includes(bound),
  }));
}

/** A number that is said to be exceeded is no highest one, nor a highest the lowest. */
const bears = ({ isLeast, isMost }, field) =>
  !(isLeast && field.endsWith("high")) && !(isMost && field.endsWith("low"));

const citations = [];
function cite(kind, record, field, source, verdict, note) {
  const id = `cite-${record.id}-${field.replaceAll("_", "-")}-${source.id}`;
  if (citations.some((one) => one.id === id)) return;
  const [en, fr] = note;
  citations.push({
    ...{ id, record_kind: kind, record_id: record.id, field, source_id: source.id },
    ...{ locator: "", checked_on: "", verdict, note: en, note_fr: fr },
  });
}

// Sets of geographic data give positions and no dates, and some notes on sources say the same of theirs.
const GEOGRAPHIC = [
  "A set of geographic data: it gives positions, and no dates.",
  "Un jeu de données géographiques : il donne des positions, et pas de dates.",
];
const FOR_PLACES = [
  "The note on the source says that it was used for where this is.",
  "La note sur la source dit qu’elle a servi à situer ce lieu.",
];
const COORDINATES = [
  "The title of the source says that it gives the coordinates.",
  "Le titre de la source dit qu’elle donne les coordonnées.",
];
function citePositions(kind, record) {
  for (const source of ownSources(record))
    if (source.kind === "data") cite(kind, record, "position", source, "", GEOGRAPHIC);
    else if (/used for the (place|ends of streets)/.test(source.note))
      cite(kind, record, "position", source, "", FOR_PLACES);
    else if (/giving the coordinates/.test(source.title))
      cite(kind, record, "position", source, "", COORDINATES);
}
for (const place of places) citePositions("place", place);
for (const shape of shapes) citePositions("shape", shape);

/** Quotation marks within others are single. */
const inner = (said) => said.replaceAll("“", "‘").replaceAll("”", "’");
const quoting = (what, ou, said) => [
  `Named in the note on ${what}: “${inner(said)}”.`,
  `Nommée dans la note sur ${ou} : « ${said} ».`,
];
// A note on a position names the source that says so.
for (const place of places)
  for (const [, name] of place.position_note.matchAll(/\(([^()]+)\)/g))
    for (const one of namesIn(name)) {
      const source = sourceNamed(place, one);
      const said = quoting("the position", "la position", one);
      if (source) cite("place", place, "position", source, "", said);
    }

// Notes on people give figures to names.
const ofPeople = (said) => quoting("the number of people", "le nombre de personnes", said);
for (const [kind, records] of [
  ["event", events],
  ["movement", movements],
])
  for (const record of records)
    for (const figure of figuresByName(record.people_note))
      for (const source of figure.names.flatMap((name) => sourceNamed(record, name) ?? []))
        for (const field of ["people_low", "people_high"])
          if (figure.numbers.includes(record[field]) && bears(figure, field))
            cite(kind, record, field, source, "supports", ofPeople(figure.said));

// Notes on counts do so too, and some say who prints or quotes the figure.
const ofCount = (said) => quoting("the figure", "le chiffre", said);
for (const count of counts) {
  const note = count.quality_note;
  const fields = ["low", "best", "high"].filter((field) => count[field] !== "");
  const citeFigures = (names, numbers, said) => {
    for (const source of names.flatMap((name) => sourceNamed(count, name) ?? []))
      for (const field of fields)
        if (numbers.includes(count[field]))
          cite("count", count, field, source, "supports", ofCount(said));
  };
  for (const { names, numbers, said } of figuresByName(note)) citeFigures(names, numbers, said);
  for (const [said, quoted, names] of note.matchAll(/“([^”]*)” in ([^;]+?)(?: of \d|;|,? none|$)/g))
    citeFigures(namesIn(names), numbersIn(quoted), said.replace(/,? none$| of \d$/, ""));
  for (const [said, names] of note.matchAll(/the number as quoted by ([^;]+)/g))
    citeFigures(
      namesIn(names),
      fields.map((field) => count[field]),
      said,
    );
  for (const [said, name, number] of note.matchAll(/(?:^|; )([^;]+?) print(?:s|ed) (\d[\d,]*)/g)) {
    const source = sourceNamed(count, name);
    const [printed] = numbersIn(number);
    const same = fields.find((field) => count[field] === printed);
    if (source && same)
      cite("count", count, same, source, "supports", ofCount(said.replace("; ", "")));
    else if (source && fields.includes("best"))
      cite("count", count, "best", source, "contradicts", ofCount(said.replace("; ", "")));
  }
}

// Who repeats whom: copies and translations, as notes say, and what one agency sent on one day, where one record rests
// on both.
const AGENCIES = ["AFP", "Reuters", "PA"];
const agencyOf = ({ note, publisher }) =>
  AGENCIES.find(
    (name) => new RegExp(String.raw`\b${name}\b`).test(publisher) || note.includes(`${name} text`),
  );
const order = new Map(sources.map(({ id }, at) => [id, at]));
const repeats = new Map(sources.map(({ id }) => [id, new Set()]));
const together = [...places, ...events, ...movements, ...counts, ...shapes].map(ownSources);
for (const cited of together)
  for (const source of cited)
    for (const other of cited) {
      if (source === other) continue;
      const isSameDay = source.published !== "" && source.published === other.published;
      const whose =
        /republishes ([^;,]+)|copy of (?:a|the) .*?([A-Z][^;]*?) (?:text|article)/
          .exec(source.note)
          ?.slice(1)
          .find(Boolean) ?? /, from (.+)$/.exec(source.publisher)?.[1];
      const isCopy =
        whose !== undefined && voicesOf(other).some((voice) => isCalled(voice, whose)) && isSameDay;
      const isTranslation =
        /version of the \w+ page of the same day/.test(source.note) &&
        voicesOf(source)[0] === voicesOf(other)[0] &&
        isSameDay;
      const isAccount =
        /text of the founding account/.test(source.note) &&
        /^the founding account/.test(other.note);
      const agency = agencyOf(source);
      const isAgency =
        agency !== undefined &&
        agency === agencyOf(other) &&
        /^\d{4}-\d{2}-\d{2}$/.test(source.published) &&
        isSameDay &&
        order.get(source.id) > order.get(other.id);
      if (isCopy || isTranslation || isAccount || isAgency) repeats.get(source.id).add(other.id);
    }

// When places were seen: people counted there, and what happened to a site as such.
const siteKinds = JSON.parse(textOf("datapackage.json")).rocade.roles.sites;
const siteOf = new Map(
  places.filter(({ kind }) => siteKinds.includes(kind)).map((place) => [place.id, place]),
);
const isWithin = ({ end_latest: end, start_earliest: start }, first, last) =>
  (start === "" || last >= start) && (end === "" || first <= end);
const attestations = [];
for (const count of counts) {
  const site = siteOf.get(count.place_id);
  const isThere = [count.low, count.best, count.high].some((number) => Number(number) > 0);
  if (
    !site ||
    !count.measure.startsWith("present") ||
    !isThere ||
    count.method.startsWith("derived")
  )
    continue;
  attestations.push({
    ...{ id: `seen-${count.id}`, place_id: site.id, edtf: count.date_edtf },
    ...{ earliest: count.date_earliest, latest: count.date_latest, state: "open" },
    ...{ event_id: "", count_id: count.id, source_ids: count.source_ids },
  });
}
const OF_THE_SITE = ["eviction", "opening", "fire", "closure"];
for (const event of events) {
  const site = siteOf.get(event.place_id);
  if (!site || !OF_THE_SITE.includes(event.category)) continue;
  if (!isWithin(site, event.start_earliest, event.end_latest)) continue;
  attestations.push({
    ...{ id: `seen-${event.id}`, place_id: site.id, edtf: event.edtf },
    ...{ earliest: event.start_earliest, latest: event.end_latest, state: "open" },
    ...{ event_id: event.id, count_id: "", source_ids: event.source_ids },
  });
}

const byId = (one, other) => (one.id < other.id ? -1 : 1);
const table = (rows) => stringify(rows, { header: true });
const derived = {
  "citations.csv": table(citations.sort(byId)),
  "attestations.csv": table(attestations.sort(byId)),
  "sources.csv": table(
    sources.map((source) => ({ ...source, repeats: [...repeats.get(source.id)].sort().join(";") })),
  ),
};
const isCheck = process.argv.includes("--check");
for (const [file, text] of Object.entries(derived)) {
  const url = new URL(file, import.meta.url);
  if (!isCheck) writeFileSync(url, text);
  else if (textOf(file) !== text) {
    process.stderr.write(
      `${file} is not what derive-evidence.mjs makes of the other tables: run it without --check\n`,
    );
    process.exitCode = 1;
  }
}
