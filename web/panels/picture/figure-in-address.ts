// The figure in the making behind the hash of the page: how it looks. What it shows the page's own address says.
import type { OwnColumn } from "#model/question/own-column.ts";
import { packFigure, unpackFigure } from "#web/export/packed-figure.ts";
import { documentOf, parametersOf } from "#web/view/address/figure-document.ts";
import { PAGE_PARAMETERS, readPictureAddress } from "#web/view/address/picture-address.ts";
import { choicesOf, type PictureChoices } from "#web/view/address/picture-choices.ts";

/** `address`: of the picture. */
export function packedLook(address: URL, id: string): string {
  const parameters = new URLSearchParams(address.searchParams);
  for (const name of PAGE_PARAMETERS) if (name !== "distances") parameters.delete(name);
  return packFigure(documentOf(parameters, id));
}

/** The choices of a packed document; undefined where it is none, or says what no picture can be. */
export function choicesIn(
  packed: string | null,
  page: URL,
  columns: readonly OwnColumn[],
): PictureChoices | undefined {
  const figure = packed === null ? undefined : unpackFigure(packed);
  if (!figure) return undefined;
  try {
    const address = new URL("./", page);
    address.search = `${parametersOf(figure)}`;
    const read = readPictureAddress(address, columns);
    return read.ok ? choicesOf(read.value) : undefined;
  } catch {
    // Whatever somebody put there.
    return undefined;
  }
}
