import { labelDay } from "#model/time/date-label.ts";
import { parseDay } from "#model/time/day.ts";
import { differenceAddress, versionAddress } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { SaidParagraph } from "#web/controls/said.tsx";
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
        {": "}
        <a href={differenceAddress(pair)} onClick={open}>
          {texts.versionDiff}
        </a>
      </>
    );
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
            {changesOf(index)}
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
