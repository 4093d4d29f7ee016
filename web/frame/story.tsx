import { useApp, useTexts } from "#web/controls/app-context.ts";
import { PartLoading } from "#web/controls/part/part-loading.tsx";
import { usePart } from "#web/controls/part/use-part.ts";
import { part } from "#web/state/part.ts";

const STORY = part(() => import("#web/panels/story/story-parts.ts"));

/** The guided reading beside the map; absent where none is open. */
export function Story() {
  return useApp().storyStep.value === null ? null : <Column />;
}

function Column() {
  const { actions } = useApp();
  const { texts } = useTexts();
  const story = usePart(STORY, () => actions.setPanel(null));
  if (story) return <story.StoryColumn />;
  return (
    <section class="story" aria-label={texts.story}>
      <PartLoading />
    </section>
  );
}

/** In the place of the time bar while the story is open. */
export function StoryBar() {
  const { texts } = useTexts();
  const story = STORY.content.value;
  return story ? <story.StoryBar /> : <section class="story-bar" aria-label={texts.story} />;
}
