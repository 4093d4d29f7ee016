// `README.txt` and `embed.txt` of a kit: what each file is, how it is published, and HTML to paste.
import { escapeMarkup } from "#formats/xml.ts";
import { interfaceLanguage, textIn } from "#model/words/language.ts";
import { frameCode, HEIGHT_SCRIPT, SANDBOX } from "#web/view/address/embed-options.ts";
import { isReachable, type KitParts, mapAddress, ownWords } from "./kit-parts.ts";
import { pictureElement } from "./kit-picture.ts";
import { themesOf } from "./kit-question.ts";
import { kitTextsOf } from "./kit-texts.ts";

/** Of lines, those that hold. */
const lines = (...all: (string | false | undefined)[]): string =>
  all
    .filter((line) => line !== false && line !== undefined)
    .join("\n")
    .concat("\n");

type ReadmeWords = {
  readonly kit: string;
  readonly how: readonly string[];
  readonly page: readonly string[];
  readonly dark: string;
  readonly pair: string;
  readonly steps: string;
  readonly rest: readonly string[];
  readonly keep: (version: string) => readonly string[];
  readonly unreachable: (host: string) => string;
};

const EN: ReadmeWords = {
  kit: "a kit to publish",
  how: [
    "Unpack it and open index.html: it works from a disk and on any web host that serves files. It asks nothing of any",
    "other host. To publish, put the whole folder on your host; or take single files from it, with their credit.",
  ],
  page: [
    "index.html          the page; kit.css and kit.js belong to it, and it reads without kit.js, too",
    "figures/            figure-390, -700 and -1200: the same figure for a telephone, a column of text and a wide page;",
    "                    SVG with live text, and PNG for systems that take no SVG",
  ],
  dark: "                    -dark: the same for dark pages",
  pair: "                    before-… and after-…: the two dates that the page lays over each other",
  steps: "                    step-01-… and so on: one for each step of the story",
  rest: [
    "fonts/              the typefaces of the page, with their licence (SIL Open Font License)",
    "texts/              caption, alternative text, long description and credit, in each language",
    "data/               shown.geojson and shown.csv: what the figure shows; sources.csv: all sources, by their numbers",
    "embed.txt           HTML to paste: the figure alone, and the interactive map in a frame",
    "rocade-map.js       the element <rocade-map>: a figure that opens the interactive map when a reader asks for it",
    "kit.json            the address of this kit, its dates, and the size of each picture, for programs",
    "figure.json         what was asked and of which data; /verify of the service says whether a figure, or this whole ZIP,",
    "                    still is what it was",
  ],
  keep: (version) => [
    `Each figure has its date, key, scale, sources, credit, licence and version (${version}). Keep them: do not crop.`,
    "Give a figure its alternative text wherever you publish it.",
    "No film: films are made in the page of the map, under “Make a picture”. Put one beside these files by hand.",
  ],
  unreachable: (host) =>
    `It was made at ${host}, which others cannot reach: addresses that lead to the map work on that computer alone.`,
};

const FR: ReadmeWords = {
  kit: "un dossier à publier",
  how: [
    "Décompressez-le et ouvrez index.html : il s’affiche depuis un disque comme sur tout hébergement de fichiers, et ne",
    "demande rien à aucun autre hôte. Pour publier, déposez le dossier entier sur votre site ; ou prenez-en des fichiers,",
    "avec leur crédit.",
  ],
  page: [
    "index.html          la page ; kit.css et kit.js en font partie, et elle se lit aussi sans kit.js",
    "figures/            figure-390, -700 et -1200 : la même figure pour un téléphone, une colonne de texte et une page large ;",
    "                    SVG au texte vivant, et PNG pour qui n’accepte pas le SVG",
  ],
  dark: "                    -dark : les mêmes pour les pages sombres",
  pair: "                    before-… et after-… : les deux dates que la page superpose",
  steps: "                    step-01-…, etc. : une par étape du récit",
  rest: [
    "fonts/              les polices de la page, avec leur licence (SIL Open Font License)",
    "texts/              légende, texte de remplacement, description longue et crédit, dans chaque langue",
    "data/               shown.geojson et shown.csv : ce que montre la figure ; sources.csv : toutes les sources, numérotées",
    "embed.txt           du HTML à coller : la figure seule, et la carte interactive dans un cadre",
    "rocade-map.js       l’élément <rocade-map> : une figure qui ouvre la carte interactive quand on le demande",
    "kit.json            l’adresse de ce dossier, ses dates et la taille de chaque image, pour des programmes",
    "figure.json         ce qui a été demandé, et de quelles données ; /verify, sur le service, dit si une figure, ou ce ZIP",
    "                    entier, est resté ce qu’il était",
  ],
  keep: (version) => [
    `Chaque figure porte sa date, sa légende, son échelle, ses sources, son crédit, sa licence et sa version (${version}).`,
    "Gardez-les : ne recadrez pas. Donnez à chaque figure son texte de remplacement partout où vous la publiez.",
    "Pas de film : les films se font dans la page de la carte, sous « Faire une image ». Ajoutez-en un à la main.",
  ],
  unreachable: (host) =>
    `Fait à l’adresse ${host}, que d’autres n’atteignent pas : les liens vers la carte ne marchent que sur cet ordinateur.`,
};

export function kitReadme(parts: KitParts): string {
  const { asked, pair, steps } = parts;
  const { title, version } = asked.dataset.meta;
  const words = interfaceLanguage(asked.language) === "fr" ? FR : EN;
  return lines(
    `${textIn(title, asked.language)} – ${words.kit}`,
    "",
    ...words.how,
    "",
    ...words.page,
    themesOf(asked).length > 1 && words.dark,
    pair && words.pair,
    steps.length > 0 && words.steps,
    ...words.rest,
    "",
    ...words.keep(version.label),
    leftOutLine(parts),
    !isReachable(parts) && words.unreachable(asked.address.host),
    "",
    ownWords(parts).credit,
    "",
    figurePage(parts),
  );
}

const leftOutLine = ({ asked, stepsLeftOut }: KitParts): string | false =>
  stepsLeftOut > 0 && kitTextsOf(asked.language).storyLeftOut(stepsLeftOut);

const figurePage = ({ figure }: KitParts): string => figure.made.input.permalink;

/** HTML for other pages: of the figure as a file, of the element, and of the frame alone. */
export function embedCode(parts: KitParts): string {
  const { asked, figure } = parts;
  const { language } = asked;
  const texts = kitTextsOf(language);
  const isFrench = interfaceLanguage(language) === "fr";
  const title = texts.mapOf(textIn(asked.dataset.meta.title, language));
  const map = mapAddress(figure.made.input);
  const picture = pictureElement(figure.picture);
  const { caption } = ownWords(parts);
  return lines(
    isFrench
      ? "1. La figure (les fichiers figures/… sont à côté de la page) :"
      : "1. The figure (the files figures/… stand beside the page):",
    "",
    `<figure>${picture}<figcaption>${escapeMarkup(caption)}</figcaption></figure>`,
    "",
    isFrench
      ? "2. La figure, qui ouvre la carte interactive quand on le demande (rocade-map.js à côté de la page) :"
      : "2. The figure, which opens the interactive map when a reader asks (rocade-map.js beside the page):",
    "",
    '<script defer src="rocade-map.js"></script>',
    `<rocade-map src="${escapeMarkup(map.href)}" map-title="${escapeMarkup(title)}" open-label="${escapeMarkup(texts.openMap)}" close-label="${escapeMarkup(texts.closeMap)}" sandbox="${SANDBOX}">${picture}</rocade-map>`,
    "",
    isFrench
      ? "3. La carte interactive dans un cadre ; le script, facultatif, lui donne sa hauteur :"
      : "3. The interactive map in a frame; the script, which may be left out, gives it its height:",
    "",
    frameCode(map, title, { width: "100%", height: 600, sandbox: SANDBOX }),
    HEIGHT_SCRIPT,
  );
}
