import { evidenceIn } from "#model/evidence/dataset-evidence.ts";
import { evidenceOfFigures } from "#model/evidence/field-evidence.ts";
import { daysSeen, livedIn } from "#model/measure/lived-in.ts";
import { currentClaims, rangeOf } from "#model/measure/people.ts";
import { isOneDay } from "#model/measure/separation-series.ts";
import type { Count } from "#model/record/claim.ts";
import type { DatedPhase } from "#model/record/place.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Term } from "#web/controls/said.tsx";
import { formatNumber, formatPeople } from "#web/i18n/format.ts";
import { EvidenceList } from "#web/panels/evidence/evidence-list.tsx";
import { Part } from "#web/panels/record/record-parts.tsx";
import { FiguresChart } from "./figures-chart.tsx";
import { ClaimSources, WhoAndWhen } from "./who-and-when.tsx";

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
        <div class="figures-now-box">
          <p class="quiet">{isOneDay(window.value) ? texts.claimsNow : texts.claimsOver}</p>
          <ul class="figures-now-list">
            {current.map((claim) => (
              <li key={claim.id}>
                <p class="figure-number">
                  <Figure claim={claim} />
                </p>
                <p>
                  <WhoAndWhen claim={claim} />
                </p>
                <p class="quiet">
                  <ClaimSources claim={claim} />
                </p>
                <FigureEvidence claim={claim} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <FiguresChart placeId={placeId} />
      <details>
        <summary>{texts.claimsAll(all.length)}</summary>
        <FiguresTable claims={all} />
      </details>
    </Part>
  );
}

/** Every figure of the place, of the whole and of some of its people: what a reader of the screen has of the chart. */
function FiguresTable({ claims }: { readonly claims: readonly Count[] }) {
  const { texts } = useTexts();
  return (
    <table class="figures-table">
      <thead>
        <tr>
          <th scope="col">{texts.evidenceFigure}</th>
          <th scope="col">{texts.figuresWhoAndWhen}</th>
        </tr>
      </thead>
      <tbody>
        {claims.map((claim) => (
          <tr key={claim.id}>
            <th scope="row">
              <strong class="number">
                <Figure claim={claim} />
              </strong>{" "}
              <Term of="measures" id={claim.measure} />
            </th>
            <td>
              <p>
                <WhoAndWhen claim={claim} />
              </p>
              <p class="quiet">
                <ClaimSources claim={claim} />
              </p>
              <FigureEvidence claim={claim} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figure({ claim }: { readonly claim: Count }) {
  const { language } = useTexts();
  const range = rangeOf(claim);
  return <>{range && formatPeople(range, language)}</>;
}

/** Which of several sources gives the figure, and which its date; with one there is nothing to ask. */
function FigureEvidence({ claim }: { readonly claim: Count }) {
  const { dataset } = useApp();
  const { language, texts } = useTexts();
  const { evidenceOf } = evidenceIn(dataset);
  const figures = evidenceOfFigures(evidenceOf, "count", claim, [
    { field: "low", number: claim.low },
    { field: "best", number: claim.best },
    { field: "high", number: claim.high },
  ]);
  const ofDate = evidenceOf("count", claim, "edtf", "earliest", "latest");
  const kinds = [ofDate, ...figures.map(({ of }) => of)].map(({ kind }) => kind);
  if (kinds.every((kind) => kind === "only" || kind === "none")) return null;
  if (kinds.every((kind) => kind === "unrecorded"))
    return (
      <EvidenceList
        fields={[{ name: texts.evidenceFigureAndDate, value: "figure-and-date", of: ofDate }]}
      />
    );
  return (
    <EvidenceList
      fields={[
        ...figures.map(({ number, of }) => ({
          name: texts.evidenceFigure,
          said: number === null ? "" : formatNumber(number, language),
          value: "figure" as const,
          of,
        })),
        { name: texts.evidenceDate, value: "date", of: ofDate },
      ]}
    />
  );
}
