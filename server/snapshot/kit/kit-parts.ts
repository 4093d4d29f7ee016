// What a kit is made of before it is written: its pictures, its words, and where the map itself is.

import type { StoryStep } from "#model/record/narrative.ts";
import type { Language } from "#model/words/language.ts";
import { embedAddress } from "#web/view/address/embed-options.ts";
import { isOwnMachine } from "#web/view/address/own-machine.ts";
import { PICTURE_PARAMETERS } from "#web/view/address/picture-address.ts";
import type { FigureInput } from "#web/view/figure/figure-input.ts";
import type { AskedPicture } from "../asked-picture.ts";
import type { WordsBeside } from "../sidecar/words-beside.ts";
import type { DrawnFigure } from "./draw-figure.ts";
import type { KitPicture } from "./kit-picture.ts";

/** With the date in words. */
export type DatedPicture = KitPicture & { readonly date: string };

export type KitParts = {
  /** At the normalised address of the kit. */
  readonly asked: AskedPicture;
  readonly figure: DrawnFigure;
  /** Two dates to be laid over each other, the earlier first. */
  readonly pair: readonly [DatedPicture, DatedPicture] | undefined;
  readonly steps: readonly { readonly step: StoryStep; readonly picture: DatedPicture }[];
  /** How many steps a story has that is too long for a picture of each; 0 where none is left out. */
  readonly stepsLeftOut: number;
  /** In every language, that of the kit among them. */
  readonly words: readonly WordsBeside[];
};

export const ownWords = ({ asked, words }: KitParts): WordsBeside => {
  const own = words.find(({ language }) => language === asked.language) ?? words[0];
  if (!own) throw new Error("a dataset has a language");
  return own;
};

/** Of several dates there is no state of the map: the address is that of the picture itself. */
export const isOfPicture = (permalink: string): boolean =>
  new URL(permalink).pathname.endsWith("/snapshot.svg");

/** The embedded map at the state of the figure. */
export function mapAddress({ permalink }: Pick<FigureInput, "permalink">): URL {
  const page = new URL(permalink);
  if (isOfPicture(permalink)) {
    // It opens where it opens.
    page.pathname = page.pathname.replace(/snapshot\.svg$/, "");
    const [lang, version] = ["lang", "v"].map((name) => page.searchParams.get(name) ?? "");
    page.search = `?${new URLSearchParams({ lang: lang ?? "", v: version ?? "" })}`;
  }
  for (const name of PICTURE_PARAMETERS) if (name !== "v") page.searchParams.delete(name);
  return embedAddress(page, { controls: "all", theme: "auto" });
}

/** Whether readers elsewhere reach the service that drew the kit. */
export const isReachable = ({ asked }: KitParts): boolean => !isOwnMachine(asked.address);

/** The same kit in another language. */
export function kitIn(language: Language, { address }: AskedPicture): URL {
  const other = new URL("kit.zip", address);
  other.search = address.search;
  other.searchParams.set("lang", language);
  // Written in the language that it is in.
  for (const name of ["title", "caption"]) other.searchParams.delete(name);
  return other;
}
