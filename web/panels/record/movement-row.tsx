import type { Movement } from "#model/record/movement.ts";
import { labelWhen } from "#model/time/date-label.ts";
import type { Window } from "#model/time/span.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said } from "#web/controls/said.tsx";
import { PossiblyThen } from "./possibly-then.tsx";
import { RecordLink } from "./record-parts.tsx";

type Props = {
  readonly movement: Movement;
  /** The days that the list is of. */
  readonly during?: Window | null;
};

/** A movement in a list: from where to where, and when; its note alone may be that of others, too. */
export function MovementRow({ during = null, movement }: Props) {
  const { dataset } = useApp();
  const { language, timeZone } = useTexts();
  const nameOf = (placeId: string) => (
    <Said of={dataset.places.find(({ id }) => id === placeId)?.name} or={placeId} />
  );
  return (
    <>
      <RecordLink to={{ kind: "movement", id: movement.id }}>
        {nameOf(movement.fromId)} → {nameOf(movement.toId)}
      </RecordLink>
      <span class="quiet">
        {labelWhen(movement, language, timeZone)}
        <PossiblyThen of={movement} during={during} /> · <Said of={movement.note} />
      </span>
    </>
  );
}
