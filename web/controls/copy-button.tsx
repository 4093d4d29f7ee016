import { useSignal } from "@preact/signals";
import { useTexts } from "./app-context.ts";

export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const { texts } = useTexts();
  const isDone = useSignal(false);
  return (
    <button
      type="button"
      onClick={async () => {
        try {
          await navigator.clipboard.writeText(text);
        } catch {
          // Pages that are not served safely have no clipboard; the text stands beside the button.
          return;
        }
        isDone.value = true;
        setTimeout(() => {
          isDone.value = false;
        }, 2000);
      }}
    >
      <span aria-live="polite">{isDone.value ? texts.copied : label}</span>
    </button>
  );
}
