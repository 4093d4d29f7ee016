import { useComputed, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { parseTypedDate } from "#model/time/typed-date.ts";
import { afterRender } from "#web/controls/after-render.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { shownDateInWords } from "#web/state/date-in-words.ts";
import { isInPeriod } from "#web/view/address/period.ts";

/** The date in words; pressed, or by the key D, a field in which one can be typed. */
export function DateField() {
  const app = useApp();
  const { mode, actions } = app;
  const { texts } = useTexts();
  const isTyping = useSignal(false);
  const wrong = useSignal("");
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const date = useComputed(() => shownDateInWords(app));
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
    const isRange = mode.value === "window" && typed.first < typed.last;
    if (isRange) actions.setRange(typed);
    else actions.moveTo(typed.first);
    const days = isRange ? [typed.first, typed.last] : [typed.first];
    if (!days.every((day) => isInPeriod(app.dataset.meta, day)))
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
        title={texts.typeDate}
        onClick={open}
      >
        {date}
      </button>
    );
  return (
    <form class="date-form" onSubmit={submit}>
      <label>
        <span>{texts.typeDate}</span>
        <input
          ref={field}
          type="text"
          placeholder={texts.typedDateExamples}
          aria-invalid={wrong.value !== ""}
          aria-describedby="typed-date-problem"
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            // Closes this, and not the panel too.
            event.stopPropagation();
            close();
          }}
        />
      </label>
      <button type="submit">{texts.go}</button>
      <p id="typed-date-problem" role="alert">
        {wrong}
      </p>
    </form>
  );
}
