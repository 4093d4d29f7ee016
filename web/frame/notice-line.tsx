import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Icon } from "#web/controls/icon.tsx";
import type { Messages } from "#web/i18n/messages.ts";
import type { Notice } from "#web/state/view-slice.ts";

/** One sentence that the reader should know; it stays until it is dismissed or replaced. */
export function NoticeLine() {
  const { actions, dataset, notice } = useApp();
  const { texts } = useTexts();
  const current = notice.value;
  return (
    <div class="notice-area" role="status">
      {current && (
        <p class="notice">
          {sentence(current, texts, dataset.meta.version.label)}
          <button type="button" aria-label={texts.dismiss} onClick={() => actions.notify(null)}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );
}

function sentence(notice: Notice, texts: Messages, version: string): string {
  switch (notice.kind) {
    case "moved-to-date":
      return texts.noticeMoved;
    case "offline":
      return texts.noticeOffline;
    case "part-failed":
      return texts.noticePartFailed;
    case "events-failed":
      return texts.crowdFailed;
    case "other-version":
      return texts.noticeVersion(notice.asked, version);
    case "url-ignored":
      return texts.noticeIgnored(notice.parameters.join(", "));
  }
}
