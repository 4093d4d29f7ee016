import { isOneDay } from "#model/measure/separation-series.ts";
import { presenceIn, type Span, type Window } from "#model/time/span.ts";
import { useTexts } from "#web/controls/app-context.ts";

type Props = { readonly of: { readonly span: Span }; readonly during: Window | null };

/** After the date of a thing in a list of some days: that it only may have happened in them. */
export function PossiblyThen({ of: { span }, during }: Props) {
  const { texts } = useTexts();
  if (!during || presenceIn(span, during) !== "possible") return null;
  return <> · {texts.possiblyThen(isOneDay(during))}</>;
}
