import { stridesOf } from "#model/time/strides.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Heading } from "#web/panels/record/record-parts.tsx";

/** The keys, as they work. */
export function HelpView() {
  const { period } = useApp();
  const { texts } = useTexts();
  const [arrow, shifted, page, shiftedPage] = stridesOf(period).keys;
  const keys: readonly (readonly [readonly string[], string])[] = [
    [["Space", "K"], texts.keyPlay],
    [["←", "→"], texts.keyArrow(arrow)],
    [["⇧ ←", "⇧ →"], texts.stride(shifted)],
    [["Page ↑", "Page ↓"], texts.stride(page)],
    [["⇧ Page ↑", "⇧ Page ↓"], texts.stride(shiftedPage)],
    [["Home", "End"], texts.keyEnds],
    [[",", "."], texts.keyEvent],
    [["<", ">"], texts.keySpeed],
    [["[", "]"], texts.keyPeriod],
    [["D"], texts.keyType],
    [["T"], texts.keyBar],
    [["C"], texts.keyCertain],
    [["W", "S"], texts.keyMode],
    [["{", "}"], texts.keyWindow],
    [["+", "−", "0"], texts.keyAxis],
    [["/", "Ctrl K"], texts.keySearch],
    [["Esc"], texts.keyEscape],
    [["?"], texts.keyHelp],
  ];
  return (
    <article class="record">
      <Heading kind={texts.help}>{texts.keysTitle}</Heading>
      <dl class="keys">
        {keys.map(([names, meaning]) => (
          <div key={meaning}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
