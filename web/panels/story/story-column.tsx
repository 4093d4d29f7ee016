import { useRef } from "preact/hooks";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { usePanelFocus } from "#web/controls/panel-focus.ts";
import { Said, SaidParagraph } from "#web/controls/said.tsx";
import { useScrolledSteps } from "./scrolled-steps.ts";
import { StoryCard } from "./story-card.tsx";

/** The guided reading: a column of cards beside the map, which follows them. */
export function StoryColumn() {
  const { dataset, selection, storyStep, actions } = useApp();
  const { texts } = useTexts();
  const column = useRef<HTMLElement>(null);
  const { story } = dataset;
  useScrolledSteps(column, () => storyStep.value, actions.goToStory);
  usePanelFocus(column, "story");
  return (
    <section
      class="story"
      ref={column}
      aria-label={texts.story}
      // What scrolls is reached by the keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || selection.value) return;
        actions.setPanel(null);
      }}
    >
      <header class="story-cover">
        <p class="story-claim">
          <Said of={dataset.meta.headline ?? dataset.meta.title} />
        </p>
        <SaidParagraph of={dataset.meta.standfirst ?? dataset.meta.description} />
      </header>
      <ol>
        {story.map((step, index) => (
          <StoryCard key={step.id} step={step} number={index + 1} count={story.length} />
        ))}
      </ol>
      <footer class="story-end">
        <p>{texts.storyEnd}</p>
        <button type="button" class="primary" onClick={() => actions.setPanel(null)}>
          {texts.storyEndExplore}
        </button>
        {dataset.sources.length > 0 && (
          <button type="button" onClick={() => actions.setPanel("sources")}>
            {texts.sources}
          </button>
        )}
        <button type="button" onClick={() => actions.setPanel("data")}>
          {texts.data}
        </button>
      </footer>
    </section>
  );
}
