// The typefaces of the page as a part of a file.

/** Rules of a style sheet with the faces of the page that the SVG names and has characters of, their files among them. */
export async function facesIn(svg: string): Promise<string> {
  const points = new Set([...svg].map((character) => character.codePointAt(0) ?? 0));
  const wanted = facesOfPage().filter(
    ({ family, ranges }) =>
      svg.includes(family) &&
      (ranges.length === 0 || [...points].some((point) => isIn(ranges, point))),
  );
  return (await Promise.all(wanted.map(ruleOf))).join("");
}

type Face = {
  readonly family: string;
  readonly style: string;
  readonly weight: string;
  /** The same as CSS has it. */
  readonly unicodeRange: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
  readonly file: URL;
};

function facesOfPage(): Face[] {
  return [...document.styleSheets].flatMap(({ cssRules, href }) =>
    [...cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const told = (name: string) => rule.style.getPropertyValue(name);
      const [, address] = /url\("?([^")]+)"?\)/.exec(told("src")) ?? [];
      if (address === undefined) return [];
      const unicodeRange = told("unicode-range");
      return {
        family: told("font-family").replace(/["']/g, ""),
        style: told("font-style") || "normal",
        weight: told("font-weight") || "400",
        unicodeRange,
        ranges: rangesOf(unicodeRange),
        file: new URL(address, href ?? location.href),
      };
    }),
  );
}

const rangesOf = (unicodeRange: string) =>
  [...unicodeRange.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(
    ([, first = "0", last = first]) =>
      [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const,
  );

const isIn = (ranges: Face["ranges"], point: number) =>
  ranges.some(([first, last]) => point >= first && point <= last);

async function ruleOf({ family, file, style, unicodeRange, weight }: Face): Promise<string> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const range = unicodeRange === "" ? "" : `unicode-range:${unicodeRange};`;
  const address = await dataAddress(await response.blob());
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};${range}src:url(${address}) format("woff2")}`;
}

const dataAddress = (file: Blob) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
