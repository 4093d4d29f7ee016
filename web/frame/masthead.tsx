import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { declaredSums } from "#model/collection/declared-sums.ts";
import { datasetsAddress } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Icon } from "#web/controls/icon.tsx";
import { Said } from "#web/controls/said.tsx";
import type { PanelView } from "#web/view/question/panel-view.ts";
import { LanguageChoice } from "./language-choice.tsx";

/** Views that stand in the menu, in this order. */
const MENU = [
  "now",
  "find",
  "analysis",
  "changes",
  "tour",
  "sources",
  "data",
  "about",
  "help",
] as const satisfies readonly PanelView[];

/** Title, language, and the way to every list and view. */
export function Masthead() {
  const { dataset, hasSites, panel, selection, language, actions } = useApp();
  const { texts } = useTexts();
  const isMenuOpen = useSignal(false);
  const menuButton = useRef<HTMLButtonElement>(null);
  const list = datasetsAddress();
  const [first] = dataset.story;
  const isOpen = (view: PanelView) => panel.value === view && selection.value === null;
  const names: Readonly<Record<(typeof MENU)[number], string>> = {
    now: texts.openNow,
    find: texts.find,
    analysis: texts.analysis,
    changes: texts.changes,
    tour: texts.story,
    sources: texts.sources,
    data: texts.data,
    about: texts.about,
    help: texts.help,
  };
  const isEmpty = (view: PanelView) =>
    (view === "analysis" && !hasSites && declaredSums(dataset.meta).length === 0) ||
    (view === "tour" && dataset.story.length === 0) ||
    (view === "sources" && dataset.sources.length === 0);
  const closeByEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isMenuOpen.value) return;
    // Closes the menu, and not the panel too.
    event.stopPropagation();
    isMenuOpen.value = false;
    menuButton.current?.focus();
  };
  return (
    <header class="masthead">
      <h1>
        <span class="masthead-name">{texts.appName}</span>
        <span class="masthead-subtitle">
          <Said of={dataset.meta.title} />
        </span>
      </h1>
      <button
        class="menu-button"
        ref={menuButton}
        onKeyDown={closeByEscape}
        type="button"
        data-key="menu"
        aria-label={texts.menu}
        aria-expanded={isMenuOpen.value}
        onClick={() => {
          isMenuOpen.value = !isMenuOpen.value;
        }}
      >
        <Icon name={isMenuOpen.value ? "close" : "menu"} />
      </button>
      <nav
        class={isMenuOpen.value ? "is-open" : ""}
        aria-label={texts.menu}
        onKeyDown={closeByEscape}
      >
        {MENU.filter((view) => !isEmpty(view)).map((view) => (
          <button
            key={view}
            type="button"
            aria-expanded={isOpen(view)}
            onClick={() => {
              isMenuOpen.value = false;
              if (view === "tour" && !isOpen(view)) actions.goToStory(first?.id ?? null);
              else actions.setPanel(isOpen(view) ? null : view);
            }}
          >
            {names[view]}
          </button>
        ))}
        <LanguageChoice />
        {list && (
          <a class="masthead-datasets" href={`${list}?lang=${language.value}`}>
            {texts.otherDatasets}
          </a>
        )}
      </nav>
    </header>
  );
}
