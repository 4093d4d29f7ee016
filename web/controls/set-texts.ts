// Every text that the page shows is typeset where it becomes part of the page: words of the interface, of the data, and
// what is put together of both. What is searched, compared, copied or sent stays as it was written.
import { options, type VNode } from "preact";
import { typeset } from "#model/words/typesetting.ts";

/** From now on texts are typeset as they are rendered; once a page, before the first. */
export function setTexts(): void {
  const before = options.vnode;
  options.vnode = (node) => {
    setText(node);
    before?.(node);
  };
}

/** A text is a node of no type, whose properties are the text itself. */
function setText(node: VNode): void {
  const { props, type } = node as { props: unknown; type: unknown };
  if (type === null && typeof props === "string")
    (node as { props: unknown }).props = typeset(props);
}
