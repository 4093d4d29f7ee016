import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { hasSides } from "#model/dataset/dataset.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Icon } from "#web/controls/icon.tsx";
import { SaidParagraph } from "#web/controls/said.tsx";
import { useDisclosure } from "#web/controls/use-disclosure.ts";
import { groundCreditOf } from "#web/view/words/ground-credit.ts";
import { useKeyEntries } from "./key-entries.tsx";
import { KeyLine } from "./key-line.tsx";
import { KeyShape } from "./key-shapes.tsx";

/** Above and below the key at length, in CSS pixels. */
const GAP = 8;

/**
 * What the marks on the map mean: a line below it with as many of them as it holds, and a button for all, at length. Where
 * there is no room for the line the button is alone, over the map.
 */
export function Key() {
  const { actions, dataset } = useApp();
  const { texts } = useTexts();
  const entries = useKeyEntries();
  const hidden = useSignal(0);
  const { button, close, isOpen, root, toggle } = useDisclosure();
  const sheet = useRef<HTMLDivElement>(null);
  const isShown = isOpen.value;
  useLayoutEffect(() => {
    const map = document.querySelector(".stage")?.clientHeight;
    if (isShown && map) sheet.current?.style.setProperty("--room", `${map - 2 * GAP}px`);
  }, [isShown]);
  return (
    <section
      class="key"
      aria-label={texts.legendTitle}
      data-sides={hasSides(dataset.meta) || undefined}
    >
      {entries.length > 0 && (
        <div class="key-marks" ref={root}>
          <KeyLine
            entries={entries}
            onHidden={(count) => {
              hidden.value = count;
            }}
          />
          <button
            class="key-button"
            ref={button}
            type="button"
            aria-expanded={isOpen.value}
            aria-controls="key-sheet"
            onClick={() => {
              toggle();
              // It may lie over what is selected.
              actions.command({ kind: "sight" });
            }}
          >
            <span class={hidden.value > 0 ? "" : "is-unsaid"}>{texts.keyMore(hidden.value)}</span>
            <span class={hidden.value > 0 ? "is-unsaid" : ""}>{texts.keyAll}</span>
            <span class="key-title">{texts.legendTitle}</span>
          </button>
          <div class="key-sheet" id="key-sheet" ref={sheet} hidden={!isOpen.value}>
            <button
              class="key-close"
              type="button"
              aria-label={texts.close}
              onClick={() => {
                close();
                button.current?.focus();
              }}
            >
              <Icon name="close" />
            </button>
            <h2>{texts.legendTitle}</h2>
            <ul>
              {entries.map(({ id, meaning, shape }) => (
                <li key={id}>
                  <KeyShape>{shape}</KeyShape>
                  <span>{meaning}</span>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <Credit />
    </section>
  );
}

/** Whose data the map shows, and whose ground: always in sight. */
function Credit() {
  const { meta } = useApp().dataset;
  const { language, texts } = useTexts();
  const ground = groundCreditOf(meta, texts, language);
  if (ground === undefined) return <SaidParagraph class="credit" of={meta.credit} />;
  return (
    <div class="credit">
      <SaidParagraph of={meta.credit} />
      <p>{ground}</p>
    </div>
  );
}
