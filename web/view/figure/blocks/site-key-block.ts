// The names of the sites that stand on the map by numbers.

import { formatPeople } from "#web/i18n/format.ts";
import type { Messages } from "#web/i18n/messages.ts";
import { setParagraph } from "#web/view/figure/type/text.ts";
import { shortNameOf } from "#web/view/words/short-name.ts";
import type { FigureInput } from "../figure-input.ts";
import { type Block, EMPTY, named } from "./block.ts";

const SIZE = 14;

export function siteKeyBlock(input: FigureInput, texts: Messages, width: number): Block {
  const { dataset, language, moments, numbers, palette } = input;
  if (!numbers || numbers.size === 0) return EMPTY;
  const entries = [...numbers].flatMap(([id, number]) => {
    const sites = moments.flatMap(({ scene }) =>
      scene.sites.filter(({ place }) => place.id === id),
    );
    const [site] = sites;
    if (!site) return [];
    const name = shortNameOf(dataset.meta, site.place, language);
    // Of several dates a figure would be that of one of them.
    const people = sites.length === 1 && site.people ? formatPeople(site.people, language) : "";
    return `${number}\u00a0${people === "" ? name : texts.aside(name, people)}`;
  });
  const text = `${texts.figureNumbered} ${entries.join(" · ")}`;
  return named(
    "site-key",
    setParagraph({ text, size: SIZE, face: "regular", fill: palette.ink }, width),
  );
}
