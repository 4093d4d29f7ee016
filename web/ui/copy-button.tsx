import { useSignal } from "@preact/signals";

type Props = {
  readonly text: string;
  readonly label: string;
  /** Said once it is copied. */
  readonly done: string;
};

export function CopyButton({ text, label, done }: Props) {
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
      <span aria-live="polite">{isDone.value ? done : label}</span>
    </button>
  );
}
