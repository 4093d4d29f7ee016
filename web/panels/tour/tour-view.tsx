import { labelDay } from "#model/time/date-label.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, SaidParagraph } from "#web/controls/said.tsx";
import { EventList } from "#web/panels/event-lists/event-list.tsx";
import { Heading, Part, PlaceLink, Sources } from "#web/panels/record/record-parts.tsx";
import { emphasisOf } from "#web/view/scene/emphasis.ts";

/** The guided reading: each step moves date and map, and reads without the map too. */
export function TourView() {
  const { dataset, known, storyStep, actions } = useApp();
  const { language, texts } = useTexts();
  const { story } = dataset;
  const index = story.findIndex((step) => step.id === storyStep.value);
  const step = story[index];
  if (!step)
    return (
      <article class="record">
        <Heading kind={texts.tour}>
          <Said of={dataset.meta.title} />
        </Heading>
        <ol class="tour-steps">
          {story.map((entry) => (
            <li key={entry.id}>
              <button type="button" onClick={() => actions.goToStory(entry.id)}>
                <span>
                  <Said of={entry.title} />
                </span>
                <span class="quiet">{labelDay(entry.date, language)}</span>
              </button>
            </li>
          ))}
        </ol>
      </article>
    );
  const [previous, next] = [story[index - 1], story[index + 1]];
  const emphasised = emphasisOf(known.value, step.id).filter(({ kind }) => kind === "place");
  const events = known.value.events.filter((event) => step.eventIds.includes(event.id));
  return (
    <article class="record">
      <Heading kind={texts.tourProgress(index + 1, story.length)}>
        <Said of={step.title} />
      </Heading>
      <progress
        max={story.length}
        value={index + 1}
        aria-label={texts.tourProgress(index + 1, story.length)}
      />
      <p class="record-date">{labelDay(step.date, language)}</p>
      <SaidParagraph class="lead" of={step.text} />
      <ul class="plain">
        {emphasised.map(({ id }) => (
          <li key={id}>
            <PlaceLink id={id} />
          </li>
        ))}
      </ul>
      <nav class="tour-nav" aria-label={texts.tour}>
        <button
          type="button"
          disabled={!previous}
          onClick={() => previous && actions.goToStory(previous.id)}
        >
          {texts.tourBack}
        </button>
        <button
          class="primary"
          type="button"
          disabled={!next}
          onClick={() => next && actions.goToStory(next.id)}
        >
          {texts.tourNext}
        </button>
        <button type="button" onClick={() => actions.setStoryStep(null)}>
          {texts.tourAll}
        </button>
      </nav>
      {events.length > 0 && (
        <Part title={texts.chartEvents}>
          <EventList events={events} />
        </Part>
      )}
      <Sources ids={step.sourceIds} />
    </article>
  );
}
