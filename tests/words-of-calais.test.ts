// The words, names and rules of Calais are its package's. Whoever shows another dataset must not meet them: not in the
// interface, not in the API, and not in the code that the next one reads.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { files } from "./support/sources.ts";

/** Code, styles, pages and schemas; what was released of migrations is never changed. */
const read = files.filter(
  (file) =>
    /^(geodata\/(model|domain|import|formats)|db|server|web)\/.*\.(tsx?|css|html|js|mjs|json|svg)$/.test(
      file,
    ) && !file.startsWith("db/migrations/"),
);

/** What is said of Calais and its camps, in both languages and as names in code. */
const WORDS: Readonly<Record<string, RegExp>> = {
  "the city": /calais/i,
  "the road that separates, but for the product's own name":
    /by-?pass|ring.?road|\b(la |the )rocade\b/i,
  "where people lived":
    /\bcamps?\b|_camps?\b|\bcamps?_|Camps?(?=[A-Z])|jungle|squat|\bla[- ]lande\b/i,
  "sites by another name": /is_?settlement|settlements/i,
  "the place from which distances are taken":
    /town.?hall|hôtel.de.ville|mairie|\bthe town\b|whole town/i,
  "the harbour, as a name in code": /\bport_[a-z]|\bport(Distance|Point)/,
  "ways across the sea": /\bferry|eurotunnel|\btunnel\b/i,
  "who was there": /UNHCR|refugee|réfugié|migrant|\bexilé|asylum|\basile\b/i,
  "what was done": /evict|expuls|démantel|dismantl|clearance/i,
};

type Allowed = {
  readonly in: RegExp;
  readonly text: RegExp;
  /** Why it stays. */
  readonly because: string;
};

const ALLOWED: readonly Allowed[] = [
  {
    in: /^(server\/config|geodata\/import\/where-seen)\.ts$/,
    text: /"geodata\/calais"/,
    because: "the package that is shown where no other is named",
  },
  {
    in: /^geodata\/import\/presets\//,
    text: /(MISSING|[Mm]issing)[-_ ](MIGRANTS|[Mm]igrants)|missingmigrants/,
    because: "the name of a public dataset that others publish, whose tables are recognised",
  },
  {
    in: /^geodata\/import\/read\/former-members\.ts$/,
    text: /bypassOutlineIds/,
    because: "a member of descriptors before 0.2, which are told what says the same now",
  },
  {
    in: /^geodata\/model\/record\/former-names\.ts$/,
    text: /ring_road|port_distance_m/,
    because:
      "what was called so before 0.3, as published packages and whoever asks may say it still",
  },
];

const lines = read.flatMap((file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .map((text, index) => ({ file, line: index + 1, text })),
);

/** What stands in a line once what may stand in it is taken out. */
function without(file: string, text: string): string {
  return ALLOWED.filter((one) => one.in.test(file)).reduce(
    (rest, one) => rest.replaceAll(new RegExp(one.text, "g"), ""),
    text,
  );
}

describe("outside its package", () => {
  it("all of code, styles, pages and schemas is looked at", () => {
    expect(read.length).toBeGreaterThan(500);
    for (const file of ["web/index.html", "web/i18n/fr/fr.ts", "web/styles/tokens.css"])
      expect(read).toContain(file);
  });

  it.each(Object.entries(WORDS))("Calais is not met by %s", (_, words) => {
    const found = lines.filter(({ file, text }) => words.test(without(file, text)));
    expect(found.map(({ file, line, text }) => `${file}:${line} ${text.trim()}`)).toEqual([]);
  });

  it("nothing is allowed that is not there", () => {
    const idle = ALLOWED.filter(
      (one) => !lines.some(({ file, text }) => one.in.test(file) && one.text.test(text)),
    );
    expect(idle).toEqual([]);
  });
});
