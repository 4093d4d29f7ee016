// Parts that every record view is made of.

import type { ComponentChildren } from "preact";
import { hasSources } from "#model/dataset/dataset.ts";
import { evidenceIn } from "#model/evidence/dataset-evidence.ts";
import type { Contradiction } from "#model/record/contradiction.ts";
import type { Source } from "#model/record/source.ts";
import { labelPublished } from "#model/time/date-label.ts";
import { inFirst } from "#model/words/language.ts";
import { apiPage, isBrought, recordAddress } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, SaidSomehow } from "#web/controls/said.tsx";
import { wordFor } from "#web/i18n/messages.ts";
import type { Selection } from "#web/view/question/selection.ts";
import { publishedBy } from "#web/view/words/published-by.ts";
import { DeadLink } from "./dead-link.tsx";

/** The heading of a view; it takes the focus when the panel opens. */
export function Heading({
  kind,
  children,
}: {
  readonly kind: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <header class="record-head">
      <p class="record-kind">{kind}</p>
      <h2 tabIndex={-1}>{children}</h2>
    </header>
  );
}

/** A text that the data have in their first language alone. */
export function OneText({ children }: { readonly children: string }) {
  const { dataset } = useApp();
  return <SaidSomehow of={inFirst(children, dataset.meta.languages)} />;
}

/** A titled part of a record. */
export function Part({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** Leads to another record. */
export function RecordLink({
  to,
  children,
}: {
  readonly to: Selection;
  readonly children: ComponentChildren;
}) {
  const { actions } = useApp();
  const { language } = useTexts();
  return (
    <a
      class="record-link"
      href={isBrought() ? "#" : recordAddress(to, language)}
      onClick={(event) => {
        if (isBrought()) event.preventDefault();
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        actions.select(to);
      }}
    >
      {children}
    </a>
  );
}

/** A link to a place by its name. */
export function PlaceLink({ id }: { readonly id: string }) {
  const { dataset } = useApp();
  const place = dataset.places.find((candidate) => candidate.id === id);
  return (
    <RecordLink to={{ kind: "place", id }}>
      <Said of={place?.name} or={id} />
    </RecordLink>
  );
}

type SourcesProps = {
  readonly ids: readonly string[];
  /** What of the record they support; the whole of it when nothing is said, and then having none is worth a word. */
  readonly supports?: string;
};

/** The sources of a record, each leading to its own page and to where it stands. */
export function Sources({ ids, supports }: SourcesProps) {
  const { dataset } = useApp();
  const { texts } = useTexts();
  const sources = ids.flatMap((id) => dataset.sources.find((source) => source.id === id) ?? []);
  // Of a dataset without sources nothing is said by having none.
  if (!hasSources(dataset)) return null;
  if (sources.length === 0)
    return supports === texts.supportsOutline ? null : <p class="quiet">{texts.noSource}</p>;
  const { accountsOf } = evidenceIn(dataset);
  const title = texts.sourcesTold(sources.length, accountsOf(sources.map(({ id }) => id)).length);
  return (
    <Part title={supports ? texts.labelled(supports, title) : title}>
      <ol class="sources">
        {sources.map((source) => (
          <li key={source.id}>
            <SourceLine source={source} />
          </li>
        ))}
      </ol>
    </Part>
  );
}

function SourceLine({ source }: { readonly source: Source }) {
  const { dataset } = useApp();
  const { language, texts } = useTexts();
  const title = <cite lang={source.lang}>{source.title}</cite>;
  return (
    <>
      {source.url ? (
        <a href={source.url} target="_blank" rel="noopener noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      <span class="quiet">
        {[
          publishedBy(dataset.meta, source, texts),
          source.published && labelPublished(source.published, language),
          wordFor(texts.sourceKind, source.kind),
        ]
          .filter(Boolean)
          .join(" · ")}{" "}
        <RecordLink to={{ kind: "source", id: source.id }}>{texts.whatRestsOnIt}</RecordLink>
        <Repeated ids={source.repeats} />
        <DeadLink source={source} />
      </span>
    </>
  );
}

/** Whose text a source gives again; nothing where none is known. */
function Repeated({ ids }: { readonly ids: readonly string[] }) {
  const { texts } = useTexts();
  return (
    <>
      {ids.map((id) => (
        <span key={id}>
          {" · "}
          {texts.repeatsText} <SourceLink id={id} />
        </span>
      ))}
    </>
  );
}

/** Leads to a source by who published it. */
export function SourceLink({ id }: { readonly id: string }) {
  const { dataset } = useApp();
  const { texts } = useTexts();
  const source = evidenceIn(dataset).sourceOf(id);
  return (
    <RecordLink to={{ kind: "source", id }}>
      {source ? publishedBy(dataset.meta, source, texts) : id}
    </RecordLink>
  );
}

/** What the sources disagree about for this record; nothing when they do not. */
export function Contradictions({ subjectId }: { readonly subjectId: string }) {
  const { dataset } = useApp();
  const { texts } = useTexts();
  const found = dataset.contradictions.filter(({ subjectIds }) => subjectIds.includes(subjectId));
  if (found.length === 0) return null;
  return (
    <Part title={texts.contradictionsTitle}>
      {found.map((contradiction) => (
        <ContradictionCard key={contradiction.id} contradiction={contradiction} />
      ))}
    </Part>
  );
}

function ContradictionCard({ contradiction }: { readonly contradiction: Contradiction }) {
  const { texts } = useTexts();
  return (
    <article class="contradiction">
      <p>
        <strong>{wordFor(texts.topic, contradiction.topic)}.</strong>{" "}
        <Said of={contradiction.statement} />
      </p>
      <p class="quiet">
        <em>{texts.resolution}</em> <Said of={contradiction.resolution} />
      </p>
    </article>
  );
}

/** The record's own address, and the same record from the API. */
export function RecordAddress({
  selection,
  collection,
}: {
  readonly selection: Selection;
  readonly collection: string;
}) {
  const { language, texts } = useTexts();
  if (isBrought()) return null;
  return (
    <p class="record-address">
      <a href={recordAddress(selection, language)}>{texts.permalink}</a>
      <a href={apiPage(`api/collections/${collection}/items/${selection.id}`, language)}>
        {texts.apiLink}
      </a>
    </p>
  );
}
