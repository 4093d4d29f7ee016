import { foundParts } from "#model/words/found-parts.ts";
import { textIn } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { EventShape } from "#web/controls/event-shape.tsx";
import { Icon } from "#web/controls/icon.tsx";
import { languageMarks } from "#web/controls/said.tsx";
import { SideMark } from "#web/controls/side-mark.tsx";
import { familyOf } from "#web/view/scene/category-family.ts";
import type { SearchResult, SearchSign } from "#web/view/search/search-result.ts";

type Props = { readonly result: SearchResult; readonly words: string };

/** Letters of a date that stands beside a name; a longer one is told below. */
const LONGEST_WHEN = 40;

/** A result in the list: its sign, its name with the words marked in it, what and where it is, and when. */
export function SearchRow({ result, words }: Props) {
  const { language, texts } = useTexts();
  const { otherName, title, when, where } = result;
  const isLong = when.length > LONGEST_WHEN;
  return (
    <>
      <Sign of={result.sign} />
      <span class="search-title">
        <bdi {...languageMarks(title, language)}>
          <Marked text={textIn(title, language)} words={words} />
        </bdi>
        {otherName !== null && (
          <span class="quiet">
            {" "}
            <Marked text={texts.searchAlso(otherName)} words={words} />
          </span>
        )}
      </span>
      {when !== "" && !isLong && <span class="search-when">{when}</span>}
      <span class="search-where">
        {[where, isLong ? when : ""].filter((part) => part !== "").join(" · ")}
      </span>
    </>
  );
}

function Marked({ text, words }: { readonly text: string; readonly words: string }) {
  return (
    <>
      {foundParts(text, words).map(({ isFound, text: part }, index) =>
        isFound ? <mark key={index}>{part}</mark> : part,
      )}
    </>
  );
}

const ICONS = {
  date: "day",
  list: "rows",
  asked: "kinds",
  source: "page",
  phase: "span",
  step: "step",
  place: "spot",
} as const;

function Sign({ of }: { readonly of: SearchSign }) {
  const { dataset } = useApp();
  return (
    <span class="search-sign" aria-hidden="true">
      {of.kind === "side" ? (
        <SideMark side={of.side} />
      ) : of.kind === "event" ? (
        <svg viewBox="-10 -10 20 20" aria-hidden="true">
          <EventShape
            symbol={familyOf(dataset.meta, of.category).symbol}
            isCertain={of.isCertain}
          />
        </svg>
      ) : (
        <Icon name={ICONS[of.kind]} />
      )}
    </span>
  );
}
