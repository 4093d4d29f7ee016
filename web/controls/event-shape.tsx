import type { MarkSymbol } from "#model/dataset/declared.ts";
import {
  EVENT_DOT,
  EVENT_RADIUS,
  EVENT_SHAPES,
  EVENT_STROKES,
} from "#web/view/figure/map/glyphs.ts";

/** The mark of an event around the origin of a drawing, as the map draws it. */
export function EventShape({ symbol }: { readonly symbol: MarkSymbol }) {
  const [stroke, shape] = [EVENT_STROKES[symbol], EVENT_SHAPES[symbol]];
  return (
    <g class="event-shape" data-symbol={symbol}>
      <circle class="event-ring" r={EVENT_RADIUS} />
      {stroke && <path class="event-stroke" d={stroke} />}
      {!stroke && shape && <path d={shape} />}
      {!stroke && !shape && <circle r={EVENT_DOT} />}
    </g>
  );
}
