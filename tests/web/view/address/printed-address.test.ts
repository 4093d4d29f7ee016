// The address on a picture gives back all that the picture shows and says, whatever was asked for.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDataset } from "#tests/support/records/dataset.ts";
import { day } from "#tests/support/records/records.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { FURNITURE } from "#web/view/address/furniture.ts";
import {
  type PictureQuestion,
  readPictureAddress,
  THEMES,
} from "#web/view/address/picture-address.ts";
import { choicesOfAddress } from "#web/view/address/picture-choices.ts";
import { parseUrl } from "#web/view/address/url.ts";
import { creditParagraphs } from "#web/view/figure/words/figure-words.ts";
import { figureInputOf } from "#web/view/figure-of-address.ts";

const DATASET = createDataset({});

function questionAt(address: URL): PictureQuestion {
  const read = readPictureAddress(address, []);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const maybe = (...values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: "" });
const title = fc.option(
  fc.constantFrom(
    "",
    "Where people lived",
    "Où ont vécu les personnes exilées ?",
    "50 % & more",
    "a+b #1",
    "日本語",
  ),
  { nil: undefined },
);
/** What is shown, as the page says it too. */
const shown = fc.record({
  mode: maybe("cumulative"),
  certainty: maybe("certain"),
  conventions: maybe("false"),
  kinds: maybe("camp", "camp,squat"),
  categories: maybe("protest"),
  certainties: maybe("confirmed,reported"),
  sides: maybe("inside,edge"),
  sourceKinds: maybe("press"),
  q: maybe("rue Lamy", "é & è"),
  area: maybe("1.8,50.9,1.9,50.9,1.9,51"),
  distances: maybe("true"),
  sel: maybe("event:event"),
  lang: maybe("fr", "en"),
});
/** How it looks besides. */
const look = fc.record({
  title,
  theme: fc.constantFrom(...THEMES.filter((theme) => theme !== "grey")),
  colours: maybe("line:ffcc00"),
  label: maybe("squat-vic,none", "camp-lamy,9,-60,Rue Lamy, cleared"),
  annotation: maybe("1.858,50.963,60,-60,curved,Cleared at dawn"),
  highlight: maybe("place:camp-lamy,event:fire"),
  byline: maybe("Map: a desk"),
  note: maybe("A note"),
  background: maybe("transparent"),
  without: fc.subarray([...FURNITURE]),
});

function addressOf(parameters: Readonly<Record<string, string | undefined>>): URL {
  const address = new URL("http://localhost/snapshot.svg");
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined && (value !== "" || name === "title"))
      address.searchParams.set(name, value);
  return address;
}

/** What of a question is seen on the picture, its address left aside. */
function seenOf(question: PictureQuestion) {
  const { byline = "", colours, edits, furniture, isTransparent, note = "", theme } = question;
  const title = question.title ?? null;
  return { byline, note, title, theme, colours, edits, isTransparent, furniture: [...furniture] };
}

describe("the address printed on a picture", () => {
  const time = fc.constantFrom(
    { date: "2014-05-27" },
    { time: "2015-01-01/2015-06-30" },
    { date: "2014-05-27", compare: "2016-09-05" },
    {},
  );

  it("of what the page can show is that of the page, and of how the picture looks", () => {
    fc.assert(
      fc.property(shown, look, time, (what, { without, ...rest }, when) => {
        const address = addressOf({ ...what, ...rest, ...when, without: without.join(",") });
        const question = questionAt(address);
        const { language, permalink } = figureInputOf(DATASET, question, "en", address);
        const printed = new URL(permalink);
        expect(printed.pathname).toBe("/");
        expect(printed.searchParams.get("v")).toBe(DATASET.meta.version.label);
        const { ignored, state } = parseUrl(printed);
        expect(ignored).toEqual([]);
        expect(state).toEqual({
          ...question.state,
          lang: language,
          ...("time" in when ? {} : { date: question.state.date ?? day("2014-05-27") }),
        });
        expect(choicesOfAddress(printed)).toEqual(seenOf(question));
      }),
    );
  });

  it("of several dates is that of the same picture", () => {
    const size = fc.constantFrom({ paper: "a3" }, { width: "1600", height: "1200" });
    fc.assert(
      fc.property(shown, look, size, (what, { without, ...rest }, how) => {
        const dates = "2014-05-27,2016-09-05";
        const asked = { ...what, ...rest, ...how, dates, mode: "", without: without.join(",") };
        const address = addressOf(asked);
        const question = questionAt(address);
        const { language, permalink } = figureInputOf(DATASET, question, "en", address);
        const printed = questionAt(new URL(permalink));
        expect(printed).toEqual({
          ...question,
          state: { ...question.state, lang: language },
          version: DATASET.meta.version.label,
        });
      }),
    );
  });

  it("of what an editor changed at length says that it has none of it", () => {
    const note = "As the editor says. ".repeat(14).trim();
    const address = addressOf({ date: "2014-05-27", highlight: "place:camp-lamy", note });
    const input = figureInputOf(DATASET, questionAt(address), "en", address);
    expect(new URL(input.permalink).searchParams.has("highlight")).toBe(false);
    const words = creditParagraphs(input, messagesOf("en", DATASET.meta)).join(" ");
    expect(words).toContain(`${input.permalink} (there without the editor’s changes)`);
    const short = figureInputOf(
      DATASET,
      questionAt(addressOf({ date: "2014-05-27", highlight: "place:camp-lamy" })),
      "en",
      address,
    );
    expect(short.permalink).toContain("highlight=place:camp-lamy");
    expect(creditParagraphs(short, messagesOf("en", DATASET.meta)).join(" ")).not.toContain(
      "editor",
    );
  });
});
