import { declaredSums } from "#model/collection/declared-sums.ts";
import { countsPeople } from "#model/dataset/dataset.ts";
import { FIGURES_OF_PEOPLE, separationMethods } from "#model/measure/separation-methods.ts";
import { SUM_METHOD } from "#model/measure/sum.ts";
import { isWebAddress } from "#model/words/web-address.ts";
import { apiPage, isBrought, verifyAddress } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, SaidParagraph } from "#web/controls/said.tsx";
import { Heading, Part } from "#web/panels/record/record-parts.tsx";
import { VersionList } from "./version-list.tsx";

/** What this is, how its figures are made, and whose data it shows. */
export function AboutView() {
  const { dataset, hasSites } = useApp();
  const { meta } = dataset;
  const isCounted = countsPeople(dataset);
  const methods = [
    ...(hasSites ? Object.entries(separationMethods(meta)) : []),
    ...(declaredSums(meta).length > 0 ? [["sums", SUM_METHOD] as const] : []),
  ].filter(([name]) => isCounted || !FIGURES_OF_PEOPLE.includes(name));
  const { texts } = useTexts();
  return (
    <article class="record">
      <Heading kind={texts.about}>
        <Said of={meta.title} />
      </Heading>
      <SaidParagraph class="headline" of={meta.headline} />
      <SaidParagraph class="lead" of={meta.standfirst ?? meta.description} />
      {meta.standfirst && <SaidParagraph of={meta.description} />}
      <p>
        {[hasSites ? texts.aboutSites : "", isCounted ? texts.aboutCounts : "", texts.aboutGaps]
          .filter(Boolean)
          .join(" ")}
      </p>
      {methods.length > 0 && (
        <Part title={texts.aboutMethods}>
          <ul class="plain methods">
            {methods.map(([name, method]) => (
              <li key={name}>
                <Said of={method} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {!isBrought() && <VersionList />}
      <Part title={texts.aboutLicences}>
        <SaidParagraph of={meta.attribution} />
        <ul class="plain">
          {meta.licences.map((licence) => (
            <li key={licence.name}>
              {isWebAddress(licence.path) ? (
                <a href={licence.path} target="_blank" rel="noopener noreferrer">
                  {licence.title}
                </a>
              ) : (
                licence.title
              )}
            </li>
          ))}
        </ul>
        {!isBrought() && <PublishedAs />}
      </Part>
    </article>
  );
}

/** Which version it is, and where programs find it. */
function PublishedAs() {
  const { meta } = useApp().dataset;
  const { language, texts } = useTexts();
  return (
    <>
      <p class="quiet">
        {texts.aboutVersion(meta.version.label)} ({meta.version.contentHash.slice(0, 12)})
      </p>
      <p>
        <a href={apiPage("api", language)}>{texts.aboutApi}</a>
      </p>
      <p>
        <a href={verifyAddress(language)}>{texts.aboutVerify}</a>
      </p>
    </>
  );
}
