// The address that is printed on a picture: it restores what the picture shows, in the version of the data that it shows.

import type { Dataset } from "#model/dataset/dataset.ts";
import { type OwnColumn, ownColumns } from "#model/question/own-column.ts";
import { printDay } from "#model/time/day.ts";
import type { Language } from "#model/words/language.ts";
import { fitView } from "#web/view/drawing/projection.ts";
import type { Question } from "#web/view/question/question.ts";
import { type FigureEdits, NO_EDITS, printEdits } from "./figure-edits.ts";
import { FURNITURE } from "./furniture.ts";
import { printColours } from "./house-colours.ts";
import type { PictureQuestion } from "./picture-address.ts";
import { type AskedSize, SIZE_PARAMETERS, sizeParameters } from "./picture-size.ts";
import { printUrl, readableQuery, type UrlState } from "./url.ts";

/** A window of about this size shows at the printed address what the frame holds. */
const [PAGE_WIDTH, PAGE_HEIGHT] = [900, 600];

/**
 * The page that shows the same: what is shown, where, in which language, and the date even where the address left that
 * to the dataset, for what is printed stays what it was. Its title, colours, furniture and, where that is not long, what an
 * editor changed are told too: the page draws the picture again by them. Several dates, which the page cannot show side by side, are at the address of the picture
 * itself. `shown`: the date, where it is a single one, and its mode.
 */
export function printedAddress(
  { meta }: Pick<Dataset, "meta">,
  question: PictureQuestion,
  language: Language,
  address: URL,
  shown: Pick<Question, "day" | "mode">,
): string {
  const { box, dates, size, state } = question;
  const edits = editsOf(question);
  const columns = ownColumns(meta.attributes);
  const said = { ...lookOf(question), v: meta.version.label };
  if (dates === undefined || dates === "compare") {
    const view = box && fitView(box, PAGE_WIDTH, PAGE_HEIGHT);
    const [longitude = 0, latitude = 0] = view?.centre ?? [];
    const page = {
      ...state,
      date: state.time === undefined ? shown.day : undefined,
      mode: shown.mode === "cumulative" ? shown.mode : state.mode,
      lang: language,
      camera: view && { zoom: view.zoom, latitude, longitude },
    };
    return withParameters(new URL("./", address), said, edits, page, columns);
  }
  const days = dates === "phases" ? dates : dates.map(printDay).join(",");
  const bbox = box && [box.west, box.south, box.east, box.north].join(",");
  return withParameters(
    new URL("snapshot.svg", address),
    { dates: days, bbox, ...sizeParameters(size.asked), ...said },
    edits,
    { ...state, date: undefined, time: undefined, compare: undefined, lang: language },
    columns,
  );
}

/** The printed address of the same picture at another size, which it names where it is that of the picture itself. */
export function atSize(printed: string, asked: AskedSize): string {
  const address = new URL(printed);
  if (address.pathname.split("/").at(-1) !== "snapshot.svg") return printed;
  for (const name of SIZE_PARAMETERS) address.searchParams.delete(name);
  for (const [name, value] of Object.entries(sizeParameters(asked)))
    if (value !== undefined) address.searchParams.set(name, value);
  address.search = readableQuery(address.search);
  return address.href;
}

/** More characters of what an editor changed are not printed: nobody would type them, and no code could hold them. */
const LONGEST_EDITS = 240;

type Edited = {
  readonly byline?: string | undefined;
  readonly edits?: FigureEdits | undefined;
  readonly note?: string | undefined;
};

function everyEdit({ byline, edits = NO_EDITS, note }: Edited): URLSearchParams {
  const parameters = printEdits(edits);
  for (const [name, text] of Object.entries({ byline, note })) if (text) parameters.set(name, text);
  return parameters;
}

/** What an editor changed, as far as an address tells it: all of it, or nothing where it is long. */
function editsOf(question: Edited): URLSearchParams {
  const edits = everyEdit(question);
  return readableQuery(`?${edits}`).length <= LONGEST_EDITS ? edits : new URLSearchParams();
}

/** True where an editor changed what is not at the printed address. */
export const lacksEdits = (edited: Edited): boolean =>
  everyEdit(edited).size > editsOf(edited).size;

/** How the picture looks besides what it shows, as parameters; what is usual is left out. */
function lookOf({ colours, furniture, isTransparent, theme, title }: PictureQuestion) {
  const without = FURNITURE.filter((name) => !furniture.has(name));
  return {
    title,
    theme: theme === "light" ? undefined : theme,
    colours: printColours(colours),
    background: isTransparent ? "transparent" : undefined,
    without: without.length > 0 ? without.join(",") : undefined,
  };
}

/** The state first, then the parameters that have a value. */
function withParameters(
  address: URL,
  parameters: Readonly<Record<string, string | undefined>>,
  edits: URLSearchParams,
  state: UrlState,
  columns: readonly OwnColumn[],
): string {
  const url = printUrl(address, { ...state, step: undefined, view: undefined }, columns);
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) url.searchParams.set(name, value);
  for (const [name, value] of edits) url.searchParams.append(name, value);
  url.search = readableQuery(url.search);
  return url.href;
}
