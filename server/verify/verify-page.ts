// The page on which anybody checks a file: a form that works without a script, and the answer to it.
import { escapeMarkup } from "#formats/xml.ts";
import type { Language } from "#model/words/language.ts";
import { anchor, definitionList, framedPage } from "../ogc/html/page.ts";
import type { Verdict } from "./verdict.ts";
import { wordsOfVerdict } from "./verdict-words.ts";
import { verifyTexts } from "./verify-texts.ts";

export const MAX_MEGABYTES = 32;

/** `answer`: what was found, as HTML, or what was wrong with what was sent. */
export function verifyPage(language: Language, service: URL, answer = ""): string {
  const texts = verifyTexts(language);
  const url = new URL("verify", service).href;
  const action = `${escapeMarkup(service.pathname)}verify?lang=${escapeMarkup(language)}`;
  const form = `<form class="drop" method="post" action="${action}" enctype="multipart/form-data"><label for="file">${escapeMarkup(texts.field(MAX_MEGABYTES))}</label><input id="file" name="file" type="file" required><label for="signature">${escapeMarkup(texts.signatureField)}</label><input id="signature" class="small" name="signature" type="file"><button>${texts.check}</button></form>`;
  return framedPage({
    title: texts.title,
    of: "Rocade",
    language,
    root: service,
    trail: [[texts.title, url]],
    main:
      answer === ""
        ? `<p>${escapeMarkup(texts.lead)}</p>\n${form}`
        : `${answer}\n<h2>${texts.another}</h2>\n${form}`,
    foot: "",
    jsonLd: { "@context": "https://schema.org", "@type": "WebPage", name: texts.title, url },
  });
}

export function verdictHtml(verdict: Verdict, language: Language): string {
  const texts = verifyTexts(language);
  const words = wordsOfVerdict(verdict, language);
  const { links, proof, sha256 } = verdict;
  const list = (lines: readonly string[], of: (line: string) => string) =>
    lines.length === 0 ? "" : `<ul>${lines.map((line) => `<li>${of(line)}</li>`).join("")}</ul>`;
  const ways = [
    ...(links.map ? [anchor(links.map, texts.map)] : []),
    ...(links.difference ? [anchor(links.difference, texts.difference)] : []),
    ...(links.newest ? [anchor(links.newest, texts.newestPicture)] : []),
  ];
  const code = (text: string) => `<code>${escapeMarkup(text)}</code>`;
  const facts: [string, string][] = proof
    ? [
        [texts.picture, escapeMarkup(proof.title)],
        [texts.alt, escapeMarkup(proof.alt)],
        [texts.data, escapeMarkup(`${proof.dataset.id} ${proof.dataset.version}`)],
        [texts.credit, escapeMarkup(proof.credit)],
        // Whoever made the file wrote it: it is told, and leads nowhere.
        [texts.drawnAt, code(`${proof.root}snapshot?${proof.query}`)],
        [texts.program, escapeMarkup(`Rocade ${proof.release.version} (${proof.release.figure})`)],
        [texts.digest, code(proof.digest)],
      ]
    : [];
  return [
    `<section class="verdict is-${verdict.verdict}" aria-live="polite"><h2>${words.title}</h2>`,
    ...words.sentences.map((sentence) => `<p>${escapeMarkup(sentence)}</p>`),
    list(words.changes, escapeMarkup),
    ways.length > 0 ? `<p class="ways">${ways.join(" ")}</p>` : "",
    "</section>",
    proof ? `<h2>${texts.says}</h2>` : "",
    definitionList([...facts, [texts.fileSum, code(sha256)]]),
  ].join("\n");
}
