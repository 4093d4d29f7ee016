// The elements of a document of XML, as a tree of what lies within each of some of them. Names go without their prefix.
import { Parser } from "saxen";
import { NotTaken } from "../refusal/refusal.ts";

export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text that stands directly in it. */
  readonly text: string;
};

type Open = {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
};

const DEEPEST = 100;

const local = (name: string) => name.slice(name.indexOf(":") + 1);

/** Why a text is no XML that is read. */
export class WrongXml extends NotTaken {}

/** What the parser complains of; it counts lines from 0. */
export const brokenXml = (line: number | undefined): WrongXml =>
  new WrongXml(["broken-xml", line === undefined ? null : line + 1]);

/**
 * The elements with these names, in their order, each whole; within the outermost of them others are its children. The names
 * of the elements around each come with it, from the root. Entities beyond those of XML are not looked up.
 */
export function elementsNamed(
  xml: string,
  names: ReadonlySet<string>,
): readonly (readonly [element: XmlElement, around: readonly string[]])[] {
  const found: (readonly [XmlElement, readonly string[]])[] = [];
  const around: string[] = [];
  const open: Open[] = [];
  let depth = 0;
  const parser = new Parser();
  parser.on("error", (_, context) => {
    throw brokenXml(context().line);
  });
  parser.on("openTag", (tag, attributes, decode) => {
    depth += 1;
    if (depth > DEEPEST) throw new WrongXml(["deep-xml", DEEPEST]);
    const name = local(tag);
    if (open.length === 0 && !names.has(name)) {
      around.push(name);
      return;
    }
    const own = Object.entries(attributes()).map(([key, value]) => [local(key), decode(value)]);
    open.push({ name, attributes: Object.fromEntries(own), children: [], text: "" });
  });
  parser.on("text", (text, decode) => {
    const last = open.at(-1);
    if (last) last.text += decode(text);
  });
  parser.on("cdata", (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on("closeTag", () => {
    depth -= 1;
    const closed = open.pop();
    if (!closed) around.pop();
    else if (open.length === 0) found.push([closed, [...around]]);
    else open.at(-1)?.children.push(closed);
  });
  parser.parse(xml);
  return found;
}

/** The first child of the name, and of that the next, and so on. */
export function within(element: XmlElement | undefined, ...path: readonly string[]) {
  let at = element;
  for (const name of path) at = at?.children.find((child) => child.name === name);
  return at;
}

export const textIn = (element: XmlElement | undefined, ...path: readonly string[]): string =>
  within(element, ...path)?.text.trim() ?? "";
