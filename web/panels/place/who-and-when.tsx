import type { Count } from "#model/record/claim.ts";
import { labelDate } from "#model/time/date-label.ts";
import { foldText } from "#model/words/fold.ts";
import { textIn } from "#model/words/language.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { SaidSomehow } from "#web/controls/said.tsx";
import { wordFor } from "#web/i18n/messages.ts";
import { publishedBy } from "#web/view/words/published-by.ts";

type Props = { readonly claim: Count };

/** Who gave a figure, and of which days it is. */
export function WhoAndWhen({ claim }: Props) {
  const { language, timeZone } = useTexts();
  return (
    <>
      <Counter claim={claim} />,{" "}
      {labelDate(claim.edtf, claim.earliest, claim.latest, language, timeZone)}
    </>
  );
}

/** The sources of a figure, each by who published it, leading to where it stands. */
export function ClaimSources({ claim }: Props) {
  const { dataset } = useApp();
  const { texts } = useTexts();
  const sources = claim.sourceIds.flatMap(
    (id) => dataset.sources.find((source) => source.id === id) ?? [],
  );
  return (
    <>
      {sources.map((source, index) => (
        <span key={source.id}>
          {index > 0 && " · "}
          {source.url ? (
            <a href={source.url} target="_blank" rel="noopener noreferrer" title={source.title}>
              {publishedBy(dataset.meta, source, texts)}
            </a>
          ) : (
            publishedBy(dataset.meta, source, texts)
          )}
        </span>
      ))}
    </>
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
