// What only may have happened on a date is told apart from what did: on the map, in the key and in every sentence.
import { describe, expect, it } from "vitest";
import { createDataset, createEvent } from "#tests/support/records/dataset.ts";
import { spanBetween } from "#tests/support/records/records.ts";
import { readPictureAddress } from "#web/view/address/picture-address.ts";
import { drawFigure } from "#web/view/figure/figure.ts";
import { POSSIBLE_DASH } from "#web/view/figure/map/glyphs.ts";
import { alternativeText, longDescription } from "#web/view/figure/words/figure-caption.ts";
import { figureInputOf } from "#web/view/figure-of-address.ts";

const [from, until] = ["2014-03-01", "2014-05-31"];
const SOME_DAY = {
  startEarliest: spanBetween(from, until).startEarliest,
  startLatest: spanBetween(until, until).startLatest,
  endEarliest: spanBetween(from, from).endEarliest,
  endLatest: spanBetween(until, until).endLatest,
};
const vague = createEvent({
  id: "vague",
  span: SOME_DAY,
  title: { en: "Some day", fr: "Un jour" },
});
const exact = createEvent({
  id: "exact",
  title: { en: "That day", fr: "Ce jour" },
  point: { type: "Point", coordinates: [1.9, 50.94] },
});

function pictureOf(events: readonly (typeof vague)[], query: string) {
  const dataset = createDataset({ events, eventCount: events.length });
  const address = new URL(`http://localhost/snapshot.svg?${query}`);
  const read = readPictureAddress(address, []);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const language = query.includes("lang=fr") ? "fr" : "en";
  const input = figureInputOf(dataset, read.value, language, address);
  const { svg } = drawFigure(input);
  const words = svg.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  return { svg, words, alt: alternativeText(input), long: longDescription(input) };
}
const dashedIn = (svg: string) => svg.split(`stroke-dasharray="${POSSIBLE_DASH}"`).length - 1;

describe("an event that only may have happened on the date of a picture", () => {
  const { alt, long, svg, words } = pictureOf([vague, exact], "date=2014-05-10");

  it("is dashed on the map, in the list of what happened and in the key, where the others are solid", () => {
    expect(dashedIn(svg)).toBe(3);
    expect(dashedIn(pictureOf([exact], "date=2014-05-10").svg)).toBe(0);
  });

  it("is said to be possible in the headline, the list, the key, the alternative text and the description", () => {
    expect(words).toContain("2 events (1 of them possibly)");
    expect(words).toContain("Some day (possibly on this day)");
    expect(words).toContain("dashed: possibly on this day");
    expect(alt).toContain("2 events (1 of them possibly)");
    expect(long).toMatch(/Some day \(possibly on this day\)/);
    expect(long).not.toMatch(/That day \(/);
  });

  it("is called one possible event where there is no other, in French too", () => {
    expect(pictureOf([vague], "date=2014-05-10").words).toContain("Possibly 1 event");
    const french = pictureOf([vague], "date=2014-05-10&lang=fr");
    expect(french.words).toContain("Peut-être 1 événement");
    expect(french.words).toContain("peut-être ce jour-là");
  });

  it("is certain in a window that holds all its days", () => {
    const { svg, words } = pictureOf([vague], "time=2014-02-01/2014-06-30");
    expect(dashedIn(svg)).toBe(0);
    expect(words).not.toContain("ossibly");
  });
});

describe("the key of a picture", () => {
  it("names faint events of the days before only where there are any", () => {
    expect(pictureOf([exact], "date=2014-05-10").words).not.toContain("faint");
    expect(pictureOf([exact], "date=2014-05-12").words).toContain("faint: the 30 days before");
    expect(pictureOf([exact], "date=2014-05-12").words).not.toContain("event of the day");
  });
});
