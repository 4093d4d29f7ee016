/** A group that a rectangle of its own cuts off, as the figure draws maps. */
const CLIPPED =
  /<g\b([^>]*?) clip-path="url\(#([^)"]+)\)"([^>]*)><clipPath id="\2"><rect ([^>]*?)\/?>(?:<\/rect>)?<\/clipPath>/;
const TAG = /<g\b[^>]*?(\/?)>|<\/g>/g;

/**
 * The same drawing with nested views in the place of groups that a rectangle cuts off. The converter to PDF asks for the
 * bounds of all that is in such a group, which takes the square of the time of what it draws; a view it cuts off at once.
 * Other programs do not cut nested views off, so that the figure itself has none.
 */
export function withClippedViews(svg: string): string {
  const found = CLIPPED.exec(svg);
  if (!found) return svg;
  const [head, before = "", , after = "", rect = ""] = found;
  const from = found.index + head.length;
  const until = endOfGroup(svg, from);
  const view = ["x", "y", "width", "height"].map((name) => attribute(rect, name)).join(" ");
  return [
    svg.slice(0, found.index),
    `<g${before}${after}><svg ${rect.trim()} viewBox="${view}" overflow="hidden">`,
    withClippedViews(svg.slice(from, until)),
    "</svg></g>",
    withClippedViews(svg.slice(until + "</g>".length)),
  ].join("");
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? "0";

/** Where the end tag is of the group in which a place is. */
function endOfGroup(svg: string, from: number): number {
  let depth = 1;
  TAG.lastIndex = from;
  for (let tag = TAG.exec(svg); tag; tag = TAG.exec(svg)) {
    if (tag[0] === "</g>") depth -= 1;
    else if (tag[1] !== "/") depth += 1;
    if (depth === 0) return tag.index;
  }
  throw new Error("a group has no end");
}
