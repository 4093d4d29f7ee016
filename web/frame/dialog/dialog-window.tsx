import type { ComponentType } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { isBrought } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Icon } from "#web/controls/icon.tsx";
import { PartLoading } from "#web/controls/part/part-loading.tsx";
import { usePart } from "#web/controls/part/use-part.ts";
import { type Part, part } from "#web/state/part.ts";
import type { Dialog, OpenDialog } from "#web/state/view-slice.ts";
import { dialogTextsOf } from "./dialog-texts.ts";

const CONTENTS: Readonly<Record<Dialog, Part<ComponentType>>> = {
  picture: part(async () => (await import("#web/panels/picture/picture-dialog.tsx")).PictureDialog),
  embed: part(async () => (await import("#web/panels/embed/embed-dialog.tsx")).EmbedDialog),
};

/** The window over the page that is open, if one is. */
export function DialogWindow() {
  const open = useApp().dialog.value;
  return open && <OpenWindow key={open.opening} {...open} />;
}

/**
 * Opens, and takes the focus, as soon as it is asked for; what it holds is fetched when it is opened first. The browser
 * gives the focus back to where it came from, and tells of the close only later: the reader may have opened another by then.
 */
function OpenWindow({ name, opening }: OpenDialog) {
  const { actions } = useApp();
  const { language, texts } = useTexts();
  const window = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const close = () => window.current?.close();
  useLayoutEffect(() => window.current?.showModal(), []);
  useLayoutEffect(() => title.current?.focus(), [name]);
  const Content = usePart(CONTENTS[name], close);
  const other = name === "picture" ? "embed" : "picture";
  return (
    <dialog
      class={`dialog ${name}-dialog`}
      ref={window}
      aria-labelledby="dialog-title"
      onClose={() => actions.closeDialog(opening)}
      // The keys of the page are not those of the window.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header>
        <h2 id="dialog-title" tabIndex={-1} ref={title}>
          {dialogTextsOf(language)[name]}
        </h2>
        {!isBrought() && (
          <button type="button" onClick={() => actions.turnDialog(other)}>
            {other === "embed" ? texts.embedMap : texts.makePicture}
          </button>
        )}
        <button type="button" aria-label={texts.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {Content ? <Content /> : <PartLoading />}
    </dialog>
  );
}
