import { isOfWithdrawal, type PublishedVersion, saidOf } from "#model/dataset/version.ts";
import { takenBackWith } from "#model/dataset/withdrawal.ts";
import { labelDay } from "#model/time/date-label.ts";
import { parseDay } from "#model/time/day.ts";
import { textIn } from "#model/words/language.ts";
import { differenceAddress, versionAddress } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { languageMarks, SaidParagraph } from "#web/controls/said.tsx";
import { Part } from "#web/panels/record/record-parts.tsx";

/** What was published, the newest first, and what the publisher says of each. */
export function VersionList() {
  const { actions, dataset } = useApp();
  const { language, texts } = useTexts();
  const publishedOn = (instant: string) => {
    const day = parseDay(instant.slice(0, 10));
    return texts.versionPublished(day === undefined ? instant : labelDay(day, language));
  };
  /** A link to what the version changed; of the first there is nothing to tell. */
  const changesOf = (index: number) => {
    const [to, from] = dataset.versions.slice(index, index + 2);
    if (!to || !from) return null;
    const pair = { from: from.label, to: to.label };
    const open = (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      actions.openVersions(pair);
    };
    return (
      <>
        {texts.colon}
        <a href={differenceAddress(pair, language)} onClick={open}>
          {texts.versionDiff}
        </a>
      </>
    );
  };
  return (
    <Part title={texts.versions}>
      <ol class="plain methods">
        {dataset.versions.map((version, index) => (
          <li key={version.label}>
            <strong>
              <a href={versionAddress(version.label, language)}>{version.label}</a>
            </strong>
            {version.class && `, ${texts.publishClasses[version.class]}`},{" "}
            <time datetime={version.publishedAt}>{publishedOn(version.publishedAt)}</time>
            {changesOf(index)}
            <SaidOfVersion version={version} isFirst={index === dataset.versions.length - 1} />
          </li>
        ))}
      </ol>
    </Part>
  );
}

type SaidProps = { readonly version: PublishedVersion; readonly isFirst: boolean };

/** The publisher's note, or that something was withdrawn, and why. */
function SaidOfVersion({ isFirst, version }: SaidProps) {
  const { dataset } = useApp();
  const { language, texts } = useTexts();
  const { note, reason } = saidOf(version);
  if (isOfWithdrawal(version.label))
    return (
      <p>
        {texts.takenBack(takenBackWith(version.number, dataset.withdrawals))}{" "}
        {reason && (
          <span {...languageMarks(reason, language)}>
            {texts.withdrawnReason(textIn(reason, language))}
          </span>
        )}
      </p>
    );
  if (note !== null || isFirst) return <SaidParagraph of={note} />;
  return <p class="quiet">{texts.versionWithoutNote}</p>;
}
