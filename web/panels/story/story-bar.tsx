import { labelDay } from "#model/time/date-label.ts";
import { textIn } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Icon } from "#web/controls/icon.tsx";
import { Said } from "#web/controls/said.tsx";
import { useDateWords } from "#web/controls/use-date-words.ts";
import { percent, shareAt } from "#web/time-bar/axis/time-scale.ts";
import { Readout } from "#web/time-bar/head/readout.tsx";

/** Under the story: back, on, and where in time its steps stand. Its buttons never move. */
export function StoryBar() {
  const { dataset, period, storyStep, actions } = useApp();
  const { language, texts } = useTexts();
  const date = useDateWords();
  const { story } = dataset;
  const index = story.findIndex(({ id }) => id === storyStep.value);
  const go = (to: number) => {
    const step = story[to];
    if (step) actions.goToStory(step.id);
  };
  return (
    <section class="story-bar" aria-label={texts.story}>
      <div class="story-ways">
        <button type="button" disabled={index <= 0} onClick={() => go(index - 1)}>
          <Icon name="back" />
          {texts.storyBack}
        </button>
        <button
          class="primary"
          type="button"
          disabled={index >= story.length - 1}
          onClick={() => go(index + 1)}
        >
          {texts.storyNext}
          <Icon name="forward" />
        </button>
        <button class="link" type="button" onClick={() => actions.setPanel(null)}>
          {texts.explore}
        </button>
      </div>
      <div class="story-date" aria-live="polite">
        <strong>{date}</strong>
        <Readout isStill />
      </div>
      <nav class="story-dots" aria-label={texts.storyAll}>
        <ol>
          {story.map((step, at) => {
            const said = `${texts.storyProgress(at + 1, story.length)}, ${labelDay(step.date, language)}: ${textIn(step.title, language)}`;
            return (
              <li key={step.id} style={{ insetInlineStart: percent(shareAt(step.date, period)) }}>
                <button
                  type="button"
                  aria-label={said}
                  aria-current={at === index ? "step" : undefined}
                  title={said}
                  onClick={() => go(at)}
                />
              </li>
            );
          })}
        </ol>
        <p aria-hidden="true">
          <span>{labelDay(period.first, language)}</span>
          <span>
            <Said of={story[index]?.title} />
          </span>
          <span>{labelDay(period.last, language)}</span>
        </p>
      </nav>
    </section>
  );
}
