// A palette in the colours of a house. What it does not name follows from what it names, so that words can be read and
// lines told from the land; what cannot be made so is refused.
import { contrastOf, mixed, readable } from "./contrast.ts";
import type { Palette } from "./palette.ts";

/** `first`, `middle` and `last` are of the sides, as the dataset orders them; `line` is what is seen of the separating line. */
export const COLOUR_ROLES = [
  "paper",
  "ink",
  "land",
  "sea",
  "first",
  "middle",
  "last",
  "line",
  "barrier",
] as const;
export type ColourRole = (typeof COLOUR_ROLES)[number];

/** Each written `#rrggbb`, in small letters; what is missing is the theme's. */
export type HouseColours = Readonly<Partial<Record<ColourRole, string>>>;

/** Contrasts: of words, of marks (WCAG 2.2), and of what is told from the land next to it. */
const [WORDS, MARKS, EDGE] = [4.5, 3, 1.6] as const;
const SIDES = ["first", "middle", "last"] as const;

/** The colours by their roles as the palette has them. */
export function coloursOf(palette: Palette): Required<HouseColours> {
  const { barrier, first, halo, ink, land, last, middle, sea } = palette;
  return {
    paper: halo,
    ink,
    land,
    sea,
    first,
    middle,
    last,
    line: palette[lineOf(palette)],
    barrier,
  };
}

/** In the dark it is the rim of the separating line that is seen, else its core. */
function lineOf({ separatorCore, separatorInk }: Palette) {
  const brightness = (colour: string) => contrastOf(colour, "#000000");
  return brightness(separatorInk) > brightness(separatorCore) ? "separatorInk" : "separatorCore";
}

/** The palette with these colours; of sides words are darker, or lighter, than marks where they have to be. */
export function withColours(palette: Palette, colours: HouseColours): Palette {
  const { barrier, ink, land, line, paper, sea } = { ...coloursOf(palette), ...colours };
  const isOwnGround = ["paper", "ink", "land", "sea"].some((role) => role in colours);
  const ground = isOwnGround ? { ...palette, ...groundOf(land, sea, ink, paper) } : palette;
  const ofSide = (side: (typeof SIDES)[number]) =>
    readable(colours[side] ?? palette[`${side}Text`], ink, [paper, land, ground.town], WORDS);
  const seen = lineOf(palette);
  return {
    ...ground,
    first: colours.first ?? palette.first,
    firstText: ofSide("first"),
    middle: colours.middle ?? palette.middle,
    middleText: ofSide("middle"),
    last: colours.last ?? palette.last,
    lastText: ofSide("last"),
    halo: paper,
    ink,
    ...(seen === "separatorCore" && { separatorInk: colours.ink ?? palette.separatorInk }),
    [seen]: line,
    barrier,
  };
}

/** What the ground is drawn in besides land and sea. */
function groundOf(land: string, sea: string, ink: string, paper: string): Partial<Palette> {
  const onLand = (share: number) => mixed(land, ink, share);
  const edge = (colour: string) => readable(colour, ink, [land], EDGE);
  return {
    land,
    sea,
    water: sea,
    town: onLand(0.08),
    port: onLand(0.14),
    building: onLand(0.16),
    green: onLand(0.05),
    street: edge(onLand(0.2)),
    motorway: edge(onLand(0.3)),
    rail: edge(onLand(0.36)),
    shore: edge(mixed(sea, ink, 0.24)),
    canal: edge(mixed(sea, ink, 0.16)),
    label: readable(onLand(0.7), ink, [paper, land, onLand(0.14)], WORDS),
    seaLabel: readable(mixed(sea, ink, 0.6), ink, [sea], WORDS),
    position: readable(onLand(0.6), ink, [land, paper], MARKS),
    ghost: readable(onLand(0.5), ink, [land, paper], MARKS),
  };
}

/** Colours that cannot be told from what they lie on: which, on which, and the contrast that they have and need. */
export function illegibleIn(palette: Palette): {
  readonly role: ColourRole;
  readonly on: "paper" | "land" | "sea";
  readonly has: number;
  readonly needs: number;
}[] {
  const { halo: paper, land, sea } = palette;
  const asked: readonly (readonly [ColourRole, string, number])[] = [
    ["ink", palette.ink, WORDS],
    ...SIDES.map((side) => [side, palette[side], MARKS] as const),
    ["barrier", palette.barrier, MARKS],
  ];
  return asked.flatMap(([role, colour, needs]) =>
    (
      [
        ["paper", paper],
        ["land", land],
        ["sea", sea],
      ] as const
    ).flatMap(([on, ground]) => {
      const has = contrastOf(colour, ground);
      return has < needs ? [{ role, on, has, needs }] : [];
    }),
  );
}
