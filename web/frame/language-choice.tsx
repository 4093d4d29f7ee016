import {
  choosableLanguages,
  INTERFACE_LANGUAGES,
  type InterfaceLanguage,
  interfaceLanguage,
  type Language,
  ownLanguageName,
} from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { loadPart } from "#web/controls/part/load-part.ts";
import type { Catalogue } from "#web/i18n/message-types.ts";
import { fetchTexts } from "#web/i18n/page-catalogues.ts";
import { type Part, part } from "#web/state/part.ts";

const TEXTS: Readonly<Record<InterfaceLanguage, Part<Catalogue>>> = {
  en: part(() => fetchTexts("en")),
  fr: part(() => fetchTexts("fr")),
};

/** The languages of the data and of the interface; where they are the two of the interface, the other one. */
export function LanguageChoice() {
  const app = useApp();
  const { dataset, language, actions } = app;
  const { texts } = useTexts();
  const choices = choosableLanguages(dataset.meta.languages);
  const choose = async (next: Language) => {
    const ofNext = TEXTS[interfaceLanguage(next)];
    if (ofNext.content.peek() === null && !(await loadPart(app, ofNext))) return;
    actions.setLanguage(next);
    actions.notify({ kind: "language", asked: next });
  };
  if (choices.length > INTERFACE_LANGUAGES.length)
    return (
      <select
        class="language-choice"
        aria-label={texts.languageLabel}
        value={language.value}
        onChange={(event) => void choose(event.currentTarget.value)}
      >
        {choices.map((one) => (
          <option key={one} value={one} lang={one}>
            {ownLanguageName(one)}
          </option>
        ))}
      </select>
    );
  const other = choices.find((one) => one !== interfaceLanguage(language.value)) ?? "en";
  return (
    <button
      type="button"
      lang={other}
      aria-label={texts.otherLanguageLabel}
      onClick={() => void choose(other)}
    >
      {texts.otherLanguage}
    </button>
  );
}
