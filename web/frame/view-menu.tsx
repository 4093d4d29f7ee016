import { declaredSums } from "#model/collection/declared-sums.ts";
import { datasetsAddress, isBrought, workbenchAddress } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Icon } from "#web/controls/icon.tsx";
import { useDisclosure } from "#web/controls/use-disclosure.ts";
import type { AppState } from "#web/state/app-state.ts";
import type { PanelView } from "#web/view/question/panel-view.ts";
import { LanguageChoice } from "./language-choice.tsx";

/** Views that stand in the bar by themselves where it is wide enough, and those that always stand in the menu. */
const DIRECT = ["story", "changes"] as const satisfies readonly PanelView[];
const LISTED = [
  "now",
  "find",
  "analysis",
  "sources",
  "data",
  "about",
  "help",
] as const satisfies readonly PanelView[];
/** Some of those by which the menu is called. */
const NAMING = ["now", "sources", "data"] as const satisfies readonly PanelView[];

/** The ways to every view: the two readings of the map in the bar, the rest in a menu; in a narrow bar all of them in it. */
export function ViewMenu() {
  const state = useApp();
  const { actions, dataset, language, showsDistances } = state;
  const { texts } = useTexts();
  const { button, close, isOpen, root, toggle } = useDisclosure();
  const list = datasetsAddress();
  const isThere = (view: PanelView) => !isEmpty(state, view);
  const direct = DIRECT.filter(isThere);
  const called = useViewNames();
  const name = NAMING.filter(isThere).map((view) => called[view]);
  return (
    <nav class="views" aria-label={texts.menu}>
      {direct.map((view) => (
        <ViewButton key={view} view={view} class="view-direct" />
      ))}
      <div class="view-menu" ref={root}>
        <button
          class="menu-button"
          ref={button}
          type="button"
          data-key="menu"
          aria-expanded={isOpen.value}
          aria-controls="views"
          onClick={toggle}
        >
          <span class="menu-words">{inOneLine(name)}</span>
          <span class="menu-short">{texts.menu}</span>
          <span class="menu-chevron">
            <Icon name={isOpen.value ? "up" : "down"} />
          </span>
          <span class="menu-lines">
            <Icon name={isOpen.value ? "close" : "menu"} />
          </span>
        </button>
        <ul id="views" hidden={!isOpen.value}>
          {direct.map((view) => (
            <li key={view} class="is-folded">
              <ViewButton view={view} onChosen={close} />
            </li>
          ))}
          {LISTED.filter(isThere).map((view) => (
            <li key={view}>
              <ViewButton view={view} onChosen={close} />
            </li>
          ))}
          {dataset.meta.separation && (
            <li class="is-of-map">
              <button
                type="button"
                aria-pressed={showsDistances.value}
                onClick={() => {
                  actions.setShowsDistances(!showsDistances.value);
                  close();
                }}
              >
                {texts.distances}
              </button>
            </li>
          )}
          <li class="is-of-map">
            <button
              type="button"
              aria-haspopup="dialog"
              onClick={() => {
                close();
                // Which has the focus again when the window closes.
                button.current?.focus();
                actions.openDialog("picture");
              }}
            >
              {texts.makePicture}
            </button>
          </li>
          {list && (
            <li>
              <a class="masthead-datasets" href={`${list}?lang=${language.value}`}>
                {texts.otherDatasets}
              </a>
            </li>
          )}
          {!isBrought() && (
            <li>
              <a class="masthead-datasets" href={workbenchAddress(language.value)}>
                {texts.ownEvents}
              </a>
            </li>
          )}
          <li class="is-folded">
            <LanguageChoice />
          </li>
        </ul>
      </div>
    </nav>
  );
}

type ButtonProps = {
  readonly view: (typeof DIRECT | typeof LISTED)[number];
  readonly class?: string;
  readonly onChosen?: () => void;
};

function ViewButton({ view, class: own, onChosen }: ButtonProps) {
  const { actions, panel, selection } = useApp();
  const called = useViewNames();
  const isOpen = panel.value === view && selection.value === null;
  return (
    <button
      class={own}
      type="button"
      aria-expanded={isOpen}
      onClick={() => {
        if (view === "story" && !isOpen) actions.goToStory();
        else actions.setPanel(isOpen ? null : view);
        onChosen?.();
      }}
    >
      {called[view]}
    </button>
  );
}

function useViewNames(): Readonly<Record<ButtonProps["view"], string>> {
  const { texts } = useTexts();
  return {
    now: texts.openNow,
    find: texts.find,
    analysis: texts.analysis,
    changes: texts.changes,
    story: texts.story,
    sources: texts.sources,
    data: texts.data,
    about: texts.about,
    help: texts.help,
  };
}

/** "List, sources, data". */
const inOneLine = ([first = "", ...others]: readonly string[]) =>
  [first, ...others.map((name) => name.toLocaleLowerCase())].join(", ");

/** A view that has nothing to show of the dataset. */
function isEmpty({ dataset, hasSites }: AppState, view: PanelView): boolean {
  return (
    (view === "analysis" && !hasSites && declaredSums(dataset.meta).length === 0) ||
    (view === "data" && isBrought()) ||
    (view === "story" && dataset.story.length === 0) ||
    (view === "sources" && dataset.sources.length === 0)
  );
}
