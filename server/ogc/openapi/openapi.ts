// The API definition where it is asked for: as JSON, and as a page for people.
import { Hono } from "hono";
import { escapeMarkup } from "#formats/xml.ts";
import type { Collection } from "#model/collection/collection.ts";
import type { AppEnv } from "../../http/app-env.ts";
import { offeredCollections } from "../../served/served-collections.ts";
import type { ServedDataset } from "../../served/served-dataset.ts";
import { type Answered, answerDocument } from "../answer-document.ts";
import { pageTexts } from "../html/texts.ts";
import { openApiDocument } from "./document.ts";

export function openApiRoute(served: ServedDataset) {
  return new Hono<AppEnv>().get("/", (context) =>
    answerDocument(context, served, {
      title: { en: "API definition", fr: "Définition de l’API" },
      format: "openapi",
      document: async (about) =>
        openApiDocument(about, await offeredCollections(served, about.meta)),
      page: async (about) => operationList(about, await offeredCollections(served, about.meta)),
    }),
  );
}

/** Every address with its parameters, for people. */
function operationList(about: Answered, collections: readonly Collection[]): string {
  const { language, root } = about;
  const { paths, components } = openApiDocument(about, collections);
  const rows = Object.entries(paths).map(([path, entry]) => {
    const names = entry.get.parameters.map((one) => {
      const name =
        "$ref" in one ? String(one.$ref).split("/").at(-1) : (one as { name: string }).name;
      return `<code>${escapeMarkup(String(name))}</code>`;
    });
    return `<tr><th><code>${escapeMarkup(`${root.pathname}api${path}`)}</code></th><td>${escapeMarkup(entry.get.summary)}</td><td>${names.join(" ")}</td></tr>`;
  });
  const parameters = Object.values(components.parameters).map(
    ({ name, description }) =>
      `<dt><code>${name}</code></dt><dd lang="en">${escapeMarkup(description)}</dd>`,
  );
  return `<div class="wide"><table><tbody>${rows.join("")}</tbody></table></div><h2>${pageTexts(language).parameters}</h2><dl>${parameters.join("")}</dl>`;
}
