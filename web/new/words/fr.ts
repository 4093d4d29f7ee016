import { columnIn } from "#import/mapping/fault.ts";
import { inWords } from "#import/refusal/refusal.ts";
import { formatNumber, pluralOf } from "#web/i18n/format.ts";
import type { NewTexts } from "./en.ts";
import { REFUSALS_FR } from "./refusals-fr.ts";

const number = (count: number) => formatNumber(count, "fr");
const plural = (count: number, one: string, other: string) =>
  `${number(count)} ${pluralOf(count, "fr") === "one" ? one : other}`;
const rows = (count: number) => plural(count, "ligne", "lignes");
const events = (count: number) => plural(count, "événement", "événements");

/** Known tables whose names are more than a proper name. */
const PRESETS: Readonly<Record<string, string>> = { "USGS earthquakes": "séismes de l’USGS" };

export const fr: NewTexts = {
  locale: "fr-FR",
  title: "Vos propres événements sur une carte dans le temps",
  otherLanguage: "English",
  toMap: "Revenir à la carte publiée",
  steps: {
    drop: "Fichier",
    read: "Lecture",
    map: "Colonnes",
    problems: "Problèmes",
    rows: "Lignes",
    preview: "Carte",
    take: "Emporter",
  },
  stepsLabel: "Étapes",
  back: "Retour",
  next: "Continuer",
  cancel: "Annuler",
  private:
    "Votre fichier reste dans ce navigateur. Cette page ne peut rien envoyer à aucun serveur, pas même au nôtre : ses propres règles l’interdisent.",
  drop: "Déposez un tableau ici",
  dropMore:
    "CSV, TSV, Excel (.xlsx), GeoJSON, Linked Places, KML, GPX avec heures, ou un paquet de données (ZIP ou dossier)",
  chooseFile: "Choisir un fichier",
  chooseFolder: "Choisir un dossier",
  needs: "Il faut à chaque ligne une date, une position et un titre. Tout le reste est conservé.",
  kept: (name, when) => `Vous travailliez sur ${name} (${when}).`,
  keptWhere:
    "Le travail n’est conservé que dans ce navigateur, pour qui s’en sert sur cet appareil.",
  goOn: "Reprendre",
  forget: "Oublier",
  forgotten: "C’est oublié.",
  reading: (count) => (count > 0 ? `Lecture : ${rows(count)}` : "Lecture…"),
  refused: "Ce fichier ne peut pas être lu",
  refusedWhat: (got, allowed) => `Trouvé : ${got} ; attendu : ${allowed}.`,
  refusals: REFUSALS_FR,
  reasons: {
    heading: "raison",
    of: (fault) => {
      const { kind, value, words } = fault;
      const told = words ? inWords(words, REFUSALS_FR) : value && `« ${value} »`;
      const why = `${fr.faults[kind] ?? kind}${told && ` (${told})`}`;
      return [columnIn(fault), why].filter(Boolean).join(" : ");
    },
  },
  fault: "Cette page a un défaut. Votre fichier est intact. Ce qu’en dit le navigateur :",
  readTitle: (file) => file,
  readLead: (count, columns, format) =>
    `${rows(count)} et ${plural(columns, "colonne", "colonnes")}, lues comme ${format}. Est-ce juste ?`,
  formats: {
    csv: "un tableau de texte",
    xlsx: "un classeur Excel",
    geojson: "du GeoJSON",
    "geojson-seq": "du GeoJSON, un objet par ligne",
    json: "une liste JSON",
    "linked-places": "du Linked Places",
    kml: "du KML",
    gpx: "du GPX",
  },
  notes: {
    heights:
      "Les positions ont des altitudes, laissées de côté : seules longitude et latitude restent.",
  },
  encoding: "Lettres (encodage)",
  delimiter: "Entre les cellules",
  delimiters: { ",": "virgule", ";": "point-virgule", "\t": "tabulation", "|": "barre" },
  header: "Les en-têtes sont à la ligne",
  noHeader: "aucune",
  sheet: "Feuille",
  asGuessed: (value) => (value === undefined ? "deviné" : `deviné : ${value}`),
  mapTitle: "Que contient chaque colonne ?",
  mapLead:
    "Ce sont des suppositions, tirées des en-têtes et des valeurs. Corrigez ce qui est faux.",
  presetLead: (name) =>
    `Cela ressemble à un tableau de ${PRESETS[name] ?? `type ${name}`} : ses colonnes sont déjà attribuées.`,
  mappedLead: (file) => `Les colonnes sont celles que dit ${file}.`,
  mappingFits: (file, when) =>
    `Ce sont les colonnes de ${file}, que vous avez emporté le ${when} : ce navigateur en garde la correspondance, avec vos réponses et vos corrections.`,
  useMapping: "Reprendre cette correspondance",
  loadMapping: "Charger une correspondance",
  none: "– aucune –",
  parts: {
    title: "Titre",
    start: "Date",
    end: "Jusqu’au (date de fin)",
    position: "Position",
    lat: "Latitude",
    lon: "Longitude",
    category: "Catégorie",
    summary: "Description",
    source: "Source",
    id: "Identifiant",
    precision: "Précision des positions",
  },
  positions: {
    columns: "latitude et longitude",
    pair: "les deux dans une colonne",
    wkt: "WKT dans une colonne",
    mgrs: "MGRS dans une colonne",
    geometry: "les formes du fichier",
  },
  precisions: {
    decimals: "selon leurs décimales",
    exact: "exactes (10 m)",
    street: "la rue (100 m)",
    neighbourhood: "le quartier (500 m)",
    village: "le village (1 km)",
    town: "la ville (3 km)",
    city: "la grande ville (10 km)",
    district: "le district (25 km)",
    region: "la région (100 km)",
    country: "le pays (500 km)",
  },
  inColumn: (column) => `colonne « ${column} »`,
  madeOf: (template) => `composé de : ${template}`,
  datesRead: "Les premières dates, telles qu’elles sont comprises",
  seasonOfTwoYears: "Un hiver est celui qui commence en décembre de l’année qu’il nomme.",
  from: "du",
  until: "au",
  between: "entre le",
  and: "et le",
  lasting: "Sens des deux dates",
  ranges: { lasted: "cela a duré de l’une à l’autre", within: "cela s’est passé entre les deux" },
  orderAsked: (example) => `${example} : le jour d’abord, ou le mois ?`,
  orderWhy: "Aucune date de la colonne ne dit ce qui vient en premier. Ici, rien n’est deviné.",
  orders: { dmy: "jour / mois / année", mdy: "mois / jour / année" },
  called: "Nom de la carte",
  language: "Langue des textes",
  timeZone: "Fuseau horaire",
  others: (count) =>
    count === 1
      ? "Une autre colonne est conservée telle quelle :"
      : `${number(count)} autres colonnes sont conservées telles quelles :`,
  lacking: "Il manque encore :",
  lack: {
    date: "une colonne avec la date",
    position: "la position",
    title: "une colonne avec le titre",
  },
  readable: (taken, all) =>
    taken === all
      ? `Toutes les lignes (${number(all)}) peuvent être lues`
      : `${number(taken)} lignes sur ${number(all)} peuvent être lues`,
  showMap: (count) => `Montrer ${events(count)} sur la carte`,
  look: "Voir les problèmes",
  problemsTitle: (count) =>
    count > 0
      ? `${rows(count)} ${count === 1 ? "ne peut pas être lue" : "ne peuvent pas être lues"}`
      : "Rien n’est écarté ; à vérifier",
  problemsLead:
    "Elles sont écartées tant qu’elles ne sont pas corrigées. Les autres sont montrées.",
  saveRejected: "Enregistrer ces lignes avec les raisons (CSV)",
  inRows: (count) => rows(count),
  quoted: (value) => `« ${value} »`,
  example: (value, line) => `« ${value} » à la ligne ${line}`,
  exampleInWords: (words, line) => `${words}, à la ligne ${line}`,
  nothingLeft: "Aucune ligne ne peut être lue ainsi. Revenez en arrière et changez les colonnes.",
  previewNote: "Vous seul voyez cette carte.",
  takeAway: "Emporter",
  changeColumns: "Changer les colonnes",
  changeRows: "Corriger des lignes",
  changeThisRow: "Corriger cette ligne",
  rowsTitle: "Corriger des lignes à la main",
  rowsLead:
    "Votre fichier reste tel quel. Les corrections sont gardées à côté, avec la correspondance, et vont dans le paquet. Elles valent aussi pour la même ligne du prochain fichier.",
  findRows: "Chercher des lignes",
  onlyWrong: "Seulement celles qui ne peuvent pas être lues",
  undo: "Annuler",
  redo: "Rétablir",
  rowsFound: (shown, count) =>
    shown < count ? `Les ${number(shown)} premières, sur ${rows(count)}` : rows(count),
  metres: (metres) => `à ${number(metres)} m près`,
  rowNumber: (line) => `Ligne ${number(line)}`,
  changed: "corrigée",
  rowsChanged: (count) =>
    count === 0
      ? "Aucune ligne n’est corrigée"
      : `${rows(count)} ${count === 1 ? "corrigée" : "corrigées"}`,
  backToMap: "Montrer sur la carte",
  handle: "Position : les flèches la déplacent, plus loin avec Maj",
  handleHow:
    "Faites glisser le point, ou déplacez-le avec les flèches. Les autres lignes sont des points gris.",
  done: "Terminé",
  asInFile: "Comme dans le fichier",
  takeTitle: "Emporter",
  takeLead: "Des fichiers faits dans ce navigateur. Rien n’est publié.",
  harmTitle: "D’abord : cela peut-il nuire à quelqu’un ?",
  harmLead:
    "Ce qui est publié ne se rattrape pas. À en juger par les en-têtes et les premières lignes, le tableau contient ce qui suit ; il peut y avoir autre chose.",
  harm: {
    persons: {
      called: "Noms de personnes",
      asked: "Chacun d’eux est-il déjà public, et a-t-il sa place ici ?",
    },
    contacts: {
      called: "Moyens de joindre des personnes",
      asked: "Une carte n’a pas à dire comment joindre quelqu’un.",
    },
    homes: { called: "Adresses", asked: "Quelqu’un y habite peut-être." },
    "small-counts": {
      called: "Petits nombres de personnes",
      asked: "Là où peu de gens vivent, un nombre inférieur à 5 peut trahir de qui il s’agit.",
    },
    positions: {
      called: "Positions exactes",
      asked: "Avec le reste du tableau, elles peuvent montrer où quelqu’un habite.",
    },
  },
  harmAnswers: {
    kept: "Publier tel quel",
    numbered: "Remplacer par des numéros",
    "not-small": "Laisser vides ceux inférieurs à 5",
    "left-out": "Laisser de côté",
    "100m": "Arrondir à 100 m",
    "1km": "Arrondir à 1 km",
    "10km": "Arrondir à 10 km",
    hidden: "Ne publier aucune position",
  },
  harmOpen: (count) =>
    `Il reste ${plural(count, "question", "questions")}. Les fichiers sont faits une fois que vous avez répondu ; le paquet dit ce que vous avez décidé.`,
  package: "Paquet de données (ZIP)",
  packageMeans:
    "les événements en tableau, et ce que la carte en dit : pour les archives, et pour publier",
  geopackage: "GeoPackage",
  geopackageMeans: "les événements en couche, pour QGIS et d’autres logiciels de cartes",
  mapping: "Correspondance (JSON)",
  mappingMeans:
    "ce que contient chaque colonne, et ce que vous avez décidé : pour la prochaine version du même tableau, où elle est proposée, et pour la ligne de commande",
  publish: "Pour publier sur votre propre Rocade",
  publishMeans: "Copiez le ZIP sur son serveur, puis :",
  publishOverHttp:
    "Ou envoyez-le d’ici, si l’instance a un IMPORT_TOKEN. La première ligne dit ce qui changerait, la seconde publie :",
  tooManyAhead: (count, most) =>
    `${rows(count)} : c’est plus que l’aperçu final n’en dessine (${number(most)}). Tout le reste fonctionne : colonnes, problèmes, lignes une à une et le paquet, qui les montre toutes là où il est publié.`,
  tooMany: (count, most) =>
    `${events(count)} : c’est plus que cet aperçu n’en dessine (${number(most)}). Le paquet les contient tous : publiez-le pour les voir.`,
  faults: {
    "no-date": "Pas de date",
    "not-a-date": "Ce n’est pas une date",
    "open-order": "Le jour d’abord, ou le mois ?",
    "impossible-order": "Ce jour n’existe pas dans l’ordre choisi",
    "number-date": "Un nombre à la place d’une date",
    "short-year": "Années à deux chiffres",
    reversed: "La fin précède le début",
    "left-out-time": "Une heure que les horloges ont sautée",
    "not-a-position": "Ce n’est pas une position",
    "out-of-range": "Hors des degrés de la Terre",
    "half-position": "Une latitude sans longitude, ou l’inverse",
    "unknown-place": "Un lieu inconnu ici",
    "not-points": "Une forme qui n’est pas un point",
    "no-title": "Pas de titre",
    "no-category": "Pas de catégorie",
    "no-source": "Pas de source",
    "no-id": "Pas d’identifiant",
    "same-id": "Deux fois le même identifiant",
    "not-allowed": "Une valeur que la colonne n’admet pas",
    "not-a-row": "Ce n’est pas une ligne du tableau",
    repeated: "Encore le même événement",
    nowhere: "À 0, 0, en plein Atlantique : la position était-elle inconnue ?",
    duplicates: "Même date, même titre et même position qu’une autre ligne",
    exchanged: "Latitude et longitude semblent inversées",
    outliers: "Très loin de toutes les autres",
  },
  hints: {
    "not-a-date":
      "Sont lues comme dates : 2015-03-21, 21/03/2015, 21 mars 2015, mars 2015, 2015, vers 1987, 2015-03/2016, et d’autres écritures. Est-ce bien la colonne des dates ?",
    "not-a-position":
      "Sont lues comme positions : 50,96, 50.96, 50°57′36″ N, 31U DS 41234 45678, POINT (1.86 50.96), ou une latitude et une longitude dans une même colonne.",
  },
  mends: {
    "order dmy": "Lire jour / mois / année",
    "order mdy": "Lire mois / jour / année",
    "numbers excel": "Lire comme des jours d’Excel",
    "numbers excel-1904": "Lire comme des jours d’Excel (vieux Mac)",
    "numbers seconds": "Lire comme des secondes depuis 1970",
    "numbers milliseconds": "Lire comme des millisecondes depuis 1970",
    "century 1800": "Lire 18xx",
    "century 1900": "Lire 19xx",
    "century 2000": "Lire 20xx",
    "swap-columns": "Échanger latitude et longitude",
    "swap-dates": "Échanger les deux dates",
    "no-clock": "Laisser de côté les heures",
    "nowhere-empty": "Prendre 0, 0 pour une position inconnue",
    "first-of-duplicates": "Garder la première de chaque",
    "ids-made": "Refaire les identifiants, garder la colonne",
    "no-category": "Sans catégories",
    "no-source": "Garder comme simple colonne",
    "keep-as-attribute": "Garder comme simple colonne",
    "leave-out": "Laisser la colonne de côté",
    round: "Rendre les positions plus grossières",
    "no-precision": "S’en tenir aux décimales",
  },
};
