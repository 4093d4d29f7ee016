import { useApp, useTexts } from "#web/controls/app-context.ts";
import { PartLoading } from "#web/controls/part/part-loading.tsx";
import { usePart } from "#web/controls/part/use-part.ts";
import { capitalised } from "#web/i18n/format.ts";
import { Heading } from "#web/panels/record/record-parts.tsx";
import { part } from "#web/state/part.ts";

const VIEW = part(async () => (await import("./versions-view.tsx")).VersionsView);

/** What is different between two versions: its heading at once, the rest as soon as it is fetched. */
export function VersionsPanel() {
  const { actions } = useApp();
  const { texts } = useTexts();
  const Content = usePart(VIEW, () => actions.setPanel(null));
  return (
    <article class="record versions">
      <Heading kind={texts.versions}>{capitalised(texts.versionDiff)}</Heading>
      {Content ? <Content /> : <PartLoading />}
    </article>
  );
}
