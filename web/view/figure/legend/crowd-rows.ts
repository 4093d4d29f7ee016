// The key of a crowd: a colour for each category that is to be seen, and how an uncertain time or place is drawn.
import type { Language } from "#model/words/language.ts";
import type { Messages } from "#web/i18n/messages.ts";
import { CROWD_LIGHT, crowdColoursOf } from "#web/view/crowd/crowd-colours.ts";
import type { Pixel } from "#web/view/drawing/projection.ts";
import { crowdDisc, crowdGlyph, crowdInSight } from "#web/view/figure/map/crowd-parts.ts";
import { faintUnless, type Sketch } from "#web/view/figure/map/sketch.ts";
import { worldsOf } from "#web/view/figure/map/worlds.ts";
import { categoryName } from "#web/view/words/category-name.ts";

/** Whether it is seen, what it says, how it is drawn. */
export type CrowdRow = readonly [isSeen: boolean, said: string, draw: (at: Pixel) => string];

/** Of categories that share a colour, so many are named. */
const MAX_NAMED = 3;

/** As many rows whatever is seen, so that each has its place in every legend. */
export function crowdRows(sketch: Sketch, texts: Messages): readonly CrowdRow[] {
  const { crowd, language, palette } = sketch;
  const seen = crowd ? worldsOf(sketch).flatMap((world) => crowdInSight(world.sketch)) : [];
  const colours = crowdColoursOf(palette);
  const [first = ""] = colours;
  const inColour = (colour: string | undefined) => [
    ...new Set(seen.flatMap((marks) => (marks.colour === colour ? [...marks.categories] : []))),
  ];
  const ofColours = CROWD_LIGHT.map((_, place): CrowdRow => {
    const colour = colours[place];
    const ids = inColour(colour)
      .sort((a, b) => a - b)
      .map((category) => crowd?.categories[category] ?? "");
    return [
      ids.length > 0,
      namesOf(sketch, ids, language),
      (at) => crowdGlyph(at, { colour: colour ?? "", isCertain: true }, palette),
    ];
  });
  return [
    ...ofColours,
    [
      seen.some(({ isCertain }) => !isCertain),
      texts.legendCrowdPossible,
      (at) => crowdGlyph(at, { colour: first, isCertain: false }, palette),
    ],
    [seen.some(({ disc }) => disc > 0), texts.legendCrowdDisc, (at) => crowdDisc(at, first)],
    [
      seen.some(({ isMatch }) => !isMatch),
      texts.legendFaint,
      (at) => faintUnless(false, crowdGlyph(at, { colour: first, isCertain: true }, palette)),
    ],
  ];
}

function namesOf({ dataset }: Sketch, ids: readonly string[], language: Language): string {
  const names = ids.map((id) => categoryName(dataset.meta, id, language));
  const named = names.slice(0, MAX_NAMED).join(", ");
  return names.length > MAX_NAMED ? `${named}, …` : named;
}
