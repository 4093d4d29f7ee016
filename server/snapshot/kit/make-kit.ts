// A publishing kit: one ZIP from which a desk publishes without this service. The same question gives the same bytes.

import { ownColumns } from "#model/question/own-column.ts";
import type { Day } from "#model/time/day.ts";
import { documentOf } from "#web/view/address/figure-document.ts";
import { ownParameters } from "#web/view/address/own-parameters.ts";
import { PAGE_PARAMETERS } from "#web/view/address/picture-address.ts";
import { lackingOn } from "#web/view/figure/unmet-edits.ts";
import { daysOfPicture } from "#web/view/figure-of-address.ts";
import { normalisedAddress } from "#web/view/proof/normalised-address.ts";
import { PROOF_FILE } from "#web/view/proof/proof-file.ts";
import type { Proof } from "#web/view/proof/proof-record.ts";
import type { AskedPicture } from "../asked-picture.ts";
import { kitFonts } from "../fonts/kit-fonts.ts";
import type { Picture } from "../picture-task.ts";
import { dataBeside } from "../sidecar/data-beside.ts";
import { datedZip } from "../sidecar/dated-zip.ts";
import { filesOfWords, wordsBeside } from "../sidecar/words-beside.ts";
import { drawDays } from "./draw-days.ts";
import { drawKitFigure } from "./draw-figure.ts";
import { kitPage } from "./kit-page.ts";
import type { DatedPicture, KitParts } from "./kit-parts.ts";
import { svgFile, WIDTHS } from "./kit-picture.ts";
import { variantOf } from "./kit-question.ts";
import { embedCode, kitReadme } from "./kit-readme.ts";
import { KIT_SCRIPT } from "./kit-script.ts";
import { kitStyle } from "./kit-style.ts";
import { ROCADE_MAP_SCRIPT } from "./rocade-map.ts";

/** Of a longer story the page has no step, and says so: it would have more pictures than anybody scrolls past. */
const MAX_STEPS = 40;

/** Draws all pictures of the kit and packs it; throws `FigureTooSmall`, and what drawing throws. */
export async function makeKit(said: AskedPicture): Promise<Picture> {
  const { dataset, language } = said;
  const { meta } = dataset;
  const address = normalisedAddress(said.address, language, meta.version.label);
  const asked = variantOf({ ...said, address }, {});
  const figure = await drawKitFigure(asked);
  const { figure: drawn, input, proof } = figure.made;
  const days = daysOfPicture(dataset, asked.question);
  const pair = days.length === 2 ? await drawPair(asked, days) : undefined;
  const steps = await drawStory(asked);
  const [before, after] = pair?.pictures ?? [];
  const parts: KitParts = {
    asked,
    figure,
    pair: before && after && [before, after],
    steps: steps.pictures.flatMap((picture, index) => {
      const step = dataset.story[index];
      return step ? { step, picture } : [];
    }),
    stepsLeftOut: dataset.story.length > MAX_STEPS ? dataset.story.length : 0,
    words: wordsBeside(asked),
  };
  const cited = [
    ...(pair?.sources ?? []),
    ...steps.sources,
    ...parts.steps.flatMap(({ step }) => step.sourceIds),
  ];
  const bytes = datedZip(dataset, {
    "README.txt": kitReadme(parts),
    "index.html": kitPage(parts),
    "kit.css": kitStyle(parts),
    "kit.js": KIT_SCRIPT,
    "rocade-map.js": ROCADE_MAP_SCRIPT,
    "embed.txt": embedCode(parts),
    "kit.json": `${JSON.stringify(stateOf(parts), null, 2)}\n`,
    [PROOF_FILE]: `${JSON.stringify(proofOfKit(proof, asked), null, 2)}\n`,
    ...figure.files,
    ...pair?.files,
    ...steps.files,
    ...inFolder("fonts", kitFonts()),
    ...inFolder("texts", filesOfWords(parts.words)),
    ...inFolder("data", dataBeside({ figure: drawn, input }, cited)),
  });
  return { bytes, missing: drawn.missing, leftOff: lackingOn(drawn) };
}

const inFolder = (folder: string, files: Readonly<Record<string, string | Uint8Array>>) =>
  Object.fromEntries(Object.entries(files).map(([name, file]) => [`${folder}/${name}`, file]));

function drawPair(asked: AskedPicture, days: readonly Day[]) {
  const one = variantOf(asked, { dates: undefined, compare: undefined, layout: undefined });
  const named = [...days]
    .sort((a, b) => a - b)
    .map((day, index) => ({ name: index === 0 ? "before" : "after", day }));
  return drawDays(one, named, WIDTHS);
}

/** Each step at its date, all in one frame; what somebody asked of the figure besides holds for that alone. */
async function drawStory(asked: AskedPicture) {
  const { dataset } = asked;
  const { story } = dataset;
  if (story.length === 0 || story.length > MAX_STEPS)
    return { pictures: [], files: {}, sources: [] };
  const kept: readonly string[] = ["lang", "certainty", "conventions"];
  const columns = ownColumns(dataset.meta.attributes);
  const dropped = [
    ...PAGE_PARAMETERS,
    ...ownParameters(columns),
    "dates",
    "layout",
    "title",
    "caption",
  ]
    .filter((name) => !kept.includes(name))
    .map((name) => [name, undefined] as const);
  const plain = variantOf(asked, Object.fromEntries(dropped));
  // A crowd was read for the days of the figure.
  const crowd = asked.crowd === undefined ? undefined : null;
  const named = story.map(({ date }, index) => ({
    name: `step-${String(index + 1).padStart(2, "0")}`,
    day: date,
  }));
  return drawDays({ ...plain, crowd }, named, [390, 700]);
}

/** That of its figure, asked as the kit was. */
function proofOfKit(proof: Proof, { address, dataset }: AskedPicture): Proof {
  const figure = documentOf(address.searchParams, dataset.meta.id);
  return { ...proof, query: address.search.slice(1), figure, kit: true };
}

/** For programs: what was asked, and which pictures there are. */
function stateOf({ asked, figure, pair, steps }: KitParts) {
  const { address, dataset, language } = asked;
  const { version } = dataset.meta;
  const kit = new URL("kit.zip", address);
  kit.search = address.search;
  const pictures: readonly (typeof figure.picture | DatedPicture)[] = [
    figure.picture,
    ...(pair ?? []),
    ...steps.map(({ picture }) => picture),
  ];
  return {
    rocade: "kit/1",
    kit: kit.href,
    page: figure.made.input.permalink,
    version: { label: version.label, hash: version.contentHash },
    language,
    dates: figure.made.input.moments.map(({ date }) => date),
    pictures: pictures.map((picture) => ({
      name: picture.name,
      ...("date" in picture ? { date: picture.date } : {}),
      alt: picture.alt,
      files: picture.themes.flatMap((theme) =>
        picture.sizes.map(({ height, width }) => ({
          file: svgFile(picture, width, theme),
          theme,
          width,
          height,
        })),
      ),
    })),
  };
}
