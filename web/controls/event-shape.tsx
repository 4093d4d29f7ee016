import type { MarkSymbol } from "#model/dataset/declared.ts";
import {
  EVENT_DOT,
  EVENT_RADIUS,
  EVENT_SHAPES,
  EVENT_STROKES,
  POSSIBLE_DASH,
  POSSIBLE_OPACITY,
} from "#web/view/figure/map/glyphs.ts";

type Props = { readonly symbol: MarkSymbol; readonly isCertain?: boolean };

/** The mark of an event around the origin of a drawing, as the map draws it. */
export function EventShape({ symbol, isCertain = true }: Props) {
  const [stroke, shape] = [EVENT_STROKES[symbol], EVENT_SHAPES[symbol]];
  return (
    <g class="event-shape" data-symbol={symbol}>
      <circle
        class="event-ring"
        r={EVENT_RADIUS}
        {...(isCertain ? {} : { "stroke-dasharray": POSSIBLE_DASH })}
      />
      <g {...(isCertain ? {} : { opacity: POSSIBLE_OPACITY })}>
        {stroke && <path class="event-stroke" d={stroke} />}
        {!stroke && shape && <path d={shape} />}
        {!stroke && !shape && <circle r={EVENT_DOT} />}
      </g>
    </g>
  );
}
