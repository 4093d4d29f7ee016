// The colours of a house, by what they are for: an editor's in place of the theme's.
import { type Problem, quote } from "#model/problem.ts";
import {
  COLOUR_ROLES,
  type ColourRole,
  type HouseColours,
  illegibleIn,
  withColours,
} from "#web/view/drawing/house-palette.ts";
import type { Palette } from "#web/view/drawing/palette.ts";

const ALLOWED = `ROLE:RRGGBB separated by commas, each role once: ${COLOUR_ROLES.join(", ")}`;

/** `ink:1a1a1a,first:8c2a14`; where that makes no sense, the part that does not. */
export function parseColours(text: string): HouseColours | string {
  const colours = new Map<ColourRole, string>();
  for (const part of text.split(",")) {
    const [, name, digits] = /^([a-z]+):#?([0-9a-f]{6})$/i.exec(part.trim()) ?? [];
    const role = COLOUR_ROLES.find((one) => one === name);
    if (role === undefined || digits === undefined || colours.has(role)) return part;
    colours.set(role, `#${digits.toLowerCase()}`);
  }
  return Object.fromEntries(colours);
}

/** The colours, and what is wrong with them: what makes no sense, and what could not be read on the palette. */
export function readColours(
  text: string,
  palette: Palette,
): { readonly colours: HouseColours; readonly problems: readonly Problem[] } {
  const read = parseColours(text);
  const problem = (got: string, allowed: string) => ({ name: "colours", got, allowed });
  if (typeof read === "string") return { colours: {}, problems: [problem(quote(read), ALLOWED)] };
  const illegible = illegibleIn(withColours(palette, read)).map(({ has, needs, on, role }) =>
    // Rounded down, so that what is just too little is not told as enough.
    problem(
      `${role} on ${on} with a contrast of ${(Math.floor(has * 10) / 10).toFixed(1)}`,
      `a contrast of at least ${needs}`,
    ),
  );
  return { colours: read, problems: illegible };
}

/** In one order and one spelling; undefined where there is none. */
export function printColours(colours: HouseColours): string | undefined {
  const parts = COLOUR_ROLES.flatMap((role) => {
    const colour = colours[role];
    return colour === undefined ? [] : `${role}:${colour.slice(1)}`;
  });
  return parts.length > 0 ? parts.join(",") : undefined;
}
