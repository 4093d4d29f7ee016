import type { Pixel } from "#web/view/drawing/projection.ts";

/** Units of the layout. */
const STEP = 8;
const WAYS = [
  ["left", "←", [-STEP, 0]],
  ["right", "→", [STEP, 0]],
  ["up", "↑", [0, -STEP]],
  ["down", "↓", [0, STEP]],
] as const;

/** Four buttons that move something a little. */
export function Nudges({
  what,
  texts,
  onMove,
}: {
  /** What is moved. */
  readonly what: string;
  readonly texts: Readonly<Record<(typeof WAYS)[number][0], string>>;
  readonly onMove: (by: Pixel) => void;
}) {
  return (
    <fieldset class="buttons nudges" aria-label={what}>
      <span aria-hidden="true">{what}</span>
      {WAYS.map(([way, sign, by]) => (
        <button
          key={way}
          type="button"
          aria-label={texts[way]}
          title={texts[way]}
          onClick={() => onMove(by)}
        >
          {sign}
        </button>
      ))}
    </fieldset>
  );
}
