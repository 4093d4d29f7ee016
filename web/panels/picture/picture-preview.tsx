import { useEffect, useRef } from "preact/hooks";
import { isMeasuredSite } from "#model/dataset/roles.ts";
import type { Bbox } from "#model/space/bbox.ts";
import { isBrought } from "#web/api/own-address.ts";
import { useTexts } from "#web/controls/app-context.ts";
import { showScriptFonts } from "#web/export/load-script-fonts.ts";
import type { FigureEdits } from "#web/view/address/figure-edits.ts";
import { movedBox } from "#web/view/address/picture-choices.ts";
import { type Pixel, positionAt } from "#web/view/drawing/projection.ts";
import { alternativeText } from "#web/view/figure/words/figure-caption.ts";
import { shortNameOf } from "#web/view/words/short-name.ts";
import { type Drawn, type DrawnFigure, saidOf } from "./drawn.ts";
import { editTextsOf } from "./edit-texts.ts";
import { graspedAt, middleOfWords, scaleOf } from "./grasped-words.ts";
import { moved, newNote } from "./made-edits.ts";
import type { PictureTexts } from "./picture-texts.ts";

type Props = {
  readonly drawn: Drawn;
  readonly texts: PictureTexts;
  readonly onFrame: (box: Bbox) => void;
  readonly edits: FigureEdits;
  readonly onEdit: (edits: FigureEdits) => void;
};

/** What the pointer holds: the map, or words on it. */
type Grasp = {
  readonly at: readonly [number, number];
  readonly map: DOMRect;
  readonly words: (NonNullable<ReturnType<typeof graspedAt>> & { readonly middle: Pixel }) | null;
};

const WHEEL_STEP = 1.15;
/** The map of a figure, or one of several. */
const MAP = "g[clip-path][id^='map']";
/** Less than this is a click that slipped. */
const CLICK_PX = 4;

/** The real figure. Dragging it moves the map in its frame, the wheel brings it closer. */
export function PicturePreview({ drawn, edits, texts, onEdit, onFrame }: Props) {
  const { language } = useTexts();
  const grasp = useRef<Grasp | null>(null);
  // What was pressed: who holds the pointer is told nothing else of a click.
  const pressed = useRef<EventTarget | null>(null);
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
          {saidOf(drawn)}
        </p>
      </section>
    );
  const { box, height, width } = drawn.input;
  const mapOf = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<SVGGElement>(MAP) : null;
  return (
    <section class="picture-preview" aria-label={texts.preview}>
      <div class="picture-room">
        <div
          class="picture-paper"
          role="img"
          aria-label={alternativeText(drawn.input)}
          style={{ aspectRatio: `${width} / ${height}`, "--shape": `${width / height}` }}
          dangerouslySetInnerHTML={{ __html: drawn.svg }}
          onPointerDown={(event) => {
            pressed.current = event.target;
            const map = mapOf(event.target);
            if (!map) return;
            const held = graspedAt(event.target);
            grasp.current = {
              at: [event.clientX, event.clientY],
              map: groundOf(map).getBoundingClientRect(),
              words: held && { ...held, middle: middleOfWords(held.group) },
            };
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={(event) => {
            const held = grasp.current;
            if (!held?.words) return;
            const [dx, dy] = [event.clientX - held.at[0], event.clientY - held.at[1]];
            const { group } = held.words;
            const scale = scaleOf(group);
            group.setAttribute("transform", `translate(${dx / scale} ${dy / scale})`);
          }}
          onPointerCancel={() => {
            grasp.current?.words?.group.removeAttribute("transform");
            grasp.current = null;
          }}
          onPointerUp={(event) => {
            if (!grasp.current) return;
            const { at, map, words } = grasp.current;
            grasp.current = null;
            const [dx, dy] = [event.clientX - at[0], event.clientY - at[1]];
            words?.group.removeAttribute("transform");
            if (Math.hypot(dx, dy) <= CLICK_PX) return;
            if (words) {
              const scale = scaleOf(words.group);
              const { middle, what } = words;
              onEdit(moved(edits, what, [dx / scale, dy / scale], { drawn, middle }));
            } else onFrame(movedBox(box, { right: -dx / map.width, up: dy / map.height }));
          }}
          onDblClick={(event) => {
            const map = mapOf(pressed.current);
            if (!map || graspedAt(pressed.current)) return;
            const ground = groundOf(map).getBoundingClientRect();
            const scale = scaleOf(map);
            const at = positionAt(drawn.view, [
              (event.clientX - ground.left) / scale,
              (event.clientY - ground.top) / scale,
            ]);
            const nth = Number(/^map-(\d+)$/.exec(map.id)?.[1] ?? 0);
            onEdit(newNote(edits, at, editTextsOf(language).newWords, nth || null));
          }}
          onWheel={(event) => {
            if (!mapOf(event.target)) return;
            event.preventDefault();
            onFrame(movedBox(box, { by: event.deltaY > 0 ? WHEEL_STEP : 1 / WHEEL_STEP }));
          }}
        />
      </div>
      <Facts drawn={drawn} texts={texts} />
    </section>
  );
}

/** What is drawn is cut off at the frame of a map; the sea under it is as large as the frame. */
const groundOf = (map: Element) => map.querySelector("[id^='ground'] > rect") ?? map;

/** What is on the picture, and what is missing from it or not known. */
function Facts({
  drawn: { input, leftOff, missing, sources, unmet },
  texts,
}: {
  readonly drawn: DrawnFigure;
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
  const { dataset, language } = input;
  const nameOf = (id: string) => {
    const place = dataset.places.find((one) => one.id === id);
    return place ? shortNameOf(dataset.meta, place, language) : id;
  };
  const lacking = unmet.map((edit) => {
    if (edit.name === "annotation") return texts.unmetEdit.annotation(edit.nth);
    const id = edit.name === "label" ? edit.placeId : edit.record.id;
    return texts.unmetEdit[edit.name](nameOf(id));
  });
  const { all, listed } = sources;
  return (
    <ul class="picture-facts" aria-live="polite">
      <li>{facts.join(" · ")}</li>
      <li>{texts.pixels(input.width, input.height)}</li>
      {names.length > 0 && <li>{texts.leftOff(names.join(", "))}</li>}
      {lacking.length > 0 && <li>{texts.unmet(lacking.join(" · "))}</li>}
      {listed.length < all.length && <li>{texts.sourcesCut(listed.length, all.length)}</li>}
      {missing.length > 0 && <li>{texts.missingGlyphs(missing.join(", "))}</li>}
    </ul>
  );
}
