import { useComputed, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { excessOfWords, LIMITS_OF_WORDS } from "#model/words/asked-words.ts";
import { afterRender } from "#web/controls/after-render.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Icon } from "#web/controls/icon.tsx";
import { LIST_ID, optionId, SearchList } from "./search-list.tsx";
import {
  canStandAlone,
  filterBy,
  follow,
  openAll,
  opens,
  optionGroups,
  type SearchOption,
} from "./search-options.ts";
import { useFound } from "./use-found.ts";

/** What takes the focus when the field gives it up and nothing had it before. */
const AFTER = "[data-key=type-date]";

/** One field for everything that can be opened, and for dates; where there is little room a button that lays it over the bar. */
export function SearchField() {
  const app = useApp();
  const { texts } = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  const q = useSignal("");
  const isOpen = useSignal(false);
  /** Where there is little room: the field lies over the bar. */
  const isLaidOver = useSignal(false);
  const active = useSignal(0);
  const isWhole = useSignal(false);
  const { groups, isComing } = useFound(q);
  const listed = useComputed(() => optionGroups(groups.value, isWhole.value));
  const standsAlone = useComputed(() => canStandAlone(groups.value));
  const options = useComputed((): readonly SearchOption[] => [
    ...listed.value.flatMap((one) => one.options),
    ...(standsAlone.value ? [{ kind: "alone" } as const] : []),
  ]);
  const isShown = isOpen.value && q.value.trim() !== "";

  const point = (index: number) => {
    active.value = index;
    const option = options.peek()[index];
    const target = option?.kind === "result" ? option.result.target : null;
    app.actions.point(target?.kind === "record" ? target.selection : null);
  };
  const close = () => {
    isOpen.value = false;
    isLaidOver.value = false;
    isWhole.value = false;
    app.actions.point(null);
  };
  const type = (words: string) => {
    q.value = words;
    isOpen.value = true;
    isWhole.value = false;
    point(0);
  };
  /** Gives the focus back to what had it. */
  const leave = () => {
    close();
    const target =
      before.current?.isConnected && before.current !== document.body
        ? before.current
        : document.querySelector(AFTER);
    if (target instanceof HTMLElement || target instanceof SVGElement) target.focus();
    else field.current?.blur();
  };
  const choose = (option: SearchOption) => {
    if (option.kind === "all" && option.group.kind === "telling") {
      isWhole.value = true;
      return;
    }
    const words = q.peek();
    close();
    if (option.kind === "result") follow(app, option.result.target);
    else if (option.kind === "all") openAll(app, option.group.kind, words);
    else filterBy(app, words);
    // What opens takes the focus from here, when it has come; a date, or a filter, takes none.
    if (opens(option)) return;
    afterRender(() => {
      if (document.activeElement === field.current) leave();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = options.peek().length;
    switch (event.key) {
      case "Escape":
        // Clears this, or leaves it, and closes nothing else.
        event.stopPropagation();
        event.preventDefault();
        if (q.peek() === "") leave();
        else type("");
        return;
      case "ArrowDown":
      case "ArrowUp": {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        if (!isOpen.peek()) isOpen.value = true;
        else if (count > 0) point((active.peek() + step + count) % count);
        return;
      }
      case "Enter": {
        event.preventDefault();
        const option = isOpen.peek() ? options.peek()[active.peek()] : undefined;
        if (option) choose(option);
        else isOpen.value = true;
      }
    }
  };
  return (
    <div
      class={isLaidOver.value ? "search-field is-laid-over" : "search-field"}
      ref={root}
      onFocusOut={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && root.current?.contains(relatedTarget))) close();
      }}
    >
      <button
        class="search-open"
        type="button"
        aria-label={texts.search}
        aria-expanded={isLaidOver.value}
        onClick={() => {
          isLaidOver.value = true;
          afterRender(() => field.current?.focus());
        }}
      >
        <Icon name="search" />
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: of a combobox that is no list of fixed choices */}
      <div class="search-box" role="search">
        <Icon name="search" />
        <input
          ref={field}
          type="text"
          role="combobox"
          data-key="search"
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="go"
          maxLength={LIMITS_OF_WORDS.characters}
          aria-label={texts.search}
          placeholder={texts.searchHint}
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={LIST_ID}
          aria-activedescendant={
            isShown && options.value.length > 0 ? optionId(active.value) : undefined
          }
          value={q.value}
          onFocus={({ currentTarget, relatedTarget }) => {
            if (!(relatedTarget instanceof Node && root.current?.contains(relatedTarget)))
              before.current = relatedTarget instanceof Element ? relatedTarget : null;
            isLaidOver.value = true;
            currentTarget.select();
          }}
          onInput={({ currentTarget }) => {
            // What the API would refuse is not taken here either.
            if (excessOfWords(currentTarget.value) === undefined) type(currentTarget.value);
            else currentTarget.value = q.peek();
          }}
          onKeyDown={onKeyDown}
        />
        <span class="search-key" aria-hidden="true">
          {isShown ? "Esc" : "/"}
        </span>
        <button class="search-close" type="button" aria-label={texts.close} onClick={leave}>
          <Icon name="close" />
        </button>
      </div>
      {isShown && (
        <SearchList
          groups={listed.value}
          words={q.value}
          active={active.value}
          standsAlone={standsAlone.value}
          isComing={isComing.value}
          onPoint={point}
          onChoose={choose}
        />
      )}
    </div>
  );
}
