import { useEffect, useRef } from "preact/hooks";
import { ownColumns } from "#model/question/own-column.ts";
import { pageAddress } from "#web/api/own-address.ts";
import { AppContext, useApp, useTexts } from "#web/controls/app-context.ts";
import { Icon } from "#web/controls/icon.tsx";
import { Said } from "#web/controls/said.tsx";
import { useDateWords } from "#web/controls/use-date-words.ts";
import type { AppState } from "#web/state/app-state.ts";
import { urlStateOf } from "#web/state/url-echo.ts";
import { Readout } from "#web/time-bar/head/readout.tsx";
import { TimeBar } from "#web/time-bar/time-bar.tsx";
import { HEIGHT_MESSAGE, pageOfEmbed } from "#web/view/address/embed-options.ts";
import { printUrl } from "#web/view/address/url.ts";
import { Key } from "../key/key.tsx";
import type { OnMapContainer } from "../maps.tsx";
import { MarkTip } from "../mark-tip.tsx";
import { NoticeLine } from "../notice-line.tsx";
import { SidePanel } from "../side-panel.tsx";
import { Story, StoryBar } from "../story.tsx";
import { useBeside } from "../use-beside.ts";

type Props = {
  readonly state: AppState;
  readonly onMap: OnMapContainer;
  readonly hasMap: boolean;
  readonly hasControls: boolean;
};

/** The map in somebody else's page: no menu, no storage, a link that opens the whole. */
export function EmbedApp({ state, onMap, hasMap, hasControls }: Props) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = root.current;
    if (!element || !state.isFramed) return;
    // Each height once at a width: a frame of another height may be laid out in another way, and ask for the former again.
    const told = new Set<string>();
    const tell = () => {
      // As high as it likes to be at its width, whatever the frame is now.
      const map = element.querySelector(".stage")?.clientHeight ?? 0;
      const besides = element.clientHeight - map;
      const height = Math.round(besides + Math.max(260, element.clientWidth * MAP_SHAPE));
      const size = `${element.clientWidth} ${height}`;
      if (told.has(size)) return;
      told.add(size);
      window.parent.postMessage({ type: HEIGHT_MESSAGE, height }, "*");
    };
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <AppContext.Provider value={state}>
      <div class="app is-embedded" ref={root} data-beside={useBeside(state)}>
        <main class="stage">
          <EmbeddedMap onMap={onMap} hasMap={hasMap} />
          <OpenWhole />
          <NoticeLine />
        </main>
        <Key />
        <Story />
        <SidePanel />
        <MarkTip />
        <BelowMap hasControls={hasControls} />
      </div>
    </AppContext.Provider>
  );
}

/** Height of the map for one of its width. */
const MAP_SHAPE = 0.56;

function EmbeddedMap({ onMap, hasMap }: Pick<Props, "onMap" | "hasMap">) {
  const { actions } = useApp();
  const { texts } = useTexts();
  if (!hasMap) return <p class="message">{texts.noWebgl}</p>;
  return (
    <>
      <div class="maps">
        <section class="map" aria-label={texts.mapLabel} ref={onMap} />
      </div>
      <div class="map-controls">
        {([1, -1] as const).map((by) => (
          <button
            key={by}
            type="button"
            aria-label={by > 0 ? texts.zoomIn : texts.zoomOut}
            onClick={() => actions.command({ kind: "zoom", by })}
          >
            <Icon name={by > 0 ? "plus" : "minus"} />
          </button>
        ))}
      </div>
    </>
  );
}

function OpenWhole() {
  const state = useApp();
  const { texts } = useTexts();
  const url = printUrl(
    pageOfEmbed(pageAddress()),
    urlStateOf(state, ""),
    ownColumns(state.dataset.meta.attributes),
  );
  return (
    <a class="embed-open" href={url.href} target="_blank" rel="noopener">
      {texts.appName} · <Said of={state.dataset.meta.title} />
      <Icon name="open" />
    </a>
  );
}

function BelowMap({ hasControls }: Pick<Props, "hasControls">) {
  if (useApp().storyStep.value !== null) return <StoryBar />;
  return hasControls ? <TimeBar isEmbedded /> : <DateLine />;
}

function DateLine() {
  const date = useDateWords();
  return (
    <section class="embed-date">
      <strong>{date}</strong>
      <Readout isStill />
    </section>
  );
}
