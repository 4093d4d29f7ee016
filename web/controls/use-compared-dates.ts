import type { Separation } from "#model/measure/separation.ts";
import type { Day } from "#model/time/day.ts";
import { type DateLetter, letterOf } from "#web/view/question/date-letter.ts";
import { separationOf } from "#web/view/scene/measures.ts";
import type { Scene } from "#web/view/scene/scene.ts";
import { useApp } from "./app-context.ts";

/** One of the two dates that are compared. */
export type ComparedDate = {
  readonly letter: DateLetter;
  readonly day: Day;
  /** Of the two the one that goes on being shown when nothing is compared any more. */
  readonly isShown: boolean;
  readonly measured: Separation;
  readonly scene: Scene;
};

/** A and B, with what is known of each; none while no dates are compared. */
export function useComparedDates(): readonly ComparedDate[] {
  const app = useApp();
  const { certainty, compare, comparedScene, conventions, dataset, day, scene, separation } = app;
  const [other, otherScene] = [compare.value, comparedScene.value];
  if (other === null || otherScene === null) return [];
  const reading = { certainty: certainty.value, conventions: conventions.value };
  const measured = separationOf(dataset, { ...reading, mode: "instant", day: other, start: other });
  const dates = [
    {
      letter: letterOf(other, day.value, false),
      day: other,
      isShown: false,
      measured,
      scene: otherScene,
    },
    {
      letter: letterOf(day.value, other, true),
      day: day.value,
      isShown: true,
      measured: separation.value,
      scene: scene.value,
    },
  ];
  return dates.sort((a, b) => (a.letter < b.letter ? -1 : 1));
}
