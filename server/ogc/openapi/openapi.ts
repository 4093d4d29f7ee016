// The API definition where it is asked for: as JSON, and as a page for people.
import { Hono } from "hono";
import { escapeMarkup } from "#formats/xml.ts";
import type { AppEnv } from "../../http/app-env.ts";
import { offeredCollections } from "../../served/served-collections.ts";
import type { ServedDataset } from "../../served/served-dataset.ts";
import { type Answered, answerDocument } from "../answer-document.ts";
import { pageTexts } from "../html/texts.ts";
import { openApiDocument } from "./document.ts";
import { GROUND_PATHS } from "./ground-paths.ts";
import { IMPORT_SECURITY, importPath } from "./import-operation.ts";

/** `takesPackages`: whether packages are published over HTTP. */
export function openApiRoute(served: ServedDataset, takesPackages: boolean) {
  const definition = async (about: Answered) => {
    const document = openApiDocument(about, await offeredCollections(served, about.meta));
    const ground = await served.grounds?.of(served.datasetId);
    return {
      ...document,
      paths: {
        ...document.paths,
        ...(ground ? GROUND_PATHS : {}),
        ...(takesPackages ? importPath(about) : {}),
      },
      components: { ...document.components, ...(takesPackages ? IMPORT_SECURITY : {}) },
    };
  };
  return new Hono<AppEnv>().get("/", (context) =>
    answerDocument(context, served, {
      title: { en: "API definition", fr: "Définition de l’API" },
      format: "openapi",
      document: definition,
      page: async (about) => operationList(about, await definition(about)),
    }),
  );
}

type Operation = { readonly summary: string; readonly parameters: readonly object[] };
type Path =
  | { readonly get: Operation; readonly put?: undefined }
  | { readonly put: Operation; readonly get?: undefined };

/** Every address with its parameters, for people. */
function operationList(
  { language, root, service }: Answered,
  { components, paths }: ReturnType<typeof openApiDocument>,
): string {
  const rows = Object.entries<Path>(paths).map(([path, entry]) => {
    const [method, { parameters, summary }] =
      entry.put === undefined ? ["", entry.get] : ["PUT ", entry.put];
    const { pathname } = entry.put === undefined ? root : service;
    const names = parameters.map((one) => {
      const name =
        "$ref" in one ? String(one.$ref).split("/").at(-1) : (one as { name: string }).name;
      return `<code>${escapeMarkup(String(name))}</code>`;
    });
    return `<tr><th><code>${escapeMarkup(`${method}${pathname}api${path}`)}</code></th><td>${escapeMarkup(summary)}</td><td>${names.join(" ")}</td></tr>`;
  });
  const parameters = Object.values(components.parameters).map(
    ({ name, description }) =>
      `<dt><code>${name}</code></dt><dd lang="en">${escapeMarkup(description)}</dd>`,
  );
  return `<div class="wide"><table><tbody>${rows.join("")}</tbody></table></div><h2>${pageTexts(language).parameters}</h2><dl>${parameters.join("")}</dl>`;
}
