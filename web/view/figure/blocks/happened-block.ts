// What happened on the date of the figure, in the words of the data.

import { isOneDay } from "#model/measure/separation-series.ts";
import { textIn } from "#model/words/language.ts";
import type { Messages } from "#web/i18n/messages.ts";
import { element } from "#web/view/drawing/svg.ts";
import { eventGlyph } from "#web/view/figure/map/glyphs.ts";
import { setParagraph } from "#web/view/figure/type/text.ts";
import type { SourceNotes } from "#web/view/figure/words/figure-sources.ts";
import { familyOf } from "#web/view/scene/category-family.ts";
import { happenedIn } from "#web/view/scene/happened.ts";
import type { FigureInput } from "../figure-input.ts";
import { type Block, EMPTY, stack } from "./block.ts";

const SIZE = 14;
const MARK = 40;
const MAX_EVENTS = 3;

/** The families of which the list says what each of their marks stands for: the legend need not. */
export function listedFamilies({ dataset, moments }: FigureInput): string[] {
  const [moment, ...others] = moments;
  if (!moment || others.length > 0) return [];
  const families = happenedIn(moment.scene).map(
    ({ thing }) => familyOf(dataset.meta, thing.category).id,
  );
  const further = new Set(families.slice(MAX_EVENTS));
  return families.slice(0, MAX_EVENTS).filter((family) => !further.has(family));
}

export function happenedBlock(
  { dataset, language, moments, palette }: FigureInput,
  notes: SourceNotes | undefined,
  texts: Messages,
  width: number,
): Block {
  const [moment] = moments;
  if (!moment || moments.length > 1) return EMPTY;
  const events = happenedIn(moment.scene);
  if (events.length === 0) return EMPTY;
  const lines = events.slice(0, MAX_EVENTS).map(({ presence, thing }): Block => {
    const isCertain = presence === "certain";
    const title = textIn(thing.title, language);
    const said = isCertain ? title : texts.aside(title, texts.possiblyThen(isOneDay(moment.days)));
    const text = said + (notes?.get(thing.id) ?? "");
    const { symbol } = familyOf(dataset.meta, thing.category);
    const words = setParagraph(
      { text, size: SIZE, face: "regular", fill: palette.ink },
      width - MARK,
    );
    return {
      height: Math.max(20, words.height),
      draw: (x, y) =>
        eventGlyph([x + 16, y + 10], symbol, { isCertain }, palette) + words.draw(x + MARK, y),
    };
  });
  const rest = events.length - MAX_EVENTS;
  const more =
    rest > 0
      ? setParagraph(
          { text: texts.figureMoreEvents(rest), size: 13, face: "regular", fill: palette.label },
          width - MARK,
        )
      : EMPTY;
  const shifted: Block = { height: more.height, draw: (x, y) => more.draw(x + MARK, y) };
  const block = stack([...lines, shifted], 5);
  return { ...block, draw: (x, y) => element("g", { id: "happened" }, block.draw(x, y)) };
}
