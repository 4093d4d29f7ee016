import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

export type Size = { readonly width: number; readonly height: number };

/** The size of an element in CSS pixels, told anew when it gets another one; 0 until it is known. */
export function useSize(element: RefObject<Element | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => {
      const { height, width } = current.getBoundingClientRect();
      setSize((before) =>
        before.width === width && before.height === height ? before : { width, height },
      );
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(current);
    return () => sizes.disconnect();
  }, [element]);
  return size;
}
