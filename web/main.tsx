import { ownColumns } from "#model/question/own-column.ts";
import { spokenLanguage } from "./view/address/spoken-language.ts";
import "./styles/in-order.ts";
import { effect } from "@preact/signals";
import { render } from "preact";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import { isVersionNamed } from "#model/dataset/version.ts";
import { interfaceLanguage, type Language, languageFor } from "#model/words/language.ts";
import { NotGiven } from "./api/ask-service.ts";
import { type LoadedDataset, loadDataset } from "./api/load-dataset.ts";
import { isAskedAsEmbed, namesVersion, ownAddress } from "./api/own-address.ts";
import { App } from "./frame/app.tsx";
import { EmbedApp } from "./frame/embed/embed-app.tsx";
import { listenToKeys } from "./frame/keyboard.ts";
import { type Failure, LoadingPage } from "./frame/loading-page.tsx";
import { languageInWords } from "./i18n/language-words.ts";
import { type Messages, messagesOf } from "./i18n/messages.ts";
import { createMaps } from "./map/maps.ts";
import { type AppState, createAppState } from "./state/app-state.ts";
import { shownDateInWords } from "./state/date-in-words.ts";
import { isBare } from "./state/opening.ts";
import { runPlayback } from "./state/playback.ts";
import { echoUrl } from "./state/url-echo.ts";
import { askedBy } from "./view/address/asked-by-url.ts";
import { readEmbedOptions } from "./view/address/embed-options.ts";
import { outsidePeriod } from "./view/address/period.ts";
import { parseUrl } from "./view/address/url.ts";
import { withdrawalOf } from "./view/question/withdrawn-selection.ts";
import { defaultTitle } from "./view/words/default-title.ts";

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
function tellFailure(texts: Messages, failure: Failure): void {
  const onRetry = failure.kind === "nothing" ? begin : () => location.reload();
  render(<LoadingPage texts={texts} failure={failure} onRetry={onRetry} />, root);
}

function begin(): void {
  const language = parseUrl(new URL(location.href)).state.lang ?? readersLanguage();
  document.documentElement.lang = interfaceLanguage(language);
  const texts = messagesOf(language);
  render(<LoadingPage texts={texts} />, root);
  loadDataset(AbortSignal.timeout(60_000))
    .then(start)
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

function start({ dataset, isCopy }: LoadedDataset): void {
  const { state: url, ignored } = parseUrl(
    new URL(location.href),
    ownColumns(dataset.meta.attributes),
  );
  const language = spokenLanguage(dataset.meta, url) ?? readersLanguage(dataset.meta.languages);
  const state = createAppState(dataset, {
    ...askedBy(url),
    // One map is all that a frame has room for.
    ...(isEmbedded ? { compare: undefined } : {}),
    language,
    selection: url.sel,
    storyStep: url.step,
    panel: url.view,
    versionPair: url.versions ?? null,
    camera: url.camera,
    showsDistances: url.distances ?? false,
    isFramed: isEmbedded && window.parent !== window,
    isOpening: !isEmbedded && isBare(url) && !namesVersion(),
  });
  const isRead = !state.events.areHeld && url.sel?.kind === "event";
  const isMissing = url.sel && !isRead && state.selection.peek() === null;
  const parameters = [
    ...ignored,
    ...(isMissing ? ["sel"] : []),
    ...(url.step && state.storyStep.peek() === null ? ["step"] : []),
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
  run(state, isCopy);
}

/** Whether a reader who asks for a language is shown another one, or two. */
const isSpokenInPart = (asked: Language, spoken: Language, meta: DatasetMeta) =>
  languageInWords(asked, spoken, meta.languages, messagesOf(spoken, meta)) !== null;

function run(state: AppState, isCopy: boolean): void {
  const maps = createMaps(state);
  render(
    isEmbedded ? (
      <EmbedApp
        state={state}
        onMap={maps.onMap}
        hasMap={hasWebgl()}
        hasControls={controls === "all"}
      />
    ) : (
      <App
        state={state}
        onMap={maps.onMap}
        onComparedMap={maps.onComparedMap}
        hasMap={hasWebgl()}
      />
    ),
    root,
  );
  runPlayback(state, {
    request: requestAnimationFrame.bind(window),
    cancel: cancelAnimationFrame.bind(window),
  });
  state.events.run();
  listenToKeys(state, document, new AbortController().signal);
  if (!isEmbedded) {
    echoUrl(state, window, readersLanguage(state.dataset.meta.languages));
    keepOffline(state, isCopy);
  }
  effect(() => {
    const language = state.language.value;
    document.documentElement.lang = interfaceLanguage(language);
    const { dataset, filter, scene, selection, separation } = state;
    const date = shownDateInWords(state);
    const moment = { scene: scene.value, separation: separation.value, days: scene.value.days };
    document.title = messagesOf(language, dataset.meta).documentTitle(
      date,
      defaultTitle({
        dataset,
        language,
        date,
        moments: [moment],
        filter: filter.value,
        selection: selection.value,
      }),
    );
  });
}

/** Lets the browser keep page and data, and says so when they come from there. */
function keepOffline(state: AppState, isCopy: boolean): void {
  if (import.meta.env.PROD) void keepCopies().catch(() => {});
  const tell = () => state.actions.notify(navigator.onLine ? null : { kind: "offline" });
  if (isCopy) state.actions.notify({ kind: "offline" });
  window.addEventListener("offline", tell);
  window.addEventListener("online", tell);
}

/** As in the service worker; on one host there may be several services, each below a path of its own. */
const STORE = "rocade-1";

/**
 * Stores what this visit has loaded, for the service worker to serve without a network: the files first, then page and
 * data at once, last of all, so that at every moment the copy is the former one or this one, whole. Then the files of an
 * earlier build go.
 */
async function keepCopies(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await activated(await navigator.serviceWorker.register(ownAddress("offline.js")));
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const assets = loaded.filter((url) => url.startsWith(ownAddress("assets/")));
  const store = await caches.open(`${STORE} ${ownAddress("")}`);
  await store.addAll([...new Set(assets)]);
  await store.addAll([ownAddress(""), ownAddress("api/dataset")]);
  for (const request of await store.keys())
    if (request.url.startsWith(ownAddress("assets/")) && !assets.includes(request.url))
      await store.delete(request);
}

/** Waits for the worker of this registration: `serviceWorker.ready` may tell of that of a service above this path. */
function activated({ active, installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const worker = installing ?? waiting;
  if (active || !worker) return Promise.resolve();
  return new Promise((resolve, reject) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new Error("the worker was not installed"));
    });
  });
}

begin();
