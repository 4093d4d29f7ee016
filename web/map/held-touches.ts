import type { HeldTouches } from "#web/state/laid-over.ts";

const PASSIVE = { passive: true };

/**
 * Holds what fingers are on in a drawing, when it is drawn anew meanwhile: a touch ends unheard where its target has left
 * the page. `container`: the element that hears the touches, and in which the drawing is.
 */
export function holdTouched(root: SVGSVGElement, container: HTMLElement): HeldTouches {
  const touched = new Set<Node>();
  const held = document.createElementNS(root.namespaceURI, "g") as SVGGElement;
  held.setAttribute("display", "none");
  root.append(held);
  const hold = ({ changedTouches }: TouchEvent) => {
    for (const { target } of changedTouches)
      if (target instanceof Node && root.contains(target)) touched.add(target);
  };
  const letGo = ({ touches }: TouchEvent) => {
    if (touches.length > 0) return;
    touched.clear();
    held.replaceChildren();
  };
  container.addEventListener("touchstart", hold, PASSIVE);
  container.addEventListener("touchend", letGo, PASSIVE);
  container.addEventListener("touchcancel", letGo, PASSIVE);
  return {
    keep: () => {
      for (const node of touched) if (!node.isConnected) held.append(node.getRootNode());
    },
    end: () => {
      container.removeEventListener("touchstart", hold);
      container.removeEventListener("touchend", letGo);
      container.removeEventListener("touchcancel", letGo);
    },
  };
}
