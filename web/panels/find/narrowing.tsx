import type { ComponentChildren } from "preact";
import { useTexts } from "#web/controls/app-context.ts";
import { formatNumber } from "#web/i18n/format.ts";

type Props = {
  readonly title: string;
  /** How many values the filter has of it. */
  readonly chosen: number;
  /** Two bounds beside each other, or values below each other. */
  readonly isRange?: boolean;
  readonly children: ComponentChildren;
};

/**
 * One way of narrowing what is found: a button in a row of them, which says how much is chosen by it and opens its values
 * below. One is open at a time, so that what is found stays in sight.
 */
export function Narrowing({ children, chosen, isRange = false, title }: Props) {
  const { language } = useTexts();
  return (
    <details class="narrowing" name="narrowing">
      <summary>
        {title}
        {chosen > 0 && <b class="narrowed">{formatNumber(chosen, language)}</b>}
      </summary>
      <fieldset class={isRange ? "facet range" : "facet"} aria-label={title}>
        {children}
      </fieldset>
    </details>
  );
}
