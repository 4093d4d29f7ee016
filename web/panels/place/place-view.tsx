import { Fragment } from "preact";
import { collectionsOf } from "#model/collection/collections.ts";
import { countsPeople } from "#model/dataset/dataset.ts";
import { isSite } from "#model/dataset/roles.ts";
import { livedIn } from "#model/measure/lived-in.ts";
import type { DatedPhase, Place, PlacePhase } from "#model/record/place.ts";
import { restsOnConvention } from "#model/time/convention.ts";
import { labelSpan } from "#model/time/date-label.ts";
import { presenceIn } from "#model/time/span.ts";
import { textIn } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, SaidParagraph, SaidSomehow } from "#web/controls/said.tsx";
import { SideMark } from "#web/controls/side-mark.tsx";
import { formatDistance, formatPrecision } from "#web/i18n/format.ts";
import { wordFor } from "#web/i18n/messages.ts";
import { EventList } from "#web/panels/event-lists/event-list.tsx";
import { EventRows } from "#web/panels/event-lists/event-rows.tsx";
import { AttributesPart } from "#web/panels/record/attributes-part.tsx";
import { CiteThis } from "#web/panels/record/cite-this.tsx";
import {
  Contradictions,
  Heading,
  Part,
  RecordAddress,
  Sources,
} from "#web/panels/record/record-parts.tsx";
import { isPointPhase } from "#web/view/scene/sites.ts";
import { sideInFull } from "#web/view/words/side-words.ts";
import { ClaimsOfPlace } from "./claims.tsx";
import { DeathsAtPlace } from "./deaths.tsx";
import { Life } from "./life.tsx";
import { DatesEvidence, PositionEvidence } from "./place-evidence.tsx";
import { KindAndSide, Neighbours, StepsOfPlace } from "./place-links.tsx";

/** Everything known of a place. */
export function PlaceView({ id }: { readonly id: string }) {
  const { dataset, events: source, hiddenPhases, phases: dated } = useApp();
  const { language, texts } = useTexts();
  const place = dataset.places.find((candidate) => candidate.id === id);
  if (!place) return null;
  const phases = dataset.placePhases.filter((phase) => phase.placeId === id);
  const hidden = dataset.hiddenPhases.filter((phase) => phase.placeId === id);
  const datedPhases = new Map(
    [...dated.value, ...hiddenPhases.value].map((phase) => [phase.id, phase]),
  );
  const points = phases.filter(isPointPhase);
  const shown = points.length > 0 ? points : phases;
  const spans = shown.length > 0 ? shown : hidden;
  const events = dataset.events.filter((event) => event.placeId === id);
  const outlineSources = [
    ...new Set(phases.filter((phase) => !isPointPhase(phase)).flatMap((phase) => phase.sourceIds)),
  ];
  return (
    <article class="record">
      <Heading kind={<KindAndSide place={place} />}>
        <Said of={place.name} />
      </Heading>
      {place.otherNames.length > 0 && (
        <p class="quiet">
          {texts.labelled(texts.otherNames, "")}
          {place.otherNames.map((name, index) => (
            <Fragment key={name}>
              {index > 0 && ", "}
              <bdi>{name}</bdi>
            </Fragment>
          ))}
        </p>
      )}
      <SaidParagraph class="lead" of={place.description} />
      {countsPeople(dataset) && isSite(dataset.meta, place) && <ClaimsOfPlace placeId={id} />}
      <Contradictions subjectId={id} />
      {spans.map((phase) => (
        <WhenPart key={phase.id} place={place} phase={phase} dated={datedPhases.get(phase.id)} />
      ))}
      {shown.map((phase) => (
        <WherePart key={phase.id} place={place} phase={phase} />
      ))}
      {shown.length === 0 && hidden.length > 0 && (
        <Part title={texts.where}>
          <p>{texts.positionHidden}</p>
        </Part>
      )}
      <Neighbours place={place} />
      {phases.map((phase) => (
        <AttributesPart
          key={phase.id}
          of={phase.attributes}
          columns={dataset.meta.attributes[isPointPhase(phase) ? "places" : "shapes"]}
        />
      ))}
      {!source.areHeld && (
        <EventRows
          parameters={() => new URLSearchParams({ place_id: id })}
          title={texts.crowdEventsAtSpot}
        />
      )}
      {events.length > 0 && (
        <Part title={texts.eventsHere}>
          <EventList events={events} />
        </Part>
      )}
      <DeathsAtPlace placeId={id} />
      <StepsOfPlace placeId={id} />
      <Sources ids={place.sourceIds} supports={texts.supportsPlace} />
      <Sources ids={outlineSources} supports={texts.supportsOutline} />
      <CiteThis selection={{ kind: "place", id }} title={textIn(place.name, language)} />
      <RecordAddress
        selection={{ kind: "place", id }}
        collection={points.length > 0 ? "places" : collectionsOf(dataset.meta).outlines.id}
      />
    </article>
  );
}

type WhenProps = {
  readonly place: Place;
  readonly phase: DatedPhase;
  /** The phase with the dates that count now; undefined where none of them is attested. */
  readonly dated: DatedPhase | undefined;
};

function WhenPart({ place, phase, dated }: WhenProps) {
  const { dataset, window } = useApp();
  const { language, texts, timeZone } = useTexts();
  const presence = dated ? presenceIn(dated.span, window.value) : "absent";
  const isEmpty =
    presence !== "absent" &&
    dated !== undefined &&
    livedIn(dataset, { ...dated, id: place.id }, window.value, "possible").length === 0;
  return (
    <Part title={texts.when}>
      <Life span={(dated ?? phase).span} />
      <p>{labelSpan(phase.span, phase.startEdtf, phase.endEdtf, language, timeZone)}</p>
      {isSite(dataset.meta, place) && (
        <p class={`presence presence-${presence}`}>
          {dated ? texts.presence[presence] : texts.notAttested}
          {restsOnConvention(dated ?? phase, window.value) && ` (${texts.byConvention})`}
        </p>
      )}
      {isEmpty && <p class="quiet">{texts.emptyNotCounted}</p>}
      {phase.convention && (
        <p class="quiet">
          {texts.conventionOf[phase.convention]} {texts.conventionOnly}
        </p>
      )}
      {phase.boundsNote && (
        <p class="quiet">
          <SaidSomehow of={phase.boundsNote} />
        </p>
      )}
      {place.endReason && place.endReason !== "still-there" && (
        <p>{texts.labelled(texts.endReason, wordFor(texts.endReasonWord, place.endReason))}</p>
      )}
      <DatesEvidence place={place} phase={phase} />
    </Part>
  );
}

/** How far it lies from the reference place; folded, how exactly that is known and by what. */
function WherePart({ place, phase }: { readonly place: Place; readonly phase: PlacePhase }) {
  const { dataset, sites } = useApp();
  const { language, texts } = useTexts();
  const site = sites.find((candidate) => candidate.id === place.id);
  const { precisionM, basis } = phase.quality;
  const note = phase.positionNote;
  const precision = formatPrecision([precisionM], language);
  return (
    <Part title={texts.where}>
      {site && site.distanceM !== null && (
        <p>
          {texts.toReference(formatDistance(site.distanceM, language))} ({precision})
          {site.side && (
            <>
              , <SideMark side={site.side} />
              {sideInFull(dataset.meta, site.side, language, texts)}
            </>
          )}
        </p>
      )}
      {(!site || site.distanceM === null) && <p>{precision}</p>}
      <details>
        <summary>{texts.howPlaced}</summary>
        <p class="quiet">
          {precision}, {texts.basis[basis]}
          {note && (
            <>
              . <SaidSomehow of={note} />
            </>
          )}
        </p>
        {phase.note && <SaidParagraph class="quiet" of={phase.note} />}
        <PositionEvidence place={place} phase={phase} />
      </details>
    </Part>
  );
}
