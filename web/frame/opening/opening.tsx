import { labelDay } from "#model/time/date-label.ts";
import { textIn } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { languageMarks, SaidParagraph } from "#web/controls/said.tsx";
import { partsOfLines } from "#web/view/story/parts-of-lines.ts";
import { readingMinutes } from "#web/view/story/reading-time.ts";

/** The first screen, beside the map of the opening day: one claim, what it rests on, and two ways on. */
export function Opening() {
  const { dataset, hasSites, isOpening, period, actions } = useApp();
  const { language, texts } = useTexts();
  if (!isOpening.value) return null;
  const { meta, story } = dataset;
  const hasStory = story.length > 0;
  const claim = meta.headline ?? meta.title;
  return (
    <section class="opening" aria-labelledby="opening-claim">
      <h1 class="opening-claim" id="opening-claim" {...languageMarks(claim, language)}>
        {partsOfLines(textIn(claim, language)).map(({ text, isWhole }, index) =>
          isWhole ? (
            <span key={index} class="opening-whole">
              {text}
            </span>
          ) : (
            text
          ),
        )}
      </h1>
      <SaidParagraph class="opening-standfirst" of={meta.standfirst ?? meta.description} />
      <p class="opening-promise">
        {texts.openingPromise(hasSites)}{" "}
        <span class="opening-days">
          {labelDay(period.first, language)} – {labelDay(period.last, language)}
        </span>
      </p>
      <div class="opening-doors">
        {hasStory && (
          <button class="is-first" type="button" onClick={() => actions.goToStory()}>
            <span>{texts.storyFollow}</span>
            <span>{texts.storyLength(story.length, readingMinutes(story, language))}</span>
          </button>
        )}
        <button
          class={hasStory ? undefined : "is-first"}
          type="button"
          onClick={() => actions.setOpening(false)}
        >
          <span>{texts.explore}</span>
          <span>{texts.exploreAny(hasSites)}</span>
        </button>
      </div>
    </section>
  );
}
