import { useSignal } from "@preact/signals";
import { isBrought, verifyAddress } from "#web/api/own-address.ts";
import { useTexts } from "#web/controls/app-context.ts";
import { CopyButton } from "#web/controls/copy-button.tsx";
import { convertPicture } from "#web/export/fetch-picture.ts";
import type { PictureSource } from "#web/export/picture-source.ts";
import { saveFile } from "#web/export/save-file.ts";
import type { PictureTexts } from "./picture-texts.ts";

type Props = {
  readonly source: PictureSource;
  /** The address of the picture as a PNG, which says what it shows. */
  readonly address: URL;
  readonly texts: PictureTexts;
};

const FILES = ["png", "pdf", "svg", "outlines", "webp", "jpeg", "zip", "kit"] as const;
type File = (typeof FILES)[number];

/** What each is made of. */
const madeOf = (file: File) => (file === "webp" || file === "jpeg" ? "png" : file);
const ENDINGS: Readonly<Partial<Record<File, string>>> = {
  outlines: "svg",
  jpeg: "jpg",
  kit: "kit.zip",
};

/** The picture as a file, each a click. */
export function PictureFiles({ address, source, texts }: Props) {
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
      const drawn = await source.draw(madeOf(file));
      const blob =
        file === "webp" || file === "jpeg" ? await convertPicture(drawn, `image/${file}`) : drawn;
      const name = nameOf(address, ENDINGS[file] ?? file);
      saveFile(blob, name);
      return texts.saved(name);
    });
  const copy = () =>
    work(async () => {
      if (!("ClipboardItem" in window)) return texts.noClipboard;
      // A promise, because some browsers allow writing only in the moment of the click.
      const item = new ClipboardItem({ "image/png": source.draw("png") });
      await navigator.clipboard.write([item]);
      return common.copied;
    });
  return (
    <fieldset class="group picture-files">
      <legend>{texts.files}</legend>
      <div class="buttons">
        {FILES.filter((file) => source.files.includes(madeOf(file))).map((file) => (
          <button key={file} type="button" aria-disabled={isBusy.value} onClick={() => save(file)}>
            {texts.kinds[file]}
          </button>
        ))}
        <button type="button" aria-disabled={isBusy.value} onClick={copy}>
          {texts.copyPicture}
        </button>
        {!isBrought() && <CopyButton text={address.href} label={texts.copyAddress} />}
      </div>
      <p role="status">{message.value}</p>
      <p class="quiet">
        {isBrought() ? (
          texts.drawnHere
        ) : (
          <>
            {texts.carriesProof} <a href={verifyAddress(language)}>{common.aboutVerify}</a>
          </>
        )}
      </p>
    </fieldset>
  );
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
