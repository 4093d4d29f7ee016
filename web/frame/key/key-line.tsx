import { useLayoutEffect, useRef } from "preact/hooks";
import type { KeyEntry } from "./key-entries.tsx";
import { KeyShape } from "./key-shapes.tsx";

type KeyLineProps = {
  readonly entries: readonly KeyEntry[];
  /** Told how many of them it does not hold. */
  readonly onHidden: (count: number) => void;
};

/** Of an entry on a second line nothing is in sight, of one on the first all. */
const IN_SIGHT = 0.5;

/**
 * As many entries as one line holds: what would stand on a second one is not there for anybody. Which these are the browser
 * tells once it has laid out the page: asked for at each step of the date, it took a third of the time of a scrub.
 */
export function KeyLine({ entries, onHidden }: KeyLineProps) {
  const list = useRef<HTMLUListElement>(null);
  const observer = useRef<IntersectionObserver>(null);
  const items = () => [...(list.current?.querySelectorAll("li") ?? [])];
  const tell = () => onHidden(items().filter((one) => one.style.visibility === "hidden").length);
  useLayoutEffect(() => {
    observer.current = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting, rootBounds } of changes) {
          // On telephones the line itself is not there.
          const isHidden = !isIntersecting && rootBounds !== null && rootBounds.height > 0;
          if (target instanceof HTMLElement) target.style.visibility = isHidden ? "hidden" : "";
        }
        tell();
      },
      { root: list.current, threshold: IN_SIGHT },
    );
    return () => observer.current?.disconnect();
  }, []);
  const ids = entries.map(({ id }) => id).join(" ");
  // One that has gone may have been hidden; the observer says nothing of it.
  useLayoutEffect(() => {
    for (const one of items()) observer.current?.observe(one);
    tell();
  }, [ids]);
  return (
    <ul class="key-line" ref={list}>
      {entries.map(({ id, name, shape }) => (
        <li key={id} data-key-of={id}>
          <KeyShape>{shape}</KeyShape>
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}
