import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said } from "#web/controls/said.tsx";
import { SearchField } from "#web/search/search-field.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { ViewMenu } from "./view-menu.tsx";

/** The bar at the head of the page: what it is of, the ways to every view, and the language. */
export function Masthead() {
  const { dataset, isOpening } = useApp();
  const { texts } = useTexts();
  // On the first screen the claim is the heading of the page.
  const Name = isOpening.value ? "p" : "h1";
  return (
    <header class="masthead">
      <SkipLink />
      <Name class="masthead-title">
        <span class="masthead-name">{texts.appName}</span>
        <span class="masthead-subtitle">
          <Said of={dataset.meta.title} />
        </span>
      </Name>
      <SearchField />
      <ViewMenu />
      <div class="masthead-language">
        <LanguageChoice />
      </div>
    </header>
  );
}

/** Past the menus to the date, for whoever has come by the keyboard. */
function SkipLink() {
  const { texts } = useTexts();
  return (
    <button
      class="skip-link"
      type="button"
      onClick={() =>
        document
          .querySelector<HTMLElement>('.time-bar :is([role="slider"], input[type="range"])')
          ?.focus()
      }
    >
      {texts.skipToDate}
    </button>
  );
}
