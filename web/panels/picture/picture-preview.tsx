import { useEffect, useRef } from "preact/hooks";
import { isMeasuredSite } from "#model/dataset/roles.ts";
import { describeProblem, type Problem } from "#model/problem.ts";
import type { Bbox } from "#model/space/bbox.ts";
import { isBrought } from "#web/api/own-address.ts";
import { showScriptFonts } from "#web/export/load-script-fonts.ts";
import type { PictureQuestion } from "#web/view/address/picture-address.ts";
import { movedBox } from "#web/view/address/picture-choices.ts";
import type { Figure } from "#web/view/figure/figure.ts";
import type { FigureInput } from "#web/view/figure/figure-input.ts";
import { alternativeText } from "#web/view/figure/words/figure-caption.ts";
import type { PictureTexts } from "./picture-texts.ts";

/** The figure as the choices make it, or what is wrong with them. */
export type Drawn =
  | (Figure & { readonly input: FigureInput; readonly question: PictureQuestion })
  | { readonly problems: readonly Problem[] };

type Props = {
  readonly drawn: Drawn;
  readonly texts: PictureTexts;
  readonly onFrame: (box: Bbox) => void;
};

const WHEEL_STEP = 1.15;
/** Less than this is a click that slipped. */
const CLICK_PX = 4;

/** The real figure. Dragging it moves the map in its frame, the wheel brings it closer. */
export function PicturePreview({ drawn, texts, onFrame }: Props) {
  const grasp = useRef<{ readonly at: readonly [number, number]; readonly map: DOMRect } | null>(
    null,
  );
  const foreign = "foreign" in drawn ? drawn.foreign : "";
  useEffect(() => {
    // Of what was brought the service is told no character. Where they do not come the browser’s own typefaces stay, until
    // the next drawing asks again.
    if (isBrought()) return;
    showScriptFonts(new URL(location.href), foreign).catch(() => undefined);
  }, [drawn]);
  if ("problems" in drawn)
    return (
      <section class="picture-preview" aria-label={texts.preview}>
        <p class="message" role="alert">
          {drawn.problems.map(describeProblem).join("; ")}
        </p>
      </section>
    );
  const { box, height, width } = drawn.input;
  const mapOf = (event: Event) =>
    event.target instanceof Element ? event.target.closest("g[id^='map']") : null;
  return (
    <section class="picture-preview" aria-label={texts.preview}>
      <div
        class="picture-paper"
        role="img"
        aria-label={alternativeText(drawn.input)}
        style={{ aspectRatio: `${width} / ${height}`, "--shape": `${width / height}` }}
        dangerouslySetInnerHTML={{ __html: drawn.svg }}
        onPointerDown={(event) => {
          const map = mapOf(event);
          if (!map) return;
          grasp.current = {
            at: [event.clientX, event.clientY],
            // What is drawn is cut off at the frame; the sea under it is as large as the frame.
            map: (map.querySelector("[id^='ground'] > rect") ?? map).getBoundingClientRect(),
          };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerUp={(event) => {
          if (!grasp.current) return;
          const { at, map } = grasp.current;
          grasp.current = null;
          const [dx, dy] = [event.clientX - at[0], event.clientY - at[1]];
          if (Math.hypot(dx, dy) > CLICK_PX)
            onFrame(movedBox(box, { right: -dx / map.width, up: dy / map.height }));
        }}
        onWheel={(event) => {
          if (!mapOf(event)) return;
          event.preventDefault();
          onFrame(movedBox(box, { by: event.deltaY > 0 ? WHEEL_STEP : 1 / WHEEL_STEP }));
        }}
      />
      <Facts drawn={drawn} texts={texts} />
    </section>
  );
}

/** What is on the picture, and what is missing from it or not known. */
function Facts({
  drawn: { input, leftOff, missing, sources },
  texts,
}: {
  readonly drawn: Extract<Drawn, { input: FigureInput }>;
  readonly texts: PictureTexts;
}) {
  const sites = new Map(
    input.moments
      .flatMap(({ scene }) => scene.sites)
      .filter(({ isCounted }) => isCounted)
      .map((site) => [site.phase.id, site]),
  );
  const events = input.moments.flatMap(({ scene }) =>
    scene.events.flatMap(({ isRecent, thing }) => (isRecent ? [] : thing.id)),
  );
  // Of a crowd those of several moments may be the same ones.
  const crowd = input.moments.map((moment) => moment.crowd?.all ?? 0);
  const number = new Set(events).size + Math.max(0, ...crowd);
  const count = (
    is: (site: typeof sites extends Map<string, infer Site> ? Site : never) => boolean,
  ) => [...sites.values()].filter(is).length;
  const facts = [
    ...(input.dataset.places.some((place) => isMeasuredSite(input.dataset.meta, place))
      ? [texts.sites(sites.size)]
      : [texts.events(number)]),
    ...[
      [count(({ people }) => people === null), texts.withoutFigure],
      [count(({ phase }) => phase.quality.basis === "estimated"), texts.estimated],
      [count(({ presence }) => presence === "possible"), texts.possible],
    ].flatMap(([number, text]) =>
      typeof number === "number" && number > 0 && typeof text === "function" ? text(number) : [],
    ),
  ];
  const names = leftOff.flatMap((name) => (name === "sources" ? [] : texts.furnitureNames[name]));
  const { all, listed } = sources;
  return (
    <ul class="picture-facts" aria-live="polite">
      <li>{facts.join(" · ")}</li>
      <li>{texts.pixels(input.width, input.height)}</li>
      {names.length > 0 && <li>{texts.leftOff(names.join(", "))}</li>}
      {listed.length < all.length && <li>{texts.sourcesCut(listed.length, all.length)}</li>}
      {missing.length > 0 && <li>{texts.missingGlyphs(missing.join(", "))}</li>}
    </ul>
  );
}
