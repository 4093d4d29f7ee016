// What a place belongs to and leads to: its kind and side, the places before and after it, the steps that tell of it.
import type { Place } from "#model/record/place.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, Term } from "#web/controls/said.tsx";
import { SideMark } from "#web/controls/side-mark.tsx";
import { Part, PlaceLink } from "#web/panels/record/record-parts.tsx";

/** What kind of place it is and, of a site, on which side of the line. */
export function KindAndSide({ place }: { readonly place: Place }) {
  const { sites } = useApp();
  const { texts } = useTexts();
  const side = sites.find(({ id }) => id === place.id)?.side;
  return (
    <>
      {side && <SideMark side={side} />}
      <Term of="placeKinds" id={place.kind} />
      {side && `, ${texts.side[side]}`}
    </>
  );
}

/** The steps of the story that are told at the place; nothing where there are none. */
export function StepsOfPlace({ placeId }: { readonly placeId: string }) {
  const { actions, dataset } = useApp();
  const { texts } = useTexts();
  const steps = dataset.story.filter((step) => step.placeId === placeId);
  if (steps.length === 0) return null;
  return (
    <Part title={texts.stepsHere}>
      <ul class="plain">
        {steps.map((step) => (
          <li key={step.id}>
            <button type="button" class="record-link" onClick={() => actions.goToStory(step.id)}>
              <Said of={step.title} />
            </button>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** The whole that it is part of, where its people came from, and where they went. */
export function Neighbours({ place }: { readonly place: Place }) {
  const { texts } = useTexts();
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [texts.partOf, place.partOf === null ? [] : [place.partOf]],
    [texts.cameFrom, place.predecessorIds],
    [texts.wentTo, place.successorIds],
  ];
  return (
    <>
      {lists.map(
        ([title, ids]) =>
          ids.length > 0 && (
            <Part key={title} title={title}>
              <ul class="plain">
                {ids.map((id) => (
                  <li key={id}>
                    <PlaceLink id={id} />
                  </li>
                ))}
              </ul>
            </Part>
          ),
      )}
    </>
  );
}
