import type { ChangeKind } from "#model/change/change-kind.ts";
import { CHANGE_SHAPES } from "#web/view/versions/change-shapes.ts";

/** The mark of a kind of change, as the map has it. */
export function ChangeMark({ kind }: { readonly kind: ChangeKind }) {
  const { outline, sign } = CHANGE_SHAPES[kind];
  return (
    <svg class={`change-mark change-${kind}`} viewBox="-13 -13 26 26" aria-hidden="true">
      <path class="change-outline" d={outline} />
      <path class="change-sign" d={sign} />
    </svg>
  );
}
