// How a package is published over HTTP, in the definition of an instance that takes any.
import type { Answered } from "../answer-document.ts";
import { inQuery, text } from "./parameters.ts";

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

const answered = (description: string) => ({
  description,
  content: { "application/json": { schema: { type: "object" } } },
});

export const IMPORT_SECURITY = {
  securitySchemes: { importToken: { type: "http", scheme: "bearer" } },
} as const;

/** Its path stands below the service, whichever dataset the definition is of. */
export const importPath = ({ service }: Pick<Answered, "service">) => ({
  "/datasets/{datasetId}": {
    servers: [{ url: new URL("api", service).href }],
    put: {
      operationId: "publish",
      summary: "Publish a data package as the next version of its dataset",
      security: [{ importToken: [] }],
      parameters: [
        { name: "datasetId", in: "path", required: true, schema: text },
        inQuery("dry-run", "Do all of it, roll it back, and tell what would change.", {
          type: "boolean",
          default: false,
        }),
      ],
      requestBody: {
        required: true,
        content: { "application/zip": { schema: { type: "string", format: "binary" } } },
      },
      responses: {
        "200": answered(
          "The version that was published, with what it changes; or what would change; or that the same is there already.",
        ),
        "201": answered("The first version of a dataset."),
        "401": problem("No token was sent."),
        "403": problem("The token is another."),
        "409": problem("The package is of another dataset, or its label names another state."),
        "413": problem("The package is too large."),
        "415": problem("The media type is not that of a ZIP."),
        "422": problem("The package is wrong; the problems name file, line and column."),
        "429": problem("Too much was asked, or too many wrong tokens sent."),
        "503": problem("Another package is being published, or the database is away."),
        default: problem("Something else went wrong."),
      },
    },
  },
});
