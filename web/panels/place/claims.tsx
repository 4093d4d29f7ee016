import { evidenceIn } from "#model/evidence/dataset-evidence.ts";
import { evidenceOfFigures } from "#model/evidence/field-evidence.ts";
import { daysSeen, livedIn } from "#model/measure/lived-in.ts";
import { currentClaims, rangeOf } from "#model/measure/people.ts";
import { isOneDay } from "#model/measure/separation-series.ts";
import type { Count } from "#model/record/claim.ts";
import type { DatedPhase } from "#model/record/place.ts";
import { labelDate } from "#model/time/date-label.ts";
import { foldText } from "#model/words/fold.ts";
import { textIn } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { SaidSomehow } from "#web/controls/said.tsx";
import { formatNumber, formatPeople } from "#web/i18n/format.ts";
import { wordFor } from "#web/i18n/messages.ts";
import { EvidenceList } from "#web/panels/evidence/evidence-list.tsx";
import { Part } from "#web/panels/record/record-parts.tsx";
import { publishedBy } from "#web/view/words/published-by.ts";

/** Each figure as its own claim, with who counted and how; never an average. */
export function ClaimsOfPlace({ placeId }: { readonly placeId: string }) {
  const { dataset, hiddenPhases, phases, window } = useApp();
  const { texts } = useTexts();
  const isHere = (phase: DatedPhase) => phase.placeId === placeId;
  const phase = phases.value.find(isHere) ?? hiddenPhases.value.find(isHere);
  const stretches = phase && livedIn(dataset, { ...phase, id: placeId }, window.value, "possible");
  const days = stretches?.at(-1) ?? (phase ? daysSeen(phase.span, window.value) : window.value);
  const all = dataset.counts.filter((count) => count.placeId === placeId);
  const current = currentClaims(dataset.counts, placeId, days);
  // A figure of 0 does not grow old: what is known to be empty is not unknown.
  const isEmpty = stretches?.length === 0;
  if (all.length === 0)
    return (
      <Part title={texts.people}>
        <p class="quiet">{texts.noClaims}</p>
      </Part>
    );
  return (
    <Part title={texts.people}>
      {current.length === 0 ? (
        <p class="quiet">{isEmpty ? texts.emptyNotCounted : texts.noClaimsNow}</p>
      ) : (
        <>
          <p class="quiet">{isOneDay(window.value) ? texts.claimsNow : texts.claimsOver}</p>
          <ClaimList claims={current} />
        </>
      )}
      <details>
        <summary>{texts.claimsAll(all.length)}</summary>
        <ClaimList claims={all} />
      </details>
    </Part>
  );
}

function ClaimList({ claims }: { readonly claims: readonly Count[] }) {
  return (
    <ul class="claims">
      {claims.map((claim) => (
        <li key={claim.id}>
          <ClaimLine claim={claim} />
        </li>
      ))}
    </ul>
  );
}

function ClaimLine({ claim }: { readonly claim: Count }) {
  const { dataset } = useApp();
  const { language, texts, timeZone } = useTexts();
  const range = rangeOf(claim);
  const sources = claim.sourceIds.flatMap(
    (id) => dataset.sources.find((source) => source.id === id) ?? [],
  );
  return (
    <>
      <p>
        <strong class="number">{range && formatPeople(range, language)}</strong>{" "}
        {wordFor(texts.measure, claim.measure)},{" "}
        {labelDate(claim.edtf, claim.earliest, claim.latest, language, timeZone)}
      </p>
      <p class="quiet">
        <Counter claim={claim} />
        {sources.map((source) => (
          <span key={source.id}>
            {" · "}
            {source.url ? (
              <a href={source.url} target="_blank" rel="noopener noreferrer" title={source.title}>
                {publishedBy(dataset.meta, source, texts)}
              </a>
            ) : (
              publishedBy(dataset.meta, source, texts)
            )}
          </span>
        ))}
      </p>
      <FigureEvidence claim={claim} />
    </>
  );
}

/** Which of several sources gives the figure; with one there is nothing to ask. */
function FigureEvidence({ claim }: { readonly claim: Count }) {
  const { dataset } = useApp();
  const { language, texts } = useTexts();
  const found = evidenceOfFigures(evidenceIn(dataset).evidenceOf, "count", claim, [
    { field: "low", number: claim.low },
    { field: "best", number: claim.best },
    { field: "high", number: claim.high },
  ]);
  if (found.every(({ of }) => of.kind === "only" || of.kind === "none")) return null;
  return (
    <EvidenceList
      fields={found.map(({ number, of }) => ({
        name: texts.evidenceFigure,
        said: number === null ? "" : formatNumber(number, language),
        value: "figure",
        of,
      }))}
    />
  );
}

/** Who counted, in the reader's language where the data have it, and what kind of body that is unless its name says so. */
function Counter({ claim }: { readonly claim: Count }) {
  const { language, texts } = useTexts();
  const name = textIn(claim.countedBy, language);
  const kind = wordFor(texts.counter, claim.countedByKind);
  return (
    <>
      <SaidSomehow of={claim.countedBy} />
      {foldText(name) !== foldText(kind) && ` (${kind})`}
    </>
  );
}
