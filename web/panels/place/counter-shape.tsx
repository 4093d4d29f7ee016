import type { CounterLook } from "#web/view/counted/counted-marks.ts";

const SHAPES: Readonly<Record<CounterLook["shape"], string>> = {
  square: "M-4 -4h8v8h-8z",
  disc: "M-4.5 0a4.5 4.5 0 1 1 9 0a4.5 4.5 0 1 1 -9 0z",
  triangle: "M0 -5.2 5 3.6h-10z",
  diamond: "M0 -5.5 5.5 0 0 5.5 -5.5 0z",
};

/** The mark of a kind of counter around the origin of a drawing: kinds differ by shape, and by whether it is filled. */
export function CounterShape({ look }: { readonly look: CounterLook }) {
  return (
    <path
      class={look.isFilled ? "counter-shape" : "counter-shape is-hollow"}
      data-counter={look.colour}
      d={SHAPES[look.shape]}
    />
  );
}
