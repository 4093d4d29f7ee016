// Degrees as people write them: 50.95, 50,95, 50°57'12"N, 50 57.2 N, N 50.95.
import { parseNumber, withDecimalPoint } from "#model/words/number.ts";

export type Axis = "lat" | "lon";

const SIDES: Readonly<Record<string, readonly [axis: Axis | "either", sign: 1 | -1]>> = {
  n: ["lat", 1],
  s: ["lat", -1],
  e: ["lon", 1],
  w: ["lon", -1],
  // In French and Spanish O is the west, in German the east.
  o: ["either", -1],
};

const PARTS =
  /^([+\-−]?)\s*(\d+(?:[.,]\d+)?)\s*(?:[°º˚d:]|\s)\s*(?:(\d+(?:[.,]\d+)?)\s*(?:['′’m:]|\s|$)\s*)?(?:(\d+(?:[.,]\d+)?)\s*(?:["″”s]|''|′′|$)?)?$/i;

/** The degrees of a cell, with how many decimals of a degree its writing bears; undefined where it is none. */
export type Degrees = { readonly value: number; readonly decimals: number };

/** Reads a latitude or a longitude; the letter of a hemisphere has to be of the axis. */
export function parseDegrees(cell: string, axis: Axis): Degrees | undefined {
  const text = cell.trim();
  const decimal = withDecimalPoint(text);
  const plain = parseNumber(decimal);
  if (plain !== undefined) return { value: plain, decimals: decimalsOf(decimal) };
  const letter = /^([nsewo])(?=[\s\d])\s*|\s*([nsewo])$/i.exec(text);
  const side = SIDES[(letter?.[1] ?? letter?.[2] ?? "").toLowerCase()];
  if (letter && (!side || (side[0] !== "either" && side[0] !== axis))) return undefined;
  if (side?.[0] === "either" && axis !== "lon") return undefined;
  const bare = text.replace(/^[nsewo](?=[\s\d])\s*|\s*[nsewo]$/i, "").trim();
  const alone = parseNumber(withDecimalPoint(bare.replace(/[°º˚]$/, "").trim()));
  const read =
    alone === undefined
      ? sexagesimal(bare)
      : { value: alone, decimals: decimalsOf(withDecimalPoint(bare)) };
  return read && { ...read, value: read.value * (side?.[1] ?? 1) };
}

function sexagesimal(text: string): Degrees | undefined {
  const [, sign, ...parts] = PARTS.exec(text) ?? [];
  const [degrees, minutes = 0, seconds = 0] = parts.map((part) =>
    part === undefined ? undefined : Number(part.replace(",", ".")),
  );
  if (degrees === undefined || minutes >= 60 || seconds >= 60) return undefined;
  const value = degrees + minutes / 60 + seconds / 3600;
  // A minute is two decimals of a degree nearly, a second four; those of the last part come on top.
  const last = parts.findLast((part) => part !== undefined) ?? "";
  const own = decimalsOf(last.replace(",", "."));
  const decimals = own + (parts[2] !== undefined ? 3 : parts[1] !== undefined ? 1 : 0);
  return { value: sign === "-" || sign === "−" ? -value : value, decimals };
}

const decimalsOf = (text: string): number => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
