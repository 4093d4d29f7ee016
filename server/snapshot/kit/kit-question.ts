// What is asked of a kit, and the address of each of its pictures, which are ordinary ones.
import { failed, quote, type Result } from "#model/problem.ts";
import { type OwnColumn, ownColumns } from "#model/question/own-column.ts";
import {
  PICTURE_PARAMETERS,
  type PictureQuestion,
  readPictureAddress,
} from "#web/view/address/picture-address.ts";
import { NOT_OF_KIT } from "#web/view/address/picture-path.ts";
import { readableQuery } from "#web/view/address/url.ts";
import type { AskedPicture } from "../asked-picture.ts";
import { type KitTheme, WIDTHS } from "./kit-picture.ts";

const REFUSED: readonly string[] = NOT_OF_KIT;
const TAKEN = PICTURE_PARAMETERS.filter((name) => !REFUSED.includes(name));
const EACH_PICTURE = `${WIDTHS.slice(0, -1).join(", ")} and ${WIDTHS.at(-1)} pixels wide, with live text`;

/** Reads the address of a kit: that of a picture but for what a kit decides itself, which is refused. */
export function readKitAddress(
  address: URL,
  columns: readonly OwnColumn[],
): Result<PictureQuestion> {
  const rest = new URL(address);
  for (const name of NOT_OF_KIT) rest.searchParams.delete(name);
  const read = readPictureAddress(rest, columns, TAKEN);
  const refused = NOT_OF_KIT.filter((name) => address.searchParams.has(name)).map((name) => ({
    name,
    got: quote(address.searchParams.get(name) ?? ""),
    allowed: `no value: a kit has each picture ${EACH_PICTURE}`,
  }));
  return refused.length === 0 ? read : failed(...refused, ...(read.ok ? [] : read.problems));
}

/** Of a crowd each picture takes seconds: it is drawn in one theme alone, and in pixels once. */
export const isLarge = ({ crowd }: AskedPicture): boolean => crowd !== undefined && crowd !== null;

/** The theme that was asked for, or that of which colours of a house were; else both. */
export const themesOf = (asked: AskedPicture): readonly KitTheme[] =>
  ["theme", "colours"].some((name) => asked.address.searchParams.has(name)) || isLarge(asked)
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
