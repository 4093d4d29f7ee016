import { useTexts } from "#web/controls/app-context.ts";
import { Heading } from "#web/panels/record/record-parts.tsx";

/** The keys, as they work. */
export function HelpView() {
  const { texts } = useTexts();
  const keys: readonly (readonly [readonly string[], string])[] = [
    [["Space", "K"], texts.keyPlay],
    [["←", "→"], texts.keyDay],
    [["⇧ ←", "⇧ →"], texts.keyWeek],
    [["Page ↑", "Page ↓"], texts.keyMonth],
    [["⇧ Page ↑", "⇧ Page ↓"], texts.keyYear],
    [["Home", "End"], texts.keyEnds],
    [[",", "."], texts.keyEvent],
    [["<", ">"], texts.keySpeed],
    [["T"], texts.keyType],
    [["C", "W"], texts.keyMode],
    [["[", "]"], texts.keyWindow],
    [["+", "−", "0"], texts.keyAxis],
    [["/"], texts.keySearch],
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
