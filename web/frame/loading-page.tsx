import type { Messages } from "#web/i18n/messages.ts";

type Props = {
  readonly texts: Messages;
  readonly error?: unknown;
  readonly onRetry?: () => void;
};

/** What is seen before the data are there, or when they do not come. */
export function LoadingPage({ texts, error, onRetry }: Props) {
  return (
    <div class="loading" role="status">
      <p class="loading-name">{texts.appName}</p>
      {error === undefined ? (
        <p>{texts.loading}</p>
      ) : (
        <>
          <p>{texts.loadFailed}</p>
          <button type="button" onClick={onRetry}>
            {texts.retry}
          </button>
        </>
      )}
    </div>
  );
}
