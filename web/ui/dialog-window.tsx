import { useSignal, useSignalEffect } from "@preact/signals";
import type { ComponentType } from "preact";
import { useRef } from "preact/hooks";
import type { Dialog } from "#web/state/view-slice.ts";
import { useApp, useTexts } from "./app-context.ts";

const DIALOGS: Readonly<Record<Dialog, () => Promise<ComponentType>>> = {
  picture: async () => (await import("./picture-dialog.tsx")).PictureDialog,
  embed: async () => (await import("./embed-dialog.tsx")).EmbedDialog,
};

/** The dialog that is open; its code is fetched when it is opened first. The focus goes back to where it came from. */
export function DialogWindow() {
  const { actions, dialog } = useApp();
  const { texts } = useTexts();
  const loaded = useSignal<{ readonly name: Dialog; readonly Content: ComponentType } | null>(null);
  const opener = useRef<Element | null>(null);
  useSignalEffect(() => {
    const name = dialog.value;
    if (name === null) {
      if (opener.current instanceof HTMLElement) opener.current.focus();
      opener.current = null;
      return;
    }
    opener.current ??= document.activeElement;
    DIALOGS[name]().then(
      (Content) => {
        loaded.value = { name, Content };
      },
      () => {
        actions.setDialog(null);
        actions.notify({ kind: "offline" });
      },
    );
  });
  const name = dialog.value;
  if (name === null) return null;
  if (loaded.value?.name !== name)
    return (
      <p class="dialog-loading" role="status">
        {texts.loading}
      </p>
    );
  const { Content } = loaded.value;
  return <Content />;
}
