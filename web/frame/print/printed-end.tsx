import { licenceInWords } from "#model/dataset/licence-words.ts";
import { ownColumns } from "#model/question/own-column.ts";
import { labelPublished } from "#model/time/date-label.ts";
import { isBrought, pageAddress } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { SaidParagraph } from "#web/controls/said.tsx";
import type { AppState } from "#web/state/app-state.ts";
import { shownQuestion, urlStateOf } from "#web/state/url-echo.ts";
import { printUrl, readableQuery } from "#web/view/address/url.ts";
import { figureSources } from "#web/view/figure/words/figure-sources.ts";
import { groundCreditOf } from "#web/view/words/ground-credit.ts";
import { publishedBy } from "#web/view/words/published-by.ts";

/** At the end of the printed page: what the map rests on, whose data it shows, and where it is to be had again. */
export function PrintedEnd() {
  const state = useApp();
  const { meta } = state.dataset;
  const { language, texts } = useTexts();
  const ground = groundCreditOf(meta, texts, language);
  return (
    <footer class="printed-end">
      <MapSources />
      <section class="printed-credit">
        <SaidParagraph of={meta.attribution} />
        {ground && <p>{ground}</p>}
        <p>
          {`${texts.figureVersion(meta.version.label)}.`}
          {meta.licences.length > 0 &&
            ` ${texts.figureLicences(meta.licences.map(licenceInWords).join(", "))}.`}
        </p>
        {!isBrought() && (
          <p class="printed-address">
            {texts.printedAddress} <a href={addressOf(state)}>{addressOf(state)}</a>
          </p>
        )}
      </section>
    </footer>
  );
}

/** The sources of what the map shows, those of both dates where two are compared. */
function MapSources() {
  const { comparedScene, known, scene } = useApp();
  const { language, texts } = useTexts();
  const dataset = known.value;
  const scenes = [scene.value, ...(comparedScene.value ? [comparedScene.value] : [])];
  const sources = figureSources(dataset, scenes, language).all.flatMap(
    ({ id }) => dataset.sources.find((source) => source.id === id) ?? [],
  );
  if (sources.length === 0) return null;
  return (
    <section class="printed-sources">
      <h2>{texts.printedSources}</h2>
      <ol>
        {sources.map((source) => (
          <li key={source.id}>
            <cite lang={source.lang}>{source.title}</cite>
            {". "}
            {[
              publishedBy(dataset.meta, source, texts),
              source.published && labelPublished(source.published, language),
            ]
              .filter(Boolean)
              .join(", ")}
            {source.url && (
              <>
                {". "}
                <a href={source.url}>{source.url}</a>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The address that shows the same in the version that is shown, with nothing left to the dataset or to the browser. */
function addressOf(state: AppState): string {
  const { meta } = state.dataset;
  const { day } = shownQuestion(state);
  const shown = urlStateOf(state, "");
  const isDated = shown.date !== undefined || shown.time !== undefined || shown.step !== undefined;
  const url = printUrl(
    pageAddress(),
    isDated ? shown : { ...shown, date: day },
    ownColumns(meta.attributes),
  );
  url.searchParams.set("v", meta.version.label);
  url.search = readableQuery(url.search);
  return url.href;
}
