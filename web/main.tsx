import "@fontsource/source-sans-3/latin-400.css";
import "@fontsource/source-sans-3/latin-400-italic.css";
import "@fontsource/source-sans-3/latin-600.css";
import "maplibre-gl/dist/maplibre-gl.css";
import "./styles/tokens.css";
import "./styles/layout.css";
import "./styles/time-bar.css";
import "./styles/charts.css";
import "./styles/panel.css";
import "./styles/map.css";
import { effect } from "@preact/signals";
import { render } from "preact";
import { labelDay } from "#model/date-label.ts";
import { LANGUAGES, type Language } from "#model/language.ts";
import { messagesOf } from "./i18n/messages.ts";
import { MapView } from "./map/map-view.ts";
import { type AppState, createAppState } from "./state/app-state.ts";
import { loadDataset } from "./state/load-dataset.ts";
import { runPlayback } from "./state/playback.ts";
import { parseUrl } from "./state/url.ts";
import { echoUrl } from "./state/url-echo.ts";
import { App } from "./ui/app.tsx";
import { LoadingPage } from "./ui/loading-page.tsx";

const root = document.getElementById("app") ?? document.body;

/** The reader's own language when we speak it, else English. */
function browserLanguage(): Language {
  for (const tag of navigator.languages) {
    const language = LANGUAGES.find((candidate) => candidate === tag.slice(0, 2).toLowerCase());
    if (language) return language;
  }
  return "en";
}

function hasWebgl(): boolean {
  return document.createElement("canvas").getContext("webgl2") !== null;
}

async function start(): Promise<void> {
  const { state: url, ignored } = parseUrl(new URL(location.href));
  const language = url.lang ?? browserLanguage();
  document.documentElement.lang = language;
  render(<LoadingPage texts={messagesOf(language)} />, root);
  try {
    const dataset = await loadDataset(AbortSignal.timeout(60_000));
    const state = createAppState(dataset, {
      day: url.date,
      certainty: url.certainty,
      language,
      selection: url.sel,
      camera: url.camera,
    });
    if (url.sel && state.selection.peek() === null) ignored.push("sel");
    if (ignored.length > 0) state.actions.notify({ kind: "url-ignored", parameters: ignored });
    run(state);
  } catch (error) {
    render(<LoadingPage texts={messagesOf(language)} error={error} onRetry={start} />, root);
  }
}

function run(state: AppState): void {
  const hasMap = hasWebgl();
  let view: MapView | undefined;
  let container: HTMLElement | null = null;
  const onMapContainer = (element: HTMLElement | null) => {
    if (element === container) return;
    view?.remove();
    container = element;
    view = element ? new MapView(element, state) : undefined;
  };
  render(<App state={state} onMapContainer={onMapContainer} hasMap={hasMap} />, root);
  runPlayback(state, {
    request: requestAnimationFrame.bind(window),
    cancel: cancelAnimationFrame.bind(window),
  });
  echoUrl(state, window, browserLanguage());
  effect(() => {
    const language = state.language.value;
    document.documentElement.lang = language;
    document.title = messagesOf(language).documentTitle(labelDay(state.day.value, language));
  });
}

void start();
