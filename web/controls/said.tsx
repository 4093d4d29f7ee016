// Texts of the data among those of the interface.
import {
  directionOf,
  interfaceLanguage,
  type Language,
  type Localized,
  languageName,
  languageOfText,
  lookUpLanguage,
  textIn,
} from "#model/words/language.ts";
import type { VocabularyName } from "#model/words/vocabulary.ts";
import { shortNameOf } from "#web/view/words/short-name.ts";
import { useApp, useTexts } from "./app-context.ts";

/** What tells a browser, and who reads aloud, that a text is in another language than the page, or written the other way. */
export function languageMarks(
  text: Localized,
  asked: Language,
): { readonly lang?: string; readonly dir?: "rtl" } {
  const language = languageOfText(text, asked);
  if (language === undefined || language === interfaceLanguage(asked)) return {};
  return { lang: language, ...(directionOf(language) === "rtl" ? { dir: "rtl" as const } : {}) };
}

type Props = {
  /** Nothing is said of a text that is not there. */
  readonly of: Localized | null | undefined;
  /** What stands for such a text. */
  readonly or?: string;
};

/** A text of the data within a line, in the reader's language as far as it has it. */
export function Said({ of, or = "" }: Props) {
  const { language } = useTexts();
  if (!of) return or;
  const marks = languageMarks(of, language);
  const text = textIn(of, language);
  return marks.lang === undefined ? text : <bdi {...marks}>{text}</bdi>;
}

/** What a record is called where there is little room. */
export function ShortName({
  of,
}: {
  readonly of: { readonly id: string; readonly name: Localized };
}) {
  const { dataset } = useApp();
  const { language } = useTexts();
  const short = shortNameOf(dataset.meta, of, language);
  const marks = languageMarks(dataset.meta.shortNames[of.id] ?? of.name, language);
  return marks.lang === undefined ? short : <bdi {...marks}>{short}</bdi>;
}

/** The same as a paragraph, which begins at the right where it is written from there. */
export function SaidParagraph({ of, class: own }: Props & { readonly class?: string }) {
  const { language } = useTexts();
  if (!of) return null;
  return (
    <p class={own} {...languageMarks(of, language)}>
      <Said of={of} />
    </p>
  );
}

/** A text that the data may not have in the language in which they are read: then it is said in which it is. */
export function SaidSomehow({ of }: { readonly of: Localized }) {
  const { dataset } = useApp();
  const { language, texts } = useTexts();
  const { languages } = dataset.meta;
  const own = languageOfText(of, language);
  const isExpected = own === (lookUpLanguage(languages, language) ?? languages[0]);
  return (
    <>
      <Said of={of} />
      {own !== undefined &&
        !isExpected &&
        ` (${texts.inLanguage(languageName(own, interfaceLanguage(language)))})`}
    </>
  );
}

/** What the dataset calls a word of one of its vocabularies; one that it does not know is shown as it is. */
export function Term({ of, id }: { readonly of: VocabularyName; readonly id: string }) {
  const { dataset } = useApp();
  const known = dataset.meta.vocabularies[of].find((term) => term.id === id);
  return <Said of={known?.label} or={id.replaceAll("-", " ")} />;
}
