import { ownColumns } from "#model/question/own-column.ts";
import { spokenLanguage } from "./view/address/spoken-language.ts";
import "./styles/in-order.ts";
import { render } from "preact";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { isVersionNamed } from "#model/dataset/version.ts";
import { interfaceLanguage, type Language, languageFor } from "#model/words/language.ts";
import { NotGiven } from "./api/ask-service.ts";
import { type LoadedDataset, loadDataset } from "./api/load-dataset.ts";
import { isAskedAsEmbed, namesVersion } from "./api/own-address.ts";
import { setTexts } from "./controls/set-texts.ts";
import { eventSourceOf } from "./events/source-of.ts";
import { App } from "./frame/app.tsx";
import { EmbedApp } from "./frame/embed/embed-app.tsx";
import { listenToKeys } from "./frame/keyboard.ts";
import { type Failure, LoadingPage } from "./frame/loading-page.tsx";
import { printPage } from "./frame/print/print-page.tsx";
import { languageInWords } from "./i18n/language-words.ts";
import { type LoadingTexts, loadingTextsOf } from "./i18n/loading-texts.ts";
import { messagesOf } from "./i18n/messages.ts";
import { fetchTexts } from "./i18n/page-catalogues.ts";
import { eventMarksOf, type ShowEvents } from "./map/events/event-marks.ts";
import { createMaps } from "./map/maps.ts";
import { type AppState, createAppState } from "./state/app-state.ts";
import { isBare } from "./state/opening.ts";
import { runPlayback } from "./state/playback.ts";
import { echoTitle } from "./state/title-echo.ts";
import { echoUrl } from "./state/url-echo.ts";
import { askedBy } from "./view/address/asked-by-url.ts";
import { readEmbedOptions } from "./view/address/embed-options.ts";
import { outsidePeriod } from "./view/address/period.ts";
import { parseUrl } from "./view/address/url.ts";
import { withdrawalOf } from "./view/question/withdrawn-selection.ts";
import { completePage, tellOffline } from "./whole-page.ts";

const root = document.getElementById("app") ?? document.body;
/** In a frame of another page: no menu, no storage, and the address stays as it was given. */
const isEmbedded = isAskedAsEmbed();
const { controls, theme } = readEmbedOptions(new URL(location.href));
if (isEmbedded && theme !== "auto") document.documentElement.dataset.theme = theme;

/** The language to speak to a reader whose address asks for none; before the data are there, one of the interface. */
const readersLanguage = (ofDataset: readonly Language[] = []): Language =>
  languageFor(navigator.languages, ofDataset);

function hasWebgl(): boolean {
  return document.createElement("canvas").getContext("webgl2") !== null;
}

/** Shows why the map is not there. A page that cannot read what it is sent, or has a fault, may have a newer edition. */
function tellFailure(texts: LoadingTexts, failure: Failure): void {
  const onRetry = failure.kind === "nothing" ? begin : () => location.reload();
  render(<LoadingPage texts={texts} failure={failure} onRetry={onRetry} />, root);
}

function begin(): void {
  const language = parseUrl(new URL(location.href)).state.lang ?? readersLanguage();
  document.documentElement.lang = interfaceLanguage(language);
  const texts = loadingTextsOf(language);
  render(<LoadingPage texts={texts} />, root);
  // Those of the dataset may be others: most often they are these, which come beside it.
  Promise.all([loadDataset(AbortSignal.timeout(60_000)), partOf(fetchTexts(language))])
    .then(([loaded]) => start(loaded))
    .catch((error: unknown) => {
      if (error instanceof NotGiven) {
        const { isUnreadable, message } = error;
        tellFailure(texts, { kind: isUnreadable ? "unreadable" : "nothing", message });
        return;
      }
      tellFailure(texts, { kind: "fault", message: String(error) });
      reportError(error);
    });
}

async function start({ dataset, isCopy }: LoadedDataset): Promise<void> {
  const { state: url, ignored } = parseUrl(
    new URL(location.href),
    ownColumns(dataset.meta.attributes),
  );
  const language = spokenLanguage(dataset.meta, url) ?? readersLanguage(dataset.meta.languages);
  const [makeEvents, showEvents] = await partOf(
    Promise.all([eventSourceOf(dataset), eventMarksOf(dataset), fetchTexts(language)]),
  );
  const state = createAppState(
    dataset,
    {
      ...askedBy(url),
      // One map is all that a frame has room for.
      ...(isEmbedded ? { compare: undefined } : {}),
      language,
      selection: url.sel,
      storyStep: url.step,
      panel: url.view,
      versionPair: url.versions ?? null,
      camera: url.camera,
      figure: isEmbedded ? undefined : url.figure,
      showsDistances: url.distances ?? false,
      isFramed: isEmbedded && window.parent !== window,
      isOpening: !isEmbedded && isBare(url) && !namesVersion(),
    },
    makeEvents,
  );
  const isRead = !state.events.areHeld && url.sel?.kind === "event";
  const isMissing = url.sel && !isRead && state.selection.peek() === null;
  const parameters = [
    ...ignored,
    ...(isMissing ? ["sel"] : []),
    ...(url.step && state.storyStep.peek() !== url.step ? ["step"] : []),
  ];
  const { searchParams } = new URL(location.href);
  const [title, version] = [searchParams.get("title"), searchParams.get("v")];
  const withdrawal = isMissing && url.sel ? withdrawalOf(dataset, url.sel) : undefined;
  if (withdrawal) state.actions.notify({ kind: "withdrawn", withdrawal });
  else if (version !== null && !isVersionNamed(dataset.meta.version, version))
    state.actions.notify({ kind: "other-version", asked: version });
  else if (parameters.length > 0) state.actions.notify({ kind: "url-ignored", parameters });
  else if (outsidePeriod(dataset.meta, url).length > 0)
    state.actions.notify({ kind: "outside-period" });
  else if (
    !isEmbedded &&
    url.lang !== undefined &&
    isSpokenInPart(url.lang, language, dataset.meta)
  )
    state.actions.notify({ kind: "language", asked: url.lang });
  else if (title && !isEmbedded) state.actions.notify({ kind: "of-picture", title });
  run(state, showEvents, isCopy);
}

/** A part of the page without which there is no map. */
async function partOf<Part>(part: Promise<Part>): Promise<Part> {
  try {
    return await part;
  } catch (error) {
    throw new NotGiven("a part of the page did not come", error);
  }
}

/** Whether a reader who asks for a language is shown another one, or two. */
const isSpokenInPart = (asked: Language, spoken: Language, meta: DatasetMeta) =>
  languageInWords(asked, spoken, meta.languages, messagesOf(spoken, meta)) !== null;

function run(state: AppState, showEvents: ShowEvents, isCopy: boolean): void {
  const maps = createMaps(state, showEvents);
  const hasMap = hasWebgl();
  render(
    isEmbedded ? (
      <EmbedApp state={state} onMap={maps.onMap} hasMap={hasMap} hasControls={controls === "all"} />
    ) : (
      <App state={state} onMap={maps.onMap} onComparedMap={maps.onComparedMap} hasMap={hasMap} />
    ),
    root,
  );
  runPlayback(state, {
    request: requestAnimationFrame.bind(window),
    cancel: cancelAnimationFrame.bind(window),
  });
  state.events.run();
  printPage(state, root);
  listenToKeys(state, document, new AbortController().signal);
  if (!isEmbedded) {
    echoUrl(state, window, readersLanguage(state.dataset.meta.languages));
    tellOffline(state, isCopy);
    void completePage(state, hasMap);
  }
  echoTitle(state, window);
}

setTexts();
begin();
