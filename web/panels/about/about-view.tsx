import { separationMethods } from "#model/measure/separation-methods.ts";
import { isWebAddress } from "#model/words/web-address.ts";
import { ownAddress } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Said, SaidParagraph } from "#web/controls/said.tsx";
import { Heading, Part } from "#web/panels/record/record-parts.tsx";

/** What this is, how its figures are made, and whose data it shows. */
export function AboutView() {
  const { meta } = useApp().dataset;
  const { texts } = useTexts();
  return (
    <article class="record">
      <Heading kind={texts.about}>
        <Said of={meta.title} />
      </Heading>
      <SaidParagraph class="lead" of={meta.description} />
      <p>{texts.aboutCertainty}</p>
      <Part title={texts.aboutMethods}>
        <ul class="plain methods">
          {Object.entries(separationMethods(meta)).map(([name, method]) => (
            <li key={name}>
              <Said of={method} />
            </li>
          ))}
        </ul>
      </Part>
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
        <p class="quiet">
          {texts.aboutVersion(meta.version.label)} ({meta.version.contentHash.slice(0, 12)})
        </p>
        <p>
          <a href={ownAddress("api")}>{texts.aboutApi}</a>
        </p>
      </Part>
    </article>
  );
}
