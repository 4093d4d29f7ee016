// English words in a text that is to be French, names of formats, members and tables aside.

const ENGLISH = new Set(
  `about above again alone and another any are aside behind beside broken breaks by called cannot cell cells column columns
  damaged declared deep each empty ends expected file files folder for found from further has have heading headings
  in instead is it its kind language largest least letters line lines list lists longer looks made mistake most must
  nothing nobody number of once other others password picture read reader row rows same says separated sheet sheets
  size some stands such text than that the their them these they this to true two unclosed value values was way where
  which whole with within without word words workbook written wrong`.split(/\s+/),
);

/** Parts that are of no language: between quotation marks that are not of a sentence, in code, members and formats. */
const NAMES =
  /"[^"]*"|\{[^}]*\}|<[^>]*>|\b[a-z]+[A-Z]\w*|\btrue (?:ou|:)|\b\w+(?:\[\d\])?(?:\.\w+)+/g;

/** The English words in the text. */
export function englishIn(text: string): readonly string[] {
  const words = text
    .replace(NAMES, " ")
    .toLowerCase()
    .split(/[^\p{L}’'-]+/u);
  return words.filter((word) => ENGLISH.has(word));
}
