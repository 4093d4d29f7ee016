// A picture of the kit in its widths and themes: which files it has, and how a page shows the right one.
import { escapeMarkup } from "#formats/xml.ts";
import type { Figure } from "#web/view/figure/figure.ts";

/** Of a telephone, of a column of text, and of a screen, in pixels of CSS. */
export const WIDTHS = [390, 700, 1200] as const;
export type Width = (typeof WIDTHS)[number];
/** Windows up to so many pixels wide show each; the widest is for all others. */
const UP_TO: Readonly<Partial<Record<Width, number>>> = { 390: 560, 700: 1259 };

export type KitTheme = "light" | "dark" | "grey";

export type DrawnAt = {
  readonly width: Width;
  readonly height: number;
  readonly map: Figure["map"];
};

export type KitPicture = {
  /** `figure`: what its files are called. */
  readonly name: string;
  readonly alt: string;
  /** From the narrowest. */
  readonly sizes: readonly DrawnAt[];
  /** Two of them are light and dark; the reader's browser chooses. */
  readonly themes: readonly KitTheme[];
  /** Whether it has each width in pixels, too, for what reads no SVG. */
  readonly hasPng: boolean;
};

export const svgFile = ({ name, themes }: Named, width: Width, theme: KitTheme): string =>
  `figures/${name}-${width}${theme === themes[0] ? "" : `-${theme}`}.svg`;

export const pngFile = ({ name }: Named, width: Width): string => `figures/${name}-${width}.png`;

type Named = Pick<KitPicture, "name" | "themes">;

/** The media query under which a width is shown; undefined for the widest of those that there are. */
export function mediaOf(
  sizes: readonly Pick<DrawnAt, "width">[],
  width: Width,
): string | undefined {
  const upTo = UP_TO[width];
  const isWidest = width === sizes.at(-1)?.width;
  return isWidest || upTo === undefined ? undefined : `(max-width: ${upTo}px)`;
}

/** HTML in which a browser finds the file for its window and theme; one that reads no SVG shows pixels, where there are some. */
export function pictureElement(picture: KitPicture): string {
  const { alt, hasPng, sizes, themes } = picture;
  const [usual = "light", other] = themes;
  const sources = [other, usual]
    .filter((theme) => theme !== undefined)
    .flatMap((theme) =>
      sizes.map(({ height, width }) => {
        const media = [
          theme === usual ? undefined : "(prefers-color-scheme: dark)",
          mediaOf(sizes, width),
        ].filter((one) => one !== undefined);
        const when = media.length > 0 ? ` media="${media.join(" and ")}"` : "";
        return `<source${when} type="image/svg+xml" srcset="${svgFile(picture, width, theme)}" width="${width}" height="${height}" />`;
      }),
    );
  const widest = sizes.at(-1);
  if (!widest) throw new Error("a picture of the kit has a size");
  const file = hasPng ? pngFile(picture, widest.width) : svgFile(picture, widest.width, usual);
  return `<picture>${sources.join("")}<img src="${file}" width="${widest.width}" height="${widest.height}" alt="${escapeMarkup(alt)}" /></picture>`;
}
