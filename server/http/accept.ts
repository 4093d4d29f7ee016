// Which of several media types an `Accept` header wishes for most (RFC 9110 §12.5.1).
import Negotiator from "negotiator";

/** The parts of a header's value between separators; those inside quoted strings separate nothing. */
function split(text: string, separator: "," | ";"): string[] {
  const parts = text.match(
    separator === "," ? /(?:"(?:\\.|[^"\\])*"|[^,])+/g : /(?:"(?:\\.|[^"\\])*"|[^;])+/g,
  );
  return (parts ?? []).map((part) => part.trim()).filter(Boolean);
}

type Parameters = ReadonlyMap<string, string>;

function parametersOf(parts: readonly string[]): Parameters {
  return new Map(
    parts.map((part) => {
      const [name = "", ...value] = part.split("=");
      const text = value
        .join("=")
        .trim()
        .replace(/^"(.*)"$/, "$1");
      return [name.trim().toLowerCase(), text.toLowerCase()] as const;
    }),
  );
}

/** The media type without its parameters, in lower case. */
export function bareType(mediaType: string): string {
  return (split(mediaType, ";")[0] ?? "").toLowerCase();
}

/** What is text, or JSON or XML of some kind, is written in UTF-8 even where the type does not say so. */
const IS_TEXT = /^text\/|[/+](json|xml|json-seq)$/;

/** The parameters that an answer of this type has, said or not. */
function ownParameters(mediaType: string): Parameters {
  const [bare = "", ...parts] = split(mediaType, ";");
  const said = parametersOf(parts);
  return IS_TEXT.test(bare.toLowerCase()) ? new Map([["charset", "utf-8"], ...said]) : said;
}

const sameCharset = (text: string) => text.replace(/^utf_?8$/, "utf-8");

/** Whether a parameter that is wished for says what the answer's own does: version 3.0 is also what 3.0.3 asks for. */
function agrees(name: string, wished: string, own: string): boolean {
  if (wished === "*") return true;
  if (name === "charset") return sameCharset(wished) === own;
  return wished === own || (name === "version" && wished.startsWith(`${own}.`));
}

/**
 * One wish of the header as far as it concerns what is offered: without parameters that the offered type does not have,
 * for they contradict nothing. Undefined where one contradicts.
 */
function concerning(wish: string, offered: ReadonlyMap<string, Parameters>): string | undefined {
  const [range = "", ...parts] = split(wish, ";");
  const bare = range.toLowerCase();
  const wished = parametersOf(parts);
  const own = offered.get(bare);
  const kept: string[] = [];
  for (const [name, value] of wished) {
    if (name === "q") kept.push(`q=${value}`);
    const ownValue = own?.get(name);
    if (ownValue === undefined) continue;
    if (!agrees(name, value, ownValue)) return undefined;
    kept.push(`${name}=${ownValue}`);
  }
  return [bare, ...kept].join(";");
}

/**
 * The offered type that the header wishes for most, the first of those that it likes equally; undefined where it wishes
 * for none. A type with parameters (`application/geo+json;charset=utf-8`) matches one without, and the other way round,
 * unless a parameter contradicts (`application/vnd.oai.openapi+json;version=3.1` where 3.0 is offered).
 */
export function preferredType<Type extends string>(
  accept: string,
  offered: readonly Type[],
): Type | undefined {
  const own = new Map(offered.map((type) => [bareType(type), ownParameters(type)]));
  const written = new Map(
    offered.map((type) => {
      const parameters = [...ownParameters(type)].map(([name, value]) => `;${name}=${value}`);
      return [`${bareType(type)}${parameters.join("")}`, type] as const;
    }),
  );
  const wishes = split(accept, ",").flatMap((wish) => concerning(wish, own) ?? []);
  const best = new Negotiator({ headers: { accept: wishes.join(",") } }).mediaType([
    ...written.keys(),
  ]);
  return best === undefined ? undefined : written.get(best);
}
