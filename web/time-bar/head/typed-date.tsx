import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { parseTypedDate } from "#model/time/typed-date.ts";
import { afterRender } from "#web/controls/after-render.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { isInPeriod } from "#web/view/address/period.ts";
import type { DayRange } from "#web/view/question/time.ts";

type Props = {
  /** The date, as it reads. */
  readonly children: ComponentChildren;
  /** What is to be typed. */
  readonly label: string;
  /** Shows what was typed, and answers the days of it that it shows. */
  readonly onTyped: (typed: DayRange) => DayRange;
};

/** A date in words; pressed, or by the key D, a field in which one can be typed. */
export function TypedDate({ children, label, onTyped }: Props) {
  const { dataset, actions } = useApp();
  const { texts } = useTexts();
  const isTyping = useSignal(false);
  const problem = useId();
  const wrong = useSignal("");
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const open = () => {
    isTyping.value = true;
    wrong.value = "";
    afterRender(() => field.current?.focus());
  };
  const close = () => {
    isTyping.value = false;
    afterRender(() => button.current?.focus());
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const typed = parseTypedDate(field.current?.value ?? "");
    if (!typed) {
      wrong.value = texts.typedDateWrong(field.current?.value ?? "");
      return;
    }
    actions.setPlaying(false);
    actions.beginMove();
    const { first, last } = onTyped(typed);
    if (![first, last].every((day) => isInPeriod(dataset.meta, day)))
      actions.notify({ kind: "outside-period" });
    close();
  };
  if (!isTyping.value)
    return (
      <button
        class="time-date"
        ref={button}
        type="button"
        data-key="type-date"
        title={label}
        onClick={open}
      >
        {children}
      </button>
    );
  return (
    <form class="date-form" onSubmit={submit}>
      <label>
        <span>{label}</span>
        <input
          ref={field}
          type="text"
          placeholder={texts.typedDateExamples}
          aria-invalid={wrong.value !== ""}
          aria-describedby={problem}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            // Closes this, and not the panel too.
            event.stopPropagation();
            close();
          }}
        />
      </label>
      <button type="submit">{texts.go}</button>
      <p id={problem} role="alert">
        {wrong}
      </p>
    </form>
  );
}
