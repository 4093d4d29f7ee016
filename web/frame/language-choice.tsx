import {
  choosableLanguages,
  INTERFACE_LANGUAGES,
  interfaceLanguage,
  type Language,
  ownLanguageName,
} from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";

/** The languages of the data and of the interface; where they are the two of the interface, the other one. */
export function LanguageChoice() {
  const { dataset, language, actions } = useApp();
  const { texts } = useTexts();
  const choices = choosableLanguages(dataset.meta.languages);
  const choose = (next: Language) => {
    actions.setLanguage(next);
    actions.notify({ kind: "language", asked: next });
  };
  if (choices.length > INTERFACE_LANGUAGES.length)
    return (
      <select
        class="language-choice"
        aria-label={texts.languageLabel}
        value={language.value}
        onChange={(event) => choose(event.currentTarget.value)}
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
      onClick={() => choose(other)}
    >
      {texts.otherLanguage}
    </button>
  );
}
