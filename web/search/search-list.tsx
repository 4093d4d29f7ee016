import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useTexts } from "#web/controls/app-context.ts";
import type { Messages } from "#web/i18n/messages.ts";
import type { SearchGroup } from "#web/view/search/search-result.ts";
import type { OptionGroup, SearchOption } from "./search-options.ts";
import { SearchRow } from "./search-row.tsx";

/** Ids of the parts that name each other. */
export const LIST_ID = "search-list";
export const optionId = (index: number) => `search-option-${index}`;

type Props = {
  readonly groups: readonly OptionGroup[];
  readonly words: string;
  /** The place of the option that Enter chooses. */
  readonly active: number;
  readonly standsAlone: boolean;
  readonly isComing: boolean;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (option: SearchOption) => void;
};

/** The results below the field, in their groups; all that can be chosen is an option of one list. */
export function SearchList(props: Props) {
  const { active, groups, isComing, standsAlone, words } = props;
  const { texts } = useTexts();
  const list = useRef<HTMLDivElement>(null);
  useInSight(list, active);
  const count = groups.reduce((sum, { options }) => sum + options.length, 0);
  let index = -1;
  const option = (of: SearchOption, key: string) => {
    index += 1;
    return <Option key={key} {...props} option={of} index={index} />;
  };
  return (
    <div class="search-popup">
      <div
        class="search-list"
        id={LIST_ID}
        role="listbox"
        aria-label={texts.searchResults}
        ref={list}
      >
        {groups.map(({ group, options }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, which no fieldset may hold
          <div role="group" key={group.kind} aria-label={groupTitle(group, texts)}>
            <p class="search-group" aria-hidden="true">
              {groupTitle(group, texts)}
            </p>
            {options.map((of) => option(of, of.kind === "result" ? of.result.key : of.kind))}
          </div>
        ))}
        {standsAlone && option({ kind: "alone" }, "alone")}
      </div>
      {count === 0 && (
        <p class="search-how">
          {isComing ? texts.crowdLoading : texts.searchNothing(words.trim())}
        </p>
      )}
      <p class="search-how" aria-hidden="true">
        <b>↵</b> {texts.searchOpens} · <b>↑↓</b> {texts.searchChooses} · {texts.searchDateHow}
      </p>
      <p class="spoken" role="status">
        {count === 0
          ? texts.searchNothing(words.trim())
          : groups.map(({ group }) => groupTitle(group, texts)).join(", ")}
      </p>
    </div>
  );
}

/** Keeps the chosen option in sight of a list that scrolls. */
function useInSight(list: RefObject<HTMLElement | null>, active: number): void {
  useLayoutEffect(() => {
    list.current?.querySelector(`#${optionId(active)}`)?.scrollIntoView({ block: "nearest" });
  }, [active]);
}

function groupTitle({ kind, total }: SearchGroup, texts: Messages): string {
  switch (kind) {
    case "dates":
      return texts.searchDates;
    case "asked":
      return texts.searchAsked;
    case "places":
      return texts.foundPlaces(total);
    case "events":
      return texts.foundEvents(total);
    case "sources":
      return texts.sourcesTitle(total);
    case "telling":
      return texts.searchTelling(total);
  }
}

type OptionProps = Props & { readonly option: SearchOption; readonly index: number };

function Option({ active, index, onChoose, onPoint, option, words }: OptionProps) {
  const { texts } = useTexts();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: as the list
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
    <div
      id={optionId(index)}
      class={`search-option is-${option.kind}`}
      role="option"
      aria-selected={index === active}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => onPoint(index)}
      onClick={() => onChoose(option)}
    >
      {option.kind === "result" ? (
        <SearchRow result={option.result} words={words} />
      ) : option.kind === "all" ? (
        texts.searchAll(groupTitle(option.group, texts))
      ) : (
        texts.searchAlone
      )}
    </div>
  );
}
