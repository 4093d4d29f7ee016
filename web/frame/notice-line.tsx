import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { labelDay, labelDayRange } from "#model/time/date-label.ts";
import { type Language, textIn } from "#model/words/language.ts";
import { differenceAddress, newestAddress, sameNewest } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Icon } from "#web/controls/icon.tsx";
import { languageInWords } from "#web/i18n/language-words.ts";
import type { Messages } from "#web/i18n/messages.ts";
import { withdrawnDay } from "#web/i18n/withdrawn-day.ts";
import type { Notice } from "#web/state/view-slice.ts";

/** One sentence that the reader should know; it stays until it is dismissed or replaced. */
export function NoticeLine() {
  const { actions, dataset, notice } = useApp();
  const { language, texts } = useTexts();
  const current = notice.value;
  const said = current && sentence(current, texts, language, dataset.meta);
  return (
    <div class="notice-area" role="status">
      <FormerVersion />
      {said && (
        <p class="notice">
          {said}
          <button type="button" aria-label={texts.dismiss} onClick={() => actions.notify(null)}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );
}

/** That what is shown is a former version, for as long as it is, and the way to the newest. */
function FormerVersion() {
  const { dataset } = useApp();
  const { language, texts } = useTexts();
  const newest = newestAddress();
  if (newest === undefined) return null;
  const { title, version } = dataset.meta;
  const [same, called] = [sameNewest(), textIn(title, language)];
  const since = () => differenceAddress({ from: version.label, to: null }, language);
  // The state changes with every step: the ways go to what is shown when they are taken.
  const follow =
    (address: () => string | undefined) =>
    (event: MouseEvent & { currentTarget: HTMLAnchorElement }) => {
      event.currentTarget.href = address() ?? newest;
    };
  return (
    <p class="notice is-lasting">
      <span>
        {same === undefined
          ? texts.versionFormer(version.label, called)
          : texts.versionSameAs(version.label, called, same)}{" "}
        <a href={newest} onClick={follow(newestAddress)}>
          {texts.versionNewest}
        </a>
        {same === undefined && (
          <>
            {" "}
            <a href={since()} onClick={follow(since)}>
              {texts.versionSince}
            </a>
          </>
        )}
      </span>
    </p>
  );
}

function sentence(
  notice: Notice,
  texts: Messages,
  language: Language,
  { firstDay, languages, lastDay, version }: DatasetMeta,
): string | null {
  switch (notice.kind) {
    case "moved-to-date":
      return texts.noticeMoved(labelDay(notice.day, language));
    case "offline":
      return texts.noticeOffline;
    case "part-failed":
      return texts.noticePartFailed;
    case "events-failed":
      return texts.crowdFailed;
    case "other-version":
      return texts.noticeVersion(notice.asked, version.label);
    case "outside-period":
      return texts.noticeOutside(labelDayRange(firstDay, lastDay, language));
    case "of-picture":
      return texts.noticeOfPicture(notice.title);
    case "language":
      return languageInWords(notice.asked, language, languages, texts);
    case "withdrawn": {
      const { reason, withdrawnAt } = notice.withdrawal;
      const day = withdrawnDay(withdrawnAt, language);
      return `${texts.recordWithdrawn(day)} ${texts.withdrawnReason(reason)}`;
    }
    case "url-ignored":
      return texts.noticeIgnored(notice.parameters.join(", "));
  }
}
