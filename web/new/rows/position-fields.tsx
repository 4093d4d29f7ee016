import type { Position } from "geojson";
import { useEffect, useState } from "preact/hooks";
import { METRES_OF, PRECISION_WORDS, type PrecisionWord } from "#import/mapping/precision-words.ts";
import { Choose } from "../screens/choose.tsx";
import type { NewTexts } from "../words/new-texts.ts";

type Props = {
  readonly texts: NewTexts;
  readonly position: Position | null;
  readonly precisionM: number | null;
  readonly onMove: (position: Position, precisionM?: number) => void;
};

const AXES = ["lat", "lon"] as const;
const LIMIT = { lat: 90, lon: 180 } as const;

/** A position as it is typed: it holds once both numbers are there. */
export function PositionFields({ onMove, position, precisionM, texts }: Props) {
  const [lon, lat] = position ?? [];
  const [typed, setTyped] = useState({ lat, lon });
  useEffect(() => setTyped({ lat, lon }), [lat, lon]);
  const type = (axis: (typeof AXES)[number], value: number) => {
    const next = { ...typed, [axis]: Math.abs(value) <= LIMIT[axis] ? value : undefined };
    setTyped(next);
    if (next.lat !== undefined && next.lon !== undefined) onMove([next.lon, next.lat]);
  };
  return (
    <div class="new-numbers">
      {AXES.map((axis) => (
        <label key={axis} class="new-choice">
          <span>{texts.parts[axis]}</span>
          <input
            type="number"
            step="any"
            min={-LIMIT[axis]}
            max={LIMIT[axis]}
            value={typed[axis] ?? ""}
            onChange={({ currentTarget }) => type(axis, currentTarget.valueAsNumber)}
          />
        </label>
      ))}
      {position && (
        <Choose
          label={texts.parts.precision}
          value={PRECISION_WORDS.find((word) => METRES_OF[word] === precisionM) ?? ""}
          options={[
            ["", precisionM === null ? texts.none : texts.metres(precisionM)],
            ...PRECISION_WORDS.map((word) => [word, texts.precisions[word]] as const),
          ]}
          onChoose={(word) => {
            if (word !== "") onMove(position, METRES_OF[word as PrecisionWord]);
          }}
        />
      )}
    </div>
  );
}
