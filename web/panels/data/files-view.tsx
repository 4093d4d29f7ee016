import type { Collection } from "#model/collection/collection.ts";
import { textIn } from "#model/words/language.ts";
import { apiPage, ownAddress } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { SaidParagraph } from "#web/controls/said.tsx";
import { useDateWords } from "#web/controls/use-date-words.ts";
import { Heading, Part } from "#web/panels/record/record-parts.tsx";
import { apiQuestion } from "#web/view/address/api-address.ts";
import { heldCollections } from "./held-collections.ts";

/** A table opens in a spreadsheet that has to be told its alphabet. */
const withMark = (search: string) => `${search === "" ? "?" : `${search}&`}bom=true`;

/** Endings of the files, in the order in which they are offered. */
const FILES = ["geojson", "csv", "gpkg", "fgb", "kml"] as const;
const NEEDS_GEOMETRY: readonly string[] = ["fgb", "kml"];

/** Everything that is shown as files and as addresses for other programs, with the date and filter of the moment. */
export function FilesView() {
  const { dataset, isFiltered } = useApp();
  const collections = heldCollections(dataset);
  // A program is shown the places that are measured, or else what there is.
  const { id } = collections.find(({ role }) => role === "sites") ??
    collections[0] ?? { id: "events" };
  const { language, texts } = useTexts();
  const date = useDateWords();
  const api = ownAddress("api");
  return (
    <article class="record">
      <Heading kind={texts.data}>{date}</Heading>
      <p class="lead">{isFiltered.value ? texts.dataFiltered : texts.dataWhole}</p>
      {collections.map((collection) => (
        <Files key={collection.role} collection={collection} />
      ))}
      <Part title={texts.dataPackage}>
        <p class="quiet">{texts.dataPackageHolds}</p>
        <ul class="plain file-list">
          <li>
            <a href={ownAddress("api/download/package.zip")} download>
              ZIP
            </a>
          </li>
          <li>
            <a href={ownAddress("api/download/datapackage.json")}>datapackage.json</a>
          </li>
        </ul>
      </Part>
      <Part title={texts.dataPrograms}>
        <p>{texts.dataQgis}</p>
        <pre>
          <code>{api}</code>
        </pre>
        <p>{texts.dataGdal}</p>
        <pre>
          <code>{`ogr2ogr ${id}.gpkg OAPIF:${api} ${id}`}</code>
        </pre>
        <p>
          <a href={apiPage("api", language)}>{texts.aboutApi}</a>
        </p>
      </Part>
    </article>
  );
}

function Files({ collection }: { readonly collection: Collection }) {
  const { certainty, conventions, filter, window } = useApp();
  const { language, texts } = useTexts();
  const { description, geometry, id, title } = collection;
  const { leftOut, search } = apiQuestion(collection.role, {
    filter: filter.value,
    window: window.value,
    certainty: certainty.value,
    conventions: conventions.value,
  });
  const endings = FILES.filter((ending) => geometry !== null || !NEEDS_GEOMETRY.includes(ending));
  return (
    <Part title={textIn(title, language)}>
      <SaidParagraph class="quiet" of={description} />
      {leftOut.length > 0 && <p class="quiet">{texts.dataLeftOut}</p>}
      <ul class="plain file-list">
        {endings.map((ending) => (
          <li key={ending}>
            <a
              href={apiPage(
                `api/download/${id}.${ending}${ending === "csv" ? withMark(search) : search}`,
                language,
              )}
              download
            >
              {texts.fileFormats[ending]}
            </a>
          </li>
        ))}
        <li>
          <a
            href={apiPage(
              `api/collections/${id}/items${search === "" ? "?" : `${search}&`}f=html`,
              language,
            )}
          >
            {texts.dataPage}
          </a>
        </li>
      </ul>
    </Part>
  );
}
