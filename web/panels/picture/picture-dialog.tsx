import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { ownColumns } from "#model/question/own-column.ts";
import { printDay } from "#model/time/day.ts";
import { isBrought, pageAddress } from "#web/api/own-address.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import { Group } from "#web/controls/form-fields.tsx";
import { isTyping } from "#web/controls/is-typing.ts";
import { fetchedGround } from "#web/export/ground-tiles.ts";
import { ownPicture, servedPicture } from "#web/export/picture-source.ts";
import { createHistory, type History } from "#web/state/history.ts";
import { urlStateOf } from "#web/state/url-echo.ts";
import { outsidePeriod } from "#web/view/address/period.ts";
import { readPictureAddress } from "#web/view/address/picture-address.ts";
import {
  choicesOfAddress,
  FIRST_CHOICES,
  type PictureChoices,
  pictureAddress,
} from "#web/view/address/picture-choices.ts";
import { printUrl } from "#web/view/address/url.ts";
import { drawFigure, FigureTooSmall } from "#web/view/figure/figure.ts";
import { figureInputOf } from "#web/view/figure-of-address.ts";
import { type Drawn, saidOf } from "./drawn.ts";
import { editTextsOf } from "./edit-texts.ts";
import { choicesIn, packedLook } from "./figure-in-address.ts";
import { colourWords } from "./house-colours.tsx";
import { offered } from "./offered-furniture.ts";
import { PictureAnimation } from "./picture-animation.tsx";
import { PictureDocument } from "./picture-document.tsx";
import { PictureFiles } from "./picture-files.tsx";
import { PictureForm } from "./picture-form.tsx";
import { PicturePreview } from "./picture-preview.tsx";
import { pictureTextsOf } from "./picture-texts.ts";
import { sizeWords } from "./size-words.ts";

export { pictureInWords } from "./picture-in-words.ts";

/** So long nothing is drawn anew while somebody types. */
const DRAW_AFTER_MS = 120;

/** What the window holds in which a picture is made of what the page shows: a live preview of the real figure, and every file of it. */
export function PictureDialog() {
  const state = useApp();
  const { language, texts: messages } = useTexts();
  const texts = pictureTextsOf(language);
  const edits = editTextsOf(language);
  const columns = ownColumns(state.dataset.meta.attributes);
  const begin = (): PictureChoices => {
    const begun = choicesIn(state.figure.peek(), pageAddress(), columns);
    if (begun) return begun;
    const first = { ...FIRST_CHOICES, ...choicesOfAddress(pageAddress()) };
    return {
      ...first,
      furniture: offered(first.furniture),
      box: state.camera.peek() === undefined ? null : state.frame.peek(),
      showsDistances: state.showsDistances.peek(),
    };
  };
  const history = useMemo(() => createHistory(begin()), []);
  const choices = history.now;
  const settled = useSignal(choices.peek());
  useSignalEffect(() => {
    const next = choices.value;
    const timer = setTimeout(() => {
      settled.value = next;
    }, DRAW_AFTER_MS);
    return () => clearTimeout(timer);
  });
  const page = useComputed(() => {
    const url = printUrl(pageAddress(), urlStateOf(state, ""), columns);
    url.searchParams.set("lang", state.language.value);
    if (state.mode.value !== "window") url.searchParams.set("date", printDay(state.day.value));
    return url;
  });
  // What is drawn without all of its tiles is drawn again when they have come.
  const loaded = useSignal(0);
  const drawAs = (chosen: PictureChoices): Drawn => {
    const address = pictureAddress(page.value, chosen, "svg", columns);
    const read = readPictureAddress(address, columns);
    if (!read.ok) {
      const words = colourWords(chosen, { dataset: state.dataset, words: messages }, texts);
      return { problems: read.problems, ...(words !== undefined && { words }) };
    }
    const { dates } = read.value;
    const outside = outsidePeriod(state.dataset.meta, {}, typeof dates === "string" ? [] : dates);
    if (outside.length > 0) return { problems: outside };
    const ground = fetchedGround(state.dataset.meta, address);
    const input = {
      ...figureInputOf(
        state.dataset,
        read.value,
        state.language.value,
        address,
        state.events.pictured.value,
      ),
      ground,
      hasAddress: !isBrought(),
    };
    try {
      return { input, question: read.value, ...drawFigure(input) };
    } catch (error) {
      if (error instanceof FigureTooSmall)
        return { problems: [error.problem], words: sizeWords(error.needed, texts) };
      throw error;
    }
  };
  const drawn = useComputed(() => {
    void loaded.value;
    return drawAs(settled.value);
  });
  useSignalEffect(() => {
    const wanting = "input" in drawn.value ? drawn.value.input.ground : undefined;
    if (wanting?.isWanting)
      void wanting.load().then(
        () => {
          loaded.value += 1;
        },
        () => state.actions.notify({ kind: "part-failed", part: wanting }),
      );
  });
  const { change } = history;
  const notesMade = useSignal(0);
  const changeByHand = (changes: Partial<PictureChoices>) => {
    const before = choices.peek().edits.annotations.length;
    change(changes);
    if (choices.peek().edits.annotations.length > before) notesMade.value += 1;
  };
  useSignalEffect(() => {
    // What nobody has changed needs no address.
    if (!history.canUndo.value && state.figure.peek() === null) return;
    const address = pictureAddress(page.value, settled.value, "svg", columns);
    state.actions.setFigure(packedLook(address, state.dataset.meta.id));
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => takeBack(event, history);
    window.addEventListener("keydown", listen, true);
    return () => window.removeEventListener("keydown", listen, true);
  }, []);
  const addressIn = (format: string) => pictureAddress(page.value, choices.value, format, columns);
  return (
    <>
      <PicturePreview
        drawn={drawn.value}
        texts={texts}
        edits={choices.value.edits}
        onEdit={(edits) => changeByHand({ edits })}
        onFrame={(box) => change({ box })}
      />
      <div class="picture-sheet">
        <Group title={edits.changes}>
          <div class="buttons">
            <button type="button" disabled={!history.canUndo.value} onClick={history.undo}>
              {edits.undo}
            </button>
            <button type="button" disabled={!history.canRedo.value} onClick={history.redo}>
              {edits.redo}
            </button>
          </div>
        </Group>
        <PictureFiles
          address={addressIn("png")}
          source={
            isBrought()
              ? ownPicture(() => drawing(drawAs(choices.peek())))
              : servedPicture(addressIn)
          }
          texts={texts}
        />
        <PictureForm
          choices={choices.value}
          drawn={drawn.value}
          notesMade={notesMade.value}
          texts={texts}
          onChange={changeByHand}
        />
        <PictureDocument address={addressIn("svg")} onOpen={change} />
        {!isBrought() && (
          <PictureAnimation choices={choices.value} page={page.value} texts={texts} />
        )}
      </div>
    </>
  );
}

/** Ctrl or ⌘ with Z, with Shift too, or with Y; in a field it is the field's own. */
function takeBack(
  event: KeyboardEvent,
  { redo, undo }: Pick<History<PictureChoices>, "redo" | "undo">,
) {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  if (key === "y" || event.shiftKey) redo();
  else undo();
}

/** What the browser itself can draw, or why it cannot. */
const drawing = (drawn: Drawn): ReturnType<Parameters<typeof ownPicture>[0]> =>
  "input" in drawn ? { input: drawn.input, dpi: drawn.question.size.dpi } : { why: saidOf(drawn) };
