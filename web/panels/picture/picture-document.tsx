import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { describeProblem } from "#model/problem.ts";
import { ownColumns } from "#model/question/own-column.ts";
import { isBrought, pageAddress } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Group } from "#web/controls/form-fields.tsx";
import { figureInFile } from "#web/export/figure-in-file.ts";
import { packFigure } from "#web/export/packed-figure.ts";
import { saveFile } from "#web/export/save-file.ts";
import { documentOf, parametersOf } from "#web/view/address/figure-document.ts";
import { readPictureAddress } from "#web/view/address/picture-address.ts";
import { choicesOf, type PictureChoices } from "#web/view/address/picture-choices.ts";
import { editTextsOf } from "./edit-texts.ts";

type Props = {
  /** Of the picture as it is. */
  readonly address: URL;
  /** Of data that nobody else has: how another one looks. */
  readonly onOpen: (choices: PictureChoices) => void;
};

/** The figure as a document, and another one in its place: the page opens what that shows, with its window. */
export function PictureDocument({ address, onOpen }: Props) {
  const { dataset } = useApp();
  const { language } = useTexts();
  const texts = editTextsOf(language);
  const message = useSignal("");
  const file = useRef<HTMLInputElement>(null);
  const open = async (chosen: File) => {
    const figure = figureInFile(new Uint8Array(await chosen.arrayBuffer()));
    if (!figure) {
      message.value = texts.isNone(chosen.name);
      return;
    }
    const { id } = dataset.meta;
    if (figure.dataset?.id !== undefined && figure.dataset.id !== id) {
      message.value = texts.isWrong(chosen.name, texts.ofOther(figure.dataset.id));
      return;
    }
    const asked = new URL(address);
    asked.search = `${parametersOf(figure)}`;
    const read = readPictureAddress(asked, ownColumns(dataset.meta.attributes));
    if (!read.ok) {
      message.value = texts.isWrong(chosen.name, read.problems.map(describeProblem).join("; "));
      return;
    }
    if (isBrought()) {
      onOpen(choicesOf(read.value));
      return;
    }
    const page = pageAddress();
    page.search = "";
    for (const [name, value] of Object.entries(figure.show ?? {}))
      for (const one of typeof value === "string" ? [value] : value)
        page.searchParams.append(name, one);
    page.searchParams.set("lang", figure.lang ?? language);
    if (figure.dataset?.version) page.searchParams.set("v", figure.dataset.version);
    page.hash = `f=${packFigure(figure)}`;
    const isHere = page.pathname === location.pathname && page.search === location.search;
    location.assign(page);
    // Where only what stands behind the hash differs, that alone opens nothing.
    if (isHere) location.reload();
  };
  return (
    <Group title={texts.document}>
      <div class="buttons">
        <button
          type="button"
          onClick={() => {
            const figure = documentOf(address.searchParams, dataset.meta.id);
            const json = `${JSON.stringify(figure, null, 2)}\n`;
            saveFile(new Blob([json], { type: "application/json" }), "figure.json");
          }}
        >
          {texts.save}
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          {texts.open}
        </button>
      </div>
      <input
        ref={file}
        type="file"
        hidden
        accept=".json,.svg,.png,.zip"
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (chosen) void open(chosen);
        }}
      />
      <p role="status">{message.value}</p>
    </Group>
  );
}
