// The proof as RDF, in the way in which SVG and XMP both have it.
import { escapeMarkup } from "#formats/xml.ts";
import type { Proof } from "./proof-record.ts";

const NAMESPACES = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:rocade="urn:rocade:proof:1:"';

/** What the descriptions stand in. */
export const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';

/** As XMP has texts that may be in several languages (ISO 16684-1, 8.2.2.4). */
export const inLanguages = (text: string) =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escapeMarkup(text)}</rdf:li></rdf:Alt>`;

/** One description; `isWhole`: with everything, for a format that keeps it nowhere else. */
export function proofDescription(proof: Proof, isWhole: boolean): string {
  const { alt, credit, dataset, digest, page, release, title } = proof;
  const elements = {
    "dc:title": inLanguages(title),
    "dc:description": inLanguages(alt),
    "dc:rights": inLanguages(credit),
    "dc:source": escapeMarkup(page),
    "rocade:dataset": escapeMarkup(`${dataset.id} ${dataset.version}`),
    "rocade:digest": digest,
    "rocade:release": escapeMarkup(`${release.version} ${release.figure}`),
    ...(isWhole ? { "rocade:proof": escapeMarkup(JSON.stringify(proof)) } : {}),
  };
  const written = Object.entries(elements).map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<rdf:Description rdf:about="" ${NAMESPACES}>${written.join("")}</rdf:Description>`;
}

const MARKUP = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" } as const;

/** The proof that an SVG carries, as JSON; undefined where it has none, or one of more characters than `most`. */
export function proofInSvg(svg: string, most = Number.POSITIVE_INFINITY): string | undefined {
  const text = /<rocade:proof>([^<]*)<\/rocade:proof>/.exec(svg)?.[1];
  if (text === undefined || text.length > most) return undefined;
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: keyof typeof MARKUP) => MARKUP[name]);
}

/** The last thing in an SVG: what draws it need not read on. */
export function withProof(svg: string, proof: Proof): string {
  const rdf = `<rdf:RDF ${RDF}>${proofDescription(proof, true)}</rdf:RDF>`;
  return svg.replace(/<\/svg>\s*$/, () => `<metadata id="proof">${rdf}</metadata></svg>\n`);
}
