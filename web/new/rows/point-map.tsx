import type { Position } from "geojson";
import { useEffect, useRef } from "preact/hooks";
import type { PointMap as Shown } from "#web/map/point/show-point.ts";
import type { NewTexts } from "../words/new-texts.ts";

type Props = {
  readonly texts: NewTexts;
  readonly position: Position | null;
  readonly around: readonly Position[];
  readonly onMove: (position: Position) => void;
};

/** A map on which the point of a row is moved; without the map it is typed, beside it. */
export function PointMap({ around, onMove, position, texts }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const shown = useRef<Shown>(null);
  const moved = useRef(onMove);
  moved.current = onMove;
  useEffect(() => {
    let isGone = false;
    void import("#web/map/point/show-point.ts").then(({ showPoint }) => {
      if (isGone || !root.current) return;
      const onMoved = (to: Position) => moved.current(to);
      const called = texts.handle;
      shown.current = showPoint(root.current, { around, called, position, onMove: onMoved });
    });
    return () => {
      isGone = true;
      shown.current?.end();
    };
  }, []);
  useEffect(() => {
    if (position) shown.current?.moveTo(position);
  }, [position?.[0], position?.[1]]);
  return (
    <div class="new-point">
      <div class="new-point-map" ref={root} />
      <p class="quiet">{texts.handleHow}</p>
    </div>
  );
}
