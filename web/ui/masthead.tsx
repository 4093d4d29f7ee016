import { useApp, useTexts } from "./app-context.ts";

/** Title, language and the two lists that are always at hand. */
export function Masthead() {
  const { panel, selection, language, actions } = useApp();
  const { texts } = useTexts();
  const other = language.value === "en" ? "fr" : "en";
  const toggle = (view: "now" | "about") => {
    const isShown = panel.value === view && selection.value === null;
    actions.setPanel(isShown ? "closed" : view);
  };
  const isOpen = (view: "now" | "about") => panel.value === view && selection.value === null;
  return (
    <header class="masthead">
      <h1>
        <span class="masthead-name">{texts.appName}</span>
        <span class="masthead-subtitle">{texts.subtitle}</span>
      </h1>
      <nav>
        <button type="button" aria-expanded={isOpen("now")} onClick={() => toggle("now")}>
          {texts.openNow}
        </button>
        <button type="button" aria-expanded={isOpen("about")} onClick={() => toggle("about")}>
          {texts.about}
        </button>
        <button
          type="button"
          lang={other}
          aria-label={texts.otherLanguageLabel}
          onClick={() => actions.setLanguage(other)}
        >
          {texts.otherLanguage}
        </button>
      </nav>
    </header>
  );
}
