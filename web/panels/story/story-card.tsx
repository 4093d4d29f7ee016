import { sideLook } from "#model/measure/side-look.ts";
import type { StoryStep } from "#model/record/narrative.ts";
import { labelDay } from "#model/time/date-label.ts";
import { textIn } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { languageMarks, Said } from "#web/controls/said.tsx";
import { EventList } from "#web/panels/event-lists/event-list.tsx";
import { RecordLink, Sources } from "#web/panels/record/record-parts.tsx";
import { emphasisOf } from "#web/view/story/emphasis.ts";
import { partsNamingPlaces } from "#web/view/story/named-places.ts";
import { shortNameOf } from "#web/view/words/short-name.ts";

type Props = {
  readonly step: StoryStep;
  /** Which step of how many, from 1. */
  readonly number: number;
  readonly count: number;
};

/** A step of the story in words: reads without the map too. */
export function StoryCard({ step, number, count }: Props) {
  const { known, storyStep, actions } = useApp();
  const { language, texts } = useTexts();
  const events = known.value.events.filter((event) => step.eventIds.includes(event.id));
  const isRead = storyStep.value === step.id;
  return (
    <li class={isRead ? "story-step is-read" : "story-step"} data-step={step.id}>
      <article class="story-card" aria-current={isRead ? "step" : undefined}>
        <p class="story-where">
          <span>{texts.storyProgress(number, count)}</span>
          <span>{labelDay(step.date, language)}</span>
        </p>
        <h2 tabIndex={-1}>
          <Said of={step.title} />
        </h2>
        <StoryText step={step} />
        <div class="story-more">
          {events.length > 0 && (
            <details class="story-events">
              <summary>{texts.storyEvents(events.length)}</summary>
              <EventList events={events} />
            </details>
          )}
          {step.sourceIds.length > 0 && (
            <details>
              <summary>{texts.storySources(step.sourceIds.length)}</summary>
              <Sources ids={step.sourceIds} />
            </details>
          )}
          <button
            class="link"
            type="button"
            onClick={() => {
              if (!isRead) actions.goToStory(step.id);
              actions.setPanel(null);
            }}
          >
            {texts.storyLeave}
          </button>
        </div>
      </article>
    </li>
  );
}

/** The text, in which sites and what the map stresses lead to their records; pointing at one marks it there. */
function StoryText({ step }: { readonly step: StoryStep }) {
  const { dataset, known, sites, actions } = useApp();
  const { language } = useTexts();
  const colourOf = (id: string) =>
    sideLook(dataset.meta, sites.find((site) => site.id === id)?.side ?? null).colour;
  const stressed = emphasisOf(known.value, step.id).flatMap(({ kind, id }) =>
    kind === "place" ? id : [],
  );
  const named = [...new Set([...stressed, ...sites.map(({ id }) => id)])].flatMap((id) => {
    const place = dataset.places.find((one) => one.id === id);
    if (!place) return [];
    const names = [textIn(place.name, language), shortNameOf(dataset.meta, place, language)];
    return { id, names: [...new Set(names)] };
  });
  return (
    <p class="story-text" {...languageMarks(step.text, language)}>
      {partsNamingPlaces(textIn(step.text, language), named).map(({ text, placeId }, index) =>
        placeId === null ? (
          text
        ) : (
          <span
            // A text is cut in the same way as long as it is the same.
            key={index}
            class={`story-name side-${colourOf(placeId)}`}
            onPointerEnter={() => actions.point({ kind: "place", id: placeId })}
            onPointerLeave={() => actions.point(null)}
            onFocusIn={() => actions.point({ kind: "place", id: placeId })}
            onFocusOut={() => actions.point(null)}
          >
            <RecordLink to={{ kind: "place", id: placeId }}>{text}</RecordLink>
          </span>
        ),
      )}
    </p>
  );
}
