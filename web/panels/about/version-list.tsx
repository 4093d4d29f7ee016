import { labelDay } from "#model/time/date-label.ts";
import { parseDay } from "#model/time/day.ts";
import { versionAddress } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { SaidParagraph } from "#web/controls/said.tsx";
import { Part } from "#web/panels/record/record-parts.tsx";

/** What was published, the newest first, and what the publisher says of each. */
export function VersionList() {
  const { dataset } = useApp();
  const { language, texts } = useTexts();
  const publishedOn = (instant: string) => {
    const day = parseDay(instant.slice(0, 10));
    return texts.versionPublished(day === undefined ? instant : labelDay(day, language));
  };
  const told = (note: object | null, isFirst: boolean) => note !== null || isFirst;
  return (
    <Part title={texts.versions}>
      <ol class="plain methods">
        {dataset.versions.map(({ class: kind, label, note, publishedAt }, index) => (
          <li key={label}>
            <strong>
              <a href={versionAddress(label)}>{label}</a>
            </strong>
            {kind && `, ${texts.publishClasses[kind]}`},{" "}
            <time datetime={publishedAt}>{publishedOn(publishedAt)}</time>
            {told(note, index === dataset.versions.length - 1) ? (
              <SaidParagraph of={note} />
            ) : (
              <p class="quiet">{texts.versionWithoutNote}</p>
            )}
          </li>
        ))}
      </ol>
    </Part>
  );
}
