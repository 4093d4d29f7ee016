import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { dialogTextsOf } from "#web/i18n/dialog-texts.ts";
import type { Dialog } from "#web/state/view-slice.ts";
import { useApp, useTexts } from "./app-context.ts";
import { Icon } from "./icon.tsx";

const CONTENTS: Readonly<Record<Dialog, () => Promise<ComponentType>>> = {
  picture: async () => (await import("./picture-dialog.tsx")).PictureDialog,
  embed: async () => (await import("./embed-dialog.tsx")).EmbedDialog,
};

/** The window over the page that is open, if one is. */
export function DialogWindow() {
  const name = useApp().dialog.value;
  return name && <OpenWindow name={name} />;
}

/**
 * Opens, and takes the focus, as soon as it is asked for; what it holds is fetched when it is opened first. The browser
 * gives the focus back to where it came from.
 */
function OpenWindow({ name }: { readonly name: Dialog }) {
  const { actions } = useApp();
  const { language, texts } = useTexts();
  const loaded = useSignal<{ readonly name: Dialog; readonly Content: ComponentType } | null>(null);
  const window = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const close = () => window.current?.close();
  useLayoutEffect(() => window.current?.showModal(), []);
  useLayoutEffect(() => title.current?.focus(), [name]);
  useLayoutEffect(() => {
    let isWanted = true;
    CONTENTS[name]().then(
      (Content) => {
        if (isWanted) loaded.value = { name, Content };
      },
      () => {
        if (!isWanted) return;
        close();
        actions.notify({ kind: "offline" });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [name]);
  const other = name === "picture" ? "embed" : "picture";
  const Content = loaded.value?.name === name ? loaded.value.Content : null;
  return (
    <dialog
      class={`dialog ${name}-dialog`}
      ref={window}
      aria-labelledby="dialog-title"
      onClose={() => actions.setDialog(null)}
      // The keys of the page are not those of the window.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header>
        <h2 id="dialog-title" tabIndex={-1} ref={title}>
          {dialogTextsOf(language)[name]}
        </h2>
        <button type="button" onClick={() => actions.setDialog(other)}>
          {other === "embed" ? texts.embedMap : texts.makePicture}
        </button>
        <button type="button" aria-label={texts.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {Content ? (
        <Content />
      ) : (
        <p class="dialog-loading" role="status">
          {texts.loading}
        </p>
      )}
    </dialog>
  );
}
