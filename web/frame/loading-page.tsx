import type { LoadingTexts } from "#web/i18n/loading-texts.ts";

export type Failure = {
  /** Nothing came, what came cannot be read, or the page itself has a fault. */
  readonly kind: "nothing" | "unreadable" | "fault";
  readonly message: string;
};

type Props = {
  readonly texts: LoadingTexts;
  readonly failure?: Failure;
  readonly onRetry?: () => void;
};

/** What is seen before the data are there, or when there is nothing to be seen. */
export function LoadingPage({ texts, failure, onRetry }: Props) {
  return (
    <div class="loading" role="status">
      <p class="loading-name">Rocade</p>
      {failure ? (
        <>
          <p>{saidOf(failure, texts)}</p>
          <button type="button" onClick={onRetry}>
            {texts.retry}
          </button>
        </>
      ) : (
        <p>{texts.loading}</p>
      )}
    </div>
  );
}

function saidOf({ kind, message }: Failure, texts: LoadingTexts): string {
  switch (kind) {
    case "nothing":
      return texts.loadFailed;
    case "unreadable":
      return texts.unreadable(message);
    case "fault":
      return texts.pageFault(message);
  }
}
