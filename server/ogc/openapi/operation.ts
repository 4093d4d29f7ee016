// How an operation of the API is told in its definition.
import { FORMATS, type FormatName } from "../../http/formats.ts";

export const refer = (names: readonly string[]) =>
  names.map((name) => ({ $ref: `#/components/parameters/${name}` }));

/** A question by GET at one path, answered in the media types; `gone`: what 410 means there. */
export function operation(
  operationId: string,
  summary: string,
  parameters: object[],
  types: readonly string[],
  gone?: string,
) {
  const content = Object.fromEntries(types.map((type) => [type, {}]));
  const problem = (description: string) => ({
    description,
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  });
  return {
    get: {
      operationId,
      summary,
      parameters: [...parameters, ...refer(["asOf", "lang"])],
      responses: {
        "200": { description: summary, content },
        "304": { description: "Not changed since the tag that was sent." },
        "400": problem("A parameter is wrong; the problem names it."),
        "404": problem("There is nothing at this address."),
        "406": problem("No format fits the Accept header."),
        "410": problem(
          gone ?? "What is asked for was withdrawn: withdrawnAt says when, and reason why.",
        ),
        default: problem("Something else went wrong."),
      },
    },
  };
}

export const typesOf = (names: readonly FormatName[]) =>
  names.map((name) => FORMATS[name].mediaType);
export const inPath = (name: string, schema: object) => ({
  name,
  in: "path",
  required: true,
  schema,
});
