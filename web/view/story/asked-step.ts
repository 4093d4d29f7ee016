import type { StoryStep } from "#model/record/narrative.ts";
import type { PanelView } from "#web/view/question/panel-view.ts";

type Asked = { readonly view?: PanelView | null | undefined; readonly step?: string | undefined };

/**
 * The id of the step that the story opens with: the one that is asked for; the first where the story is asked for without a
 * step, or with one that is none. Undefined where it stays closed.
 */
export function askedStep(story: readonly StoryStep[], { view, step }: Asked): string | undefined {
  const named = story.find(({ id }) => id === step);
  return (named ?? (view === "story" ? story[0] : undefined))?.id;
}
