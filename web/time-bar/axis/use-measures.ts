import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

export type Measures = {
  /** Of the element, in CSS pixels; 0 until it is known. */
  readonly width: number;
  /** How wide a text is in the type of the element, in CSS pixels, at a weight of it. */
  readonly textWidth: (text: string, weight: number) => number;
};

const UNKNOWN: Measures = { width: 0, textWidth: () => 0 };

/** The width of an element and of texts in its type; told anew when it gets another one, and when its font has come. */
export function useMeasures(element: RefObject<HTMLElement | null>): Measures {
  const [measures, setMeasures] = useState(UNKNOWN);
  useLayoutEffect(() => {
    const { current } = element;
    const pen = document.createElement("canvas").getContext("2d");
    if (!current || !pen) return;
    const measure = () => {
      const { fontFamily, fontSize } = getComputedStyle(current);
      const textWidth: Measures["textWidth"] = (text, weight) => {
        pen.font = `${weight} ${fontSize} ${fontFamily}`;
        return pen.measureText(text).width;
      };
      setMeasures({ width: current.clientWidth, textWidth });
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(current);
    document.fonts.addEventListener("loadingdone", measure);
    return () => {
      sizes.disconnect();
      document.fonts.removeEventListener("loadingdone", measure);
    };
  }, [element]);
  return measures;
}
