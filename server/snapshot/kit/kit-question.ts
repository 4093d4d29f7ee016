// What is asked of a kit, and the address of each of its pictures, which are ordinary ones.
import { type Problem, quote } from "#model/problem.ts";
import { ownColumns } from "#model/question/own-column.ts";
import { readPictureAddress } from "#web/view/address/picture-address.ts";
import { NOT_OF_KIT } from "#web/view/address/picture-path.ts";
import { readableQuery } from "#web/view/address/url.ts";
import type { AskedPicture } from "../asked-picture.ts";
import { type KitTheme, WIDTHS } from "./kit-picture.ts";

/** What of an address a kit does not take. */
export const refusedByKit = ({ searchParams }: URL): Problem[] =>
  NOT_OF_KIT.filter((name) => searchParams.has(name)).map((name) => ({
    name,
    got: quote(searchParams.get(name) ?? ""),
    allowed: `not of a kit, which has each picture ${WIDTHS.join(", ")} pixels wide, with live text`,
  }));

/** Of a crowd each picture takes seconds: it is drawn in one theme alone, and in pixels once. */
export const isLarge = ({ crowd }: AskedPicture): boolean => crowd !== undefined && crowd !== null;

/** The theme that was asked for, or else both. */
export const themesOf = (asked: AskedPicture): readonly KitTheme[] =>
  asked.address.searchParams.has("theme") || isLarge(asked)
    ? [asked.question.theme]
    : ["light", "dark"];

/** The picture of the kit with other parameters; those that are undefined are taken away. */
export function variantOf(
  asked: AskedPicture,
  parameters: Readonly<Record<string, string | undefined>>,
): AskedPicture {
  const address = new URL("snapshot.svg", asked.address);
  address.search = asked.address.search;
  for (const [name, value] of Object.entries(parameters))
    if (value === undefined) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  address.search = readableQuery(address.search);
  const read = readPictureAddress(address, ownColumns(asked.dataset.meta.attributes));
  if (!read.ok) throw new Error(`a picture of a kit is asked for wrongly: ${address.search}`);
  return { ...asked, address, question: read.value };
}
