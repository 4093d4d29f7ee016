import { useSignal } from "@preact/signals";
import { verifyAddress } from "#web/api/own-address.ts";
import { useTexts } from "#web/controls/app-context.ts";
import { CopyButton } from "#web/controls/copy-button.tsx";
import { convertPicture, fetchPicture } from "#web/export/fetch-picture.ts";
import { saveFile } from "#web/export/save-file.ts";
import type { PictureTexts } from "./picture-texts.ts";

type Props = {
  /** The address of the picture in a format of the server. */
  readonly address: (format: "svg" | "png" | "pdf" | "zip") => URL;
  readonly texts: PictureTexts;
};

const FILES = ["png", "pdf", "svg", "outlines", "webp", "jpeg", "zip"] as const;
type File = (typeof FILES)[number];

/** The picture as a file, each a click. */
export function PictureFiles({ address, texts }: Props) {
  const { language, texts: common } = useTexts();
  const message = useSignal("");
  const isBusy = useSignal(false);
  const work = async (what: () => Promise<string>) => {
    // The buttons say so and keep the focus, which browsers take from one that is disabled.
    if (isBusy.peek()) return;
    isBusy.value = true;
    message.value = texts.working;
    try {
      message.value = await what();
    } catch (error) {
      message.value = texts.failed(error instanceof Error ? error.message : String(error));
    } finally {
      isBusy.value = false;
    }
  };
  const save = (file: File) =>
    work(async () => {
      const { blob, name } = await make(file, address);
      saveFile(blob, name);
      return texts.saved(name);
    });
  const copy = () =>
    work(async () => {
      if (!("ClipboardItem" in window)) return texts.noClipboard;
      // A promise, because some browsers allow writing only in the moment of the click.
      const item = new ClipboardItem({ "image/png": fetchPicture(address("png")) });
      await navigator.clipboard.write([item]);
      return common.copied;
    });
  return (
    <fieldset class="group picture-files">
      <legend>{texts.files}</legend>
      <div class="buttons">
        {FILES.map((file) => (
          <button key={file} type="button" aria-disabled={isBusy.value} onClick={() => save(file)}>
            {texts.kinds[file]}
          </button>
        ))}
        <button type="button" aria-disabled={isBusy.value} onClick={copy}>
          {texts.copyPicture}
        </button>
        <CopyButton text={address("png").href} label={texts.copyAddress} />
      </div>
      <p role="status">{message.value}</p>
      <p class="quiet">
        {texts.carriesProof} <a href={verifyAddress(language)}>{common.aboutVerify}</a>
      </p>
    </fieldset>
  );
}

async function make(file: File, address: Props["address"]): Promise<{ blob: Blob; name: string }> {
  if (file === "webp" || file === "jpeg") {
    const url = address("png");
    const blob = await convertPicture(await fetchPicture(url), `image/${file}`);
    return { blob, name: nameOf(url, file === "jpeg" ? "jpg" : file) };
  }
  const url = address(file === "outlines" ? "svg" : file);
  if (file === "outlines") url.searchParams.set("text", "outlines");
  return { blob: await fetchPicture(url), name: nameOf(url, file === "outlines" ? "svg" : file) };
}

/** `rocade-2014-05-27-en.png` */
function nameOf({ searchParams }: URL, ending: string): string {
  const parts = ["dates", "time", "date", "compare", "lang"].flatMap(
    (name) => searchParams.get(name) ?? [],
  );
  return `${["rocade", ...parts]
    .join("-")
    .replace(/[^\w.-]+/g, "-")
    .slice(0, 100)}.${ending}`;
}
