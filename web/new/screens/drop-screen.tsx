import { useRef, useState } from "preact/hooks";
import type { KeptWork } from "../kept-work.ts";
import type { Brought } from "../reading/brought-files.ts";
import type { NewTexts } from "../words/new-texts.ts";
import { droppedFiles } from "./dropped-files.ts";

type Props = {
  readonly texts: NewTexts;
  readonly kept: KeptWork | undefined;
  readonly onFiles: (files: readonly Brought[]) => void;
  readonly onGoOn: (work: KeptWork) => void;
  readonly onForget: () => void;
};

/** The first screen: what is brought, and where it stays. */
export function DropScreen({ kept, onFiles, onForget, onGoOn, texts }: Props) {
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const chosen = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    if (files.length > 0)
      onFiles(files.map((one) => ({ path: one.webkitRelativePath || one.name, file: one })));
  };
  return (
    <section class="new-screen new-drop">
      <h1 tabIndex={-1}>{texts.title}</h1>
      <p class="new-lead">{texts.needs}</p>
      {kept && (
        <div class="new-kept">
          <p>
            {texts.kept(
              kept.name,
              new Date(kept.keptAt).toLocaleString(texts.locale, {
                dateStyle: "long",
                timeStyle: "short",
              }),
            )}{" "}
            <span class="quiet">{texts.keptWhere}</span>
          </p>
          <p class="new-buttons">
            <button type="button" class="new-button" onClick={() => onGoOn(kept)}>
              {texts.goOn}
            </button>
            <button type="button" class="new-link" onClick={onForget}>
              {texts.forget}
            </button>
          </p>
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is dropped here can be chosen by the buttons in it */}
      <div
        class={isOver ? "new-zone is-over" : "new-zone"}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(onFiles);
        }}
      >
        <p class="new-zone-words">{texts.drop}</p>
        <p class="new-buttons">
          <button type="button" class="new-primary" onClick={() => file.current?.click()}>
            {texts.chooseFile}
          </button>
          <button type="button" class="new-link" onClick={() => folder.current?.click()}>
            {texts.chooseFolder}
          </button>
        </p>
        <p class="quiet">{texts.dropMore}</p>
        <input
          ref={file}
          class="new-file"
          type="file"
          multiple
          hidden
          onChange={(event) => chosen(event.currentTarget)}
        />
        <input
          ref={folder}
          type="file"
          hidden
          {...{ webkitdirectory: true }}
          onChange={(event) => chosen(event.currentTarget)}
        />
      </div>
      <p class="new-private">{texts.private}</p>
    </section>
  );
}
