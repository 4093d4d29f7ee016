// The colours of a house, in place of the theme's: one field for each role that the dataset has.
import { type Dataset, hasSides } from "#model/dataset/dataset.ts";
import { isBarrier, isSite } from "#model/dataset/roles.ts";
import { OF_NO_SIDE, sideLook } from "#model/measure/side-look.ts";
import { SIDES } from "#model/measure/site.ts";
import { useApp, useTexts } from "#web/controls/app-context.ts";
import type { Messages } from "#web/i18n/message-types.ts";
import type { PictureChoices } from "#web/view/address/picture-choices.ts";
import {
  COLOUR_ROLES,
  type ColourRole,
  coloursOf,
  illegibleIn,
  withColours,
} from "#web/view/drawing/house-palette.ts";
import { FIGURE_PALETTES } from "#web/view/drawing/palette.ts";
import { siteWord } from "#web/view/words/site-word.ts";
import type { PictureTexts } from "./picture-texts.ts";

type Props = {
  readonly choices: Pick<PictureChoices, "colours" | "theme">;
  readonly texts: PictureTexts;
  readonly onChange: (changes: Pick<PictureChoices, "colours">) => void;
};

export function HouseColourFields({ choices: { colours, theme }, texts, onChange }: Props) {
  const { dataset } = useApp();
  const { texts: words } = useTexts();
  if (theme === "grey") return null;
  const now = coloursOf(withColours(FIGURE_PALETTES[theme], colours));
  const names = roleNames(dataset, words, texts);
  return (
    <details class="house-colours" open={Object.keys(colours).length > 0}>
      <summary>{texts.colours}</summary>
      <div class="colours">
        {COLOUR_ROLES.flatMap((role) => {
          const name = names[role];
          if (name === undefined) return [];
          return (
            <label key={role} class="colour">
              <input
                type="color"
                value={now[role]}
                onInput={(event) =>
                  onChange({ colours: { ...colours, [role]: event.currentTarget.value } })
                }
              />
              {name}
            </label>
          );
        })}
      </div>
      {Object.keys(colours).length > 0 && (
        <button type="button" class="link" onClick={() => onChange({ colours: {} })}>
          {texts.coloursOfTheme}
        </button>
      )}
    </details>
  );
}

/** What each role is called; those that the dataset does not have are not there. */
export function roleNames(
  { meta, places }: Pick<Dataset, "meta" | "places">,
  words: Messages,
  texts: Pick<PictureTexts, "colourNames">,
): Partial<Record<ColourRole, string>> {
  const { barrier, ink, land, line, paper, sea } = texts.colourNames;
  const hasSites = places.some((place) => isSite(meta, place));
  const sides = SIDES.map((side) => [sideLook(meta, side).colour, words.side[side]] as const);
  const ofSites = hasSides(meta)
    ? Object.fromEntries(sides)
    : { [OF_NO_SIDE.colour]: siteWord(meta, words) };
  return {
    paper,
    ink,
    land,
    sea,
    ...(hasSites && ofSites),
    ...(hasSides(meta) && { line }),
    ...(places.some((place) => isBarrier(meta, place)) && { barrier }),
  };
}

/** Which colours of a house could not be told apart; undefined where all can. */
export function colourWords(
  { colours, theme }: Props["choices"],
  { dataset, words }: { readonly dataset: Dataset; readonly words: Messages },
  texts: PictureTexts,
): string | undefined {
  if (theme === "grey") return undefined;
  const names = { ...texts.colourNames, ...roleNames(dataset, words, texts) };
  const pairs = illegibleIn(withColours(FIGURE_PALETTES[theme], colours)).map(
    ({ has, needs, on, role }) => texts.tooNear(names[role] ?? role, texts.grounds[on], has, needs),
  );
  return pairs.length > 0 ? texts.illegible(pairs.join(" · ")) : undefined;
}
