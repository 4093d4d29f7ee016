// `index.html` of a kit: the figure, two dates laid over each other, the story step by step, sources and licence. A plain
// page that asks nothing of any network and reads without a script.
import { escapeMarkup } from "#formats/xml.ts";
import { licenceInWords } from "#model/dataset/licence-words.ts";
import { labelDay } from "#model/time/date-label.ts";
import {
  interfaceLanguage,
  languageOfText,
  ownLanguageName,
  textIn,
} from "#model/words/language.ts";
import { isWebAddress } from "#model/words/web-address.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { SANDBOX } from "#web/view/address/embed-options.ts";
import { shownGroundCredit } from "#web/view/words/ground-credit.ts";
import { typesetMarkup } from "../../http/typeset-markup.ts";
import { inLanguage, linkTo, paragraphs, said, sourceLine } from "./kit-html.ts";
import {
  isOfPicture,
  isReachable,
  type KitParts,
  kitIn,
  mapAddress,
  ownWords,
} from "./kit-parts.ts";
import { pictureElement } from "./kit-picture.ts";
import { type KitTexts, kitTextsOf } from "./kit-texts.ts";

export function kitPage(parts: KitParts): string {
  const { asked, figure } = parts;
  const { language } = asked;
  const texts = kitTextsOf(language);
  const { alt } = figure.picture;
  const body = [
    `<main>${headOf(parts)}`,
    figureOf(parts, texts),
    pairOf(parts, texts),
    storyOf(parts, texts),
    `<section class="text"><details><summary>${texts.description}</summary>${paragraphs(ownWords(parts).description)}</details></section>`,
    sourcesOf(parts, texts),
    dataOf(texts),
    otherLanguages(parts, texts),
    "</main>",
    footOf(parts, texts),
  ].join("\n");
  return `<!doctype html>
<html lang="${interfaceLanguage(language)}">
<head>
<meta charset="utf-8" />
<title>${escapeMarkup(titleOf(parts).text)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="description" content="${escapeMarkup(alt)}" />
<link rel="icon" href="data:," />
<link rel="stylesheet" href="kit.css" />
<script defer="" src="kit.js"></script>
<script defer="" src="rocade-map.js"></script>
</head>
<body>
${typesetMarkup(body)}
</body>
</html>
`;
}

/** What an editor wrote, or else what the dataset claims, with the name of the dataset above it. */
function titleOf({ asked: { dataset, language, question } }: KitParts) {
  const { headline, title } = dataset.meta;
  const claim = question.title ? { [language]: question.title } : headline;
  return {
    head: claim ?? title,
    above: claim ? title : undefined,
    text: textIn(claim ?? title, language),
  };
}

function headOf(parts: KitParts): string {
  const { asked } = parts;
  const { language } = asked;
  const { description, standfirst } = asked.dataset.meta;
  const { above, head } = titleOf(parts);
  return [
    `<header class="text">`,
    above ? said("p", above, language, "above") : "",
    said("h1", head, language),
    said("p", standfirst ?? description, language, "standfirst"),
    "</header>",
  ].join("");
}

function figureOf(parts: KitParts, texts: KitTexts): string {
  const { asked, figure } = parts;
  const { caption } = ownWords(parts);
  const picture = pictureElement(figure.picture);
  const title = textIn(asked.dataset.meta.title, asked.language);
  const shown = isReachable(parts)
    ? `<rocade-map src="${escapeMarkup(mapAddress(figure.made.input).href)}" map-title="${escapeMarkup(texts.mapOf(title))}" open-label="${texts.openMap}" close-label="${texts.closeMap}" sandbox="${SANDBOX}">${picture}</rocade-map>`
    : picture;
  return `<figure class="wide">${shown}<figcaption class="text">${escapeMarkup(caption)} <small${creditMarks(parts)}>${escapeMarkup(creditLine(parts))}</small></figcaption></figure>`;
}

function pairOf({ pair }: KitParts, texts: KitTexts): string {
  if (!pair) return "";
  const [before, after] = pair.map(({ date }) => escapeMarkup(date));
  const figures = pair.map(
    (picture, index) =>
      `<figure class="${index === 0 ? "before" : "after"}">${pictureElement(picture)}<figcaption>${escapeMarkup(picture.date)}</figcaption></figure>`,
  );
  return `<section aria-labelledby="before-after"><h2 id="before-after" class="text">${texts.beforeAfter}</h2>
<div class="before-after wide" data-before="${before}" data-after="${after}">
<div class="slide" hidden=""><p aria-hidden="true"><span>${before}</span><span>${after}</span></p>
<input type="range" min="0" max="100" value="50" aria-label="${escapeMarkup(texts.slide(pair[0].date, pair[1].date))}" aria-describedby="slide-how" /><p id="slide-how" class="quiet">${texts.slideHow}</p></div>
<div class="stage">${figures.join("\n")}</div>
</div></section>`;
}

function storyOf({ asked, steps, stepsLeftOut }: KitParts, texts: KitTexts): string {
  if (stepsLeftOut > 0)
    return `<section class="text"><h2>${texts.story}</h2><p>${texts.storyLeftOut(stepsLeftOut)}</p></section>`;
  if (steps.length === 0) return "";
  const { dataset, language } = asked;
  const sourceOf = new Map(dataset.sources.map((source) => [source.id, source]));
  const items = steps.map(({ picture, step }, index) => {
    const sources = step.sourceIds.flatMap((id) => sourceOf.get(id) ?? []);
    const listed = sources.map((source) => `<li>${sourceLine(asked, source)}</li>`).join("");
    const words = [
      `<p class="quiet">${texts.step(index + 1, steps.length)} · ${escapeMarkup(labelDay(step.date, language))}</p>`,
      said("h3", step.title, language),
      said("p", step.text, language),
      sources.length > 0
        ? `<details><summary>${texts.stepSources(sources.length)}</summary><ul>${listed}</ul></details>`
        : "",
    ];
    return `<li class="step"><div class="words">${words.join("")}</div><figure>${pictureElement(picture)}</figure></li>`;
  });
  return `<section class="story" aria-labelledby="story"><h2 id="story" class="text">${texts.story}</h2><ol class="steps">${items.join("\n")}</ol></section>`;
}

function sourcesOf({ asked, figure }: KitParts, texts: KitTexts): string {
  const { sources } = figure.made.figure;
  const sourceOf = new Map(asked.dataset.sources.map((source) => [source.id, source]));
  const lines = sources.all.map(({ id, number, text }) => {
    const source = sourceOf.get(id);
    return `<li value="${number}">${source ? sourceLine(asked, source) : escapeMarkup(text)}</li>`;
  });
  if (lines.length === 0) return "";
  return `<section class="text" aria-labelledby="sources"><h2 id="sources">${texts.sources}</h2><p class="quiet">${texts.sourcesHow}</p><ol class="sources">${lines.join("\n")}</ol></section>`;
}

function dataOf(texts: KitTexts): string {
  const files = [
    ["data/shown.geojson", texts.shownGeojson],
    ["data/shown.csv", texts.shownCsv],
    ["data/sources.csv", texts.sourcesCsv],
  ].map(([file = "", label = ""]) => `<li>${linkTo(file, label)}</li>`);
  return `<section class="text" aria-labelledby="data"><h2 id="data">${texts.data}</h2><ul>${files.join("")}</ul></section>`;
}

function otherLanguages(parts: KitParts, texts: KitTexts): string {
  const { asked, words } = parts;
  const others = words.filter(({ language }) => language !== asked.language);
  if (others.length === 0) return "";
  // Their sentences are in a language of the interface, around names from the data.
  const items = others.map(({ alt, caption, description, language }) => {
    const name = ownLanguageName(language);
    const whole = isReachable(parts)
      ? `<p>${linkTo(kitIn(language, asked).href, texts.otherKit(name))}</p>`
      : "";
    return `<details><summary${inLanguage(language, asked.language)}>${escapeMarkup(name)}</summary><div${inLanguage(interfaceLanguage(language), asked.language)}><p>${escapeMarkup(caption)}</p><p>${escapeMarkup(alt)}</p>${paragraphs(description)}</div>${whole}</details>`;
  });
  return `<section class="text" aria-labelledby="languages"><h2 id="languages">${texts.otherLanguages}</h2>${items.join("\n")}</section>`;
}

/** Whose data and ground they are. */
function creditLine({ asked: { dataset, language }, figure }: KitParts): string {
  const { meta } = dataset;
  const ground = shownGroundCredit(
    meta,
    figure.made.input.box,
    messagesOf(language, meta),
    language,
  );
  return [textIn(meta.attribution, language), ground].filter(Boolean).join(" ");
}

const creditMarks = ({ asked: { dataset, language } }: KitParts): string =>
  inLanguage(languageOfText(dataset.meta.attribution, language), language);

function footOf(parts: KitParts, texts: KitTexts): string {
  const { asked, figure } = parts;
  const { licences, version } = asked.dataset.meta;
  const named = licences.map((licence) => {
    const words = escapeMarkup(licenceInWords(licence));
    return isWebAddress(licence.path) ? linkTo(licence.path, words) : words;
  });
  const { permalink } = figure.made.input;
  const where = isOfPicture(permalink) ? texts.picture : texts.page;
  return `<footer class="text"><h2>${texts.credit}</h2><p${creditMarks(parts)}>${escapeMarkup(creditLine(parts))}</p><p>${named.join(", ")}</p><p>${escapeMarkup(texts.version(version.label))} ${where} ${linkTo(permalink, escapeMarkup(permalink))}</p></footer>`;
}
