// The words of the window that builds embedded maps. Loaded with it.
import { interfaceLanguage, type Language } from "#model/words/language.ts";

const en = {
  preview: "Preview",
  code: "HTML to paste",
  copy: "Copy",
  options: "Options",
  width: "Width",
  wholeWidth: "as wide as the page",
  height: "Height in pixels",
  language: "Language",
  theme: "Colours",
  themes: { auto: "as the reader's device", light: "light", dark: "dark" },
  controls: "Controls",
  controlsOf: { all: "with the way through time", none: "only this date" },
  keepsDate: "Opens on the date of the page",
  grows: "The frame takes the height that suits it (adds a script)",
  sandboxed: "In a sandbox: the map may run and open links, nothing else",
  sandboxHow:
    'It works with sandbox="allow-scripts" alone too; its links then open nothing. With an empty sandbox it is a still picture.',
  ownMachine: (host: string) =>
    `${host} is this computer alone: nobody else can open what is pasted. Copy it where the map is published.`,
  image: "Only a picture",
  imageHow: "For pages that take no frames: a picture of the same, which leads to the map.",
};

const fr: typeof en = {
  preview: "Aperçu",
  code: "HTML à coller",
  copy: "Copier",
  options: "Options",
  width: "Largeur",
  wholeWidth: "toute la largeur",
  height: "Hauteur en pixels",
  language: "Langue",
  theme: "Couleurs",
  themes: { auto: "selon l’appareil", light: "claires", dark: "sombres" },
  controls: "Commandes",
  controlsOf: { all: "avec le temps à parcourir", none: "cette date seulement" },
  keepsDate: "S’ouvre sur la date de la page",
  grows: "Le cadre prend la hauteur qui lui convient (ajoute un script)",
  sandboxed: "Dans un bac à sable : la carte peut fonctionner et ouvrir des liens, rien d’autre",
  sandboxHow:
    'Elle fonctionne aussi avec sandbox="allow-scripts" seul ; ses liens n’ouvrent alors rien. Avec sandbox vide, c’est une image fixe.',
  ownMachine: (host) =>
    `${host} n’est que cet ordinateur : personne d’autre ne pourra ouvrir ce qui est collé. Copiez-le là où la carte est publiée.`,
  image: "Une image seulement",
  imageHow: "Pour les pages sans cadres : une image de la même chose, qui mène à la carte.",
};

export type EmbedTexts = typeof en;

export function embedTextsOf(language: Language): EmbedTexts {
  return interfaceLanguage(language) === "fr" ? fr : en;
}
