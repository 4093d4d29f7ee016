// The words of the page and of the command that check a file.
import { interfaceLanguage, type Language } from "#model/words/language.ts";
import type { Why } from "./received-file.ts";
import type { Change, Verdict } from "./verdict.ts";

const EN = {
  title: "Check a picture",
  lead: "Every file made here carries the question that it answers, the version of the data it was drawn from, and their digest. Choose a file, or drop it on the field: it is held against the data that are published here and drawn again. It is not kept.",
  field: (megabytes: number) =>
    `A file made here: SVG, PNG, PDF, ZIP, MP4, WebM or GIF, at most ${megabytes} MB`,
  check: "Check it",
  refused: (why: Why, megabytes: number) =>
    ({
      large: `The file is larger than ${megabytes} MB.`,
      form: "The form cannot be read: choose the file once more.",
      none: "No file was chosen.",
      empty: "No file was chosen, or it is empty.",
    })[why],
  another: "Check another",
  verdicts: {
    intact: "Intact",
    "records-agree": "Its records agree; its images were not compared",
    outdated: "Intact, and outdated",
    "other-release": "Drawn by another release",
    "other-ground": "Drawn on another ground",
    "other-data": "Drawn of other data",
    altered: "Altered",
    "not-here": "Its data are not here",
    "no-proof": "No proof in it",
  } satisfies Record<Verdict["verdict"], string>,
  noProof:
    "The file carries no proof, or none that can be read: it was made elsewhere or before there was one, or a program that saved it again has left it out.",
  damaged: "The file is not whole: its own check sums, or its structure, do not hold.",
  records: (count: number, data: string) =>
    `The digest in the file is that of the ${count} records that ${data} draws here.`,
  otherRecords: (data: string) =>
    `The digest in the file is not that of the records that ${data} draws here: the file, or what it says of itself, was changed.`,
  otherData: (data: string) =>
    `${data} has other content here than the version of which the file was drawn: it was published elsewhere under the same label, or changed since to protect somebody. What the file shows cannot be compared.`,
  sameBytes: "Drawn again it is the same, byte for byte.",
  otherBytes: (at: number) =>
    `Drawn again by the same program it is not the same file (from byte ${at} on): its picture was changed, or a program has written it anew, as one does that compresses images. Only the file as it was made here can be told from a changed one.`,
  otherGround:
    "The ground under its maps is another than the one that lies here now, or one of the two has none. Its records agree; its drawing cannot be compared.",
  otherRelease: (theirs: string, ours: string) =>
    `It was drawn by release ${theirs}; here is ${ours}, which draws it otherwise. Its records agree; its drawing cannot be compared.`,
  ofKit:
    "It is one of several pictures of a kit, which are drawn together: its image was not compared. The whole kit can be: choose the ZIP that it came in.",
  film: "A film is written by the browser that made it: that its images are as they were cannot be told, only what they were drawn from.",
  signedHere:
    "Its signature holds: this instance has signed it. The issuer is known to this instance only; another program will call it unknown.",
  signedBy: (name: string) =>
    `Its content credentials hold. They are signed by “${name}”, of whom this instance knows nothing.`,
  signedByKey: (key: string) =>
    `Its signature holds, by a key of which this instance knows nothing: ${key}`,
  signatureFails: "Its signature does not hold: the file, or the signature, was changed.",
  signatureField: "Its signature, if it came with one",
  unasked: (problems: string) =>
    `The question in the file cannot be asked of its data: ${problems}.`,
  newest: (label: string) => `It is not of the newest version, which is ${label}.`,
  changed: (count: number) =>
    count === 0
      ? "Of the records of this picture none has changed since."
      : count === 1
        ? "One record of this picture has changed since:"
        : `${count} records of this picture have changed since:`,
  changesUnknown:
    "What has changed since cannot be told: the newest version does not answer its question.",
  noDataset: (id: string) =>
    `There is no dataset ${id} here. Ask where the file says that it was drawn.`,
  noVersion: (data: string) =>
    `There is no ${data} here. Ask where the file says that it was drawn.`,
  withdrawn: (data: string, day: string, reason: string) =>
    `${data} was withdrawn on ${day}. Reason: ${reason}`,
  says: "What the file says of itself",
  picture: "Picture",
  data: "Data",
  drawnAt: "Drawn at",
  program: "Program",
  digest: "Digest of the records",
  alt: "In words",
  credit: "Credit",
  fileSum: "SHA-256 of the file",
  map: "The map at that state",
  difference: "The difference on the map",
  newestPicture: "The same picture of the newest data",
  tables: {
    places: "place",
    placePhases: "stay at a place",
    counts: "count",
    events: "event",
    movements: "movement",
    sources: "source",
  } satisfies Record<Change["table"], string>,
  changes: { added: "added", removed: "removed", changed: "changed" } satisfies Record<
    Change["change"],
    string
  >,
  more: (count: number) => `and ${count} more`,
};
export type VerifyTexts = typeof EN;

const FR: VerifyTexts = {
  title: "Vérifier une image",
  lead: "Chaque fichier fait ici porte la question à laquelle il répond, la version des données dont il a été tiré et leur empreinte. Choisissez un fichier ou déposez-le sur le champ : il est comparé aux données publiées ici, puis redessiné. Il n’est pas conservé.",
  field: (megabytes) =>
    `Un fichier fait ici : SVG, PNG, PDF, ZIP, MP4, WebM ou GIF, ${megabytes} Mo au plus`,
  check: "Vérifier",
  refused: (why, megabytes) =>
    ({
      large: `Le fichier dépasse ${megabytes} Mo.`,
      form: "Le formulaire ne peut pas être lu : choisissez le fichier une nouvelle fois.",
      none: "Aucun fichier n’a été choisi.",
      empty: "Aucun fichier n’a été choisi, ou il est vide.",
    })[why],
  another: "En vérifier un autre",
  verdicts: {
    intact: "Intacte",
    "records-agree": "Ses enregistrements concordent ; ses images n’ont pas été comparées",
    outdated: "Intacte, mais dépassée",
    "other-release": "Dessinée par une autre version du logiciel",
    "other-ground": "Dessinée sur un autre fond de carte",
    "other-data": "Tirée d’autres données",
    altered: "Modifiée",
    "not-here": "Ses données ne sont pas ici",
    "no-proof": "Sans preuve",
  },
  noProof:
    "Le fichier ne porte pas de preuve, ou aucune qui soit lisible : il a été fait ailleurs ou avant qu’il y en ait une, ou un logiciel l’a perdue en l’enregistrant.",
  damaged:
    "Le fichier n’est pas entier : ses propres sommes de contrôle, ou sa structure, ne tiennent pas.",
  records: (count, data) =>
    `L’empreinte dans le fichier est celle des ${count} enregistrements que ${data} dessine ici.`,
  otherRecords: (data) =>
    `L’empreinte dans le fichier n’est pas celle des enregistrements que ${data} dessine ici : le fichier, ou ce qu’il dit de lui-même, a été modifié.`,
  otherData: (data) =>
    `${data} a ici un autre contenu que la version dont le fichier a été tiré : elle a été publiée ailleurs sous le même nom, ou changée depuis pour protéger quelqu’un. Ce que montre le fichier ne peut pas être comparé.`,
  sameBytes: "Redessinée, elle est la même, octet pour octet.",
  otherBytes: (at) =>
    `Redessinée par le même logiciel, ce n’est pas le même fichier (à partir de l’octet ${at}) : l’image a été modifiée, ou un logiciel l’a réécrite, comme le font ceux qui compressent les images. Seul le fichier tel qu’il a été fait ici se distingue d’un fichier modifié.`,
  otherGround:
    "Le fond de ses cartes n’est pas celui qui est en place ici, ou l’un des deux n’en a pas. Ses enregistrements concordent ; son dessin ne peut pas être comparé.",
  otherRelease: (theirs, ours) =>
    `Elle a été dessinée par la version ${theirs} du logiciel ; celle d’ici, ${ours}, la dessine autrement. Ses enregistrements concordent ; son dessin ne peut pas être comparé.`,
  ofKit:
    "C’est l’une des images d’un dossier à publier, dessinées ensemble : elle-même n’a pas été comparée. Le dossier entier peut l’être : choisissez le ZIP d’où elle vient.",
  film: "Un film est écrit par le navigateur qui l’a fait : on ne peut pas dire si ses images sont restées les mêmes, seulement de quoi elles ont été tirées.",
  signedHere:
    "Sa signature tient : cette instance l’a signée. L’émetteur n’est connu que d’elle ; tout autre logiciel le dira inconnu.",
  signedBy: (name) =>
    `Ses « content credentials » tiennent. Elles sont signées par « ${name} », dont cette instance ne sait rien.`,
  signedByKey: (key) => `Sa signature tient, par une clé dont cette instance ne sait rien : ${key}`,
  signatureFails: "Sa signature ne tient pas : le fichier, ou la signature, a été modifié.",
  signatureField: "Sa signature, si elle l’accompagne",
  unasked: (problems) =>
    `La question que porte le fichier ne peut pas être posée à ses données : ${problems}.`,
  newest: (label) => `Elle n’est pas tirée de la version la plus récente, qui est ${label}.`,
  changed: (count) =>
    count === 0
      ? "Depuis, aucun des enregistrements de cette image n’a changé."
      : count === 1
        ? "Depuis, un enregistrement de cette image a changé :"
        : `Depuis, ${count} enregistrements de cette image ont changé :`,
  changesUnknown:
    "Ce qui a changé depuis ne peut pas être dit : la version la plus récente ne répond pas à sa question.",
  noDataset: (id) =>
    `Il n’y a pas de jeu de données ${id} ici. Demandez là où le fichier dit avoir été fait.`,
  noVersion: (data) =>
    `${data} ne se trouve pas ici. Demandez là où le fichier dit avoir été fait.`,
  withdrawn: (data, day, reason) => `${data} a été retirée le ${day}. Motif : ${reason}`,
  says: "Ce que le fichier dit de lui-même",
  picture: "Image",
  data: "Données",
  drawnAt: "Faite à",
  program: "Logiciel",
  digest: "Empreinte des enregistrements",
  alt: "En mots",
  credit: "Crédit",
  fileSum: "SHA-256 du fichier",
  map: "La carte dans cet état",
  difference: "La différence sur la carte",
  newestPicture: "La même image des données les plus récentes",
  tables: {
    places: "lieu",
    placePhases: "présence en un lieu",
    counts: "comptage",
    events: "événement",
    movements: "déplacement",
    sources: "source",
  },
  changes: { added: "ajouté", removed: "enlevé", changed: "changé" },
  more: (count) => `et ${count} de plus`,
};

export function verifyTexts(language: Language): VerifyTexts {
  return interfaceLanguage(language) === "fr" ? FR : EN;
}
