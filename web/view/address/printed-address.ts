// The address that is printed on a picture: it restores what the picture shows, in the version of the data that it shows.
import type { Dataset } from "#model/dataset.ts";
import { type Day, printDay } from "#model/day.ts";
import type { Language } from "#model/language.ts";
import { fitView } from "#web/view/drawing/projection.ts";
import type { PictureQuestion } from "./picture-address.ts";
import { sizeParameters } from "./picture-size.ts";
import { printUrl, readableQuery, type UrlState } from "./url.ts";

/** A window of about this size shows at the printed address what the frame holds. */
const [PAGE_WIDTH, PAGE_HEIGHT] = [900, 600];

/**
 * The page that shows the same: what is shown, where, in which language, and the date even where the address left that
 * to the dataset, for what is printed stays what it was. Several dates, which the page cannot show side by side, are at
 * the address of the picture itself. `day`: the date shown where it is a single one.
 */
export function printedAddress(
  { meta }: Pick<Dataset, "meta">,
  { box, dates, showsDistances, size, state }: PictureQuestion,
  language: Language,
  address: URL,
  day: Day,
): string {
  const version = meta.version.label;
  if (dates === undefined) {
    const view = box && fitView(box, PAGE_WIDTH, PAGE_HEIGHT);
    const [longitude = 0, latitude = 0] = view?.centre ?? [];
    return withParameters(
      new URL("./", address),
      { v: version },
      {
        ...state,
        date: state.time === undefined ? day : undefined,
        lang: language,
        camera: view && { zoom: view.zoom, latitude, longitude },
      },
    );
  }
  const days = dates === "phases" ? dates : dates.map(printDay).join(",");
  const bbox = box && [box.west, box.south, box.east, box.north].join(",");
  const shown = { dates: days, bbox, ...sizeParameters(size.asked), v: version };
  return withParameters(
    new URL("snapshot.svg", address),
    { ...shown, distances: showsDistances ? "true" : undefined },
    { ...state, date: undefined, time: undefined, compare: undefined, lang: language },
  );
}

/** The state first, then the parameters that have a value. */
function withParameters(
  address: URL,
  parameters: Readonly<Record<string, string | undefined>>,
  state: UrlState,
): string {
  const url = printUrl(address, { ...state, step: undefined, view: undefined });
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) url.searchParams.set(name, value);
  url.search = readableQuery(url.search);
  return url.href;
}
