import { useLayoutEffect, useRef } from "preact/hooks";
import type { NewTexts } from "../words/new-texts.ts";

type Props = {
  readonly texts: NewTexts;
  readonly isMapped: boolean;
  readonly file: string;
  readonly onPackage: () => void;
  readonly onMapping: () => void;
  readonly onClose: () => void;
};

/** What somebody has of it at the end: files, and the way to publish them elsewhere. */
export function TakeAway({ file, isMapped, onClose, onMapping, onPackage, texts }: Props) {
  const window = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => window.current?.showModal(), []);
  return (
    <dialog class="new-take" ref={window} aria-labelledby="take-title" onClose={onClose}>
      <h2 id="take-title">{texts.takeTitle}</h2>
      <p>{texts.takeLead}</p>
      <dl>
        <dt>
          <button type="button" class="new-primary" onClick={onPackage}>
            {texts.package}
          </button>
        </dt>
        <dd>{texts.packageMeans}</dd>
        {isMapped && (
          <>
            <dt>
              <button type="button" class="new-button" onClick={onMapping}>
                {texts.mapping}
              </button>
            </dt>
            <dd>{texts.mappingMeans}</dd>
          </>
        )}
      </dl>
      <h3>{texts.publish}</h3>
      <p>{texts.publishMeans}</p>
      <pre>
        <code>{`npm run import -- ${file}`}</code>
      </pre>
      <p class="new-buttons">
        <button type="button" class="new-button" onClick={() => window.current?.close()}>
          {texts.close}
        </button>
      </p>
    </dialog>
  );
}
