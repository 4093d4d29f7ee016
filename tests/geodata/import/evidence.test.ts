// Citations, sources that repeat others, and sightings, as the import takes and refuses them.
import { describe, expect, it } from "vitest";
import { filesOnDisk } from "#import/disk/files-on-disk.ts";
import { inspectPackage } from "#import/inspect-package.ts";
import { printNotice, printRowProblem } from "#import/row-problem.ts";
import { type MillTable, millPackage } from "#tests/support/packages/mill-package.ts";

async function reportOn(folder: string) {
  const { notices, problems } = await inspectPackage(filesOnDisk(folder));
  return {
    problems: problems.map(printRowProblem),
    notices: notices.flatMap(({ examples }) => examples.map(printNotice)),
  };
}

const replaced = (file: MillTable, from: string, to: string) =>
  millPackage({
    [file]: (text: string) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    },
  });

describe("evidence on fields", () => {
  it("is taken as it is, and what is confirmed by one account alone is told", async () => {
    const { notices, problems } = await reportOn(millPackage());
    expect(problems).toEqual([]);
    expect(notices.filter((line) => /certainty|citations|attestations|repeats/.test(line))).toEqual(
      [
        "notice: events.csv:4 certainty: confirmed, with one independent account: confirmed needs 2 that do not repeat each other, or a certainty_reason; reported is published",
      ],
    );
  });

  it("need not be there: neither tables nor columns", async () => {
    const cut = (text: string, at: number) =>
      text.replace(/^[^\n]+$/gm, (line) => line.split(",").toSpliced(at, 1).join(","));
    const folder = millPackage({
      "sources.csv": (text) => cut(text, 6),
      "events.csv": (text) => cut(text, 8),
      "citations.csv": (text) => text.split("\n").slice(0, 1).join("\n"),
      "attestations.csv": (text) => text.split("\n").slice(0, 1).join("\n"),
    });
    expect((await reportOn(folder)).problems).toEqual([]);
  });
});

describe("a citation is refused", () => {
  it.for([
    [
      "of a record that is not there",
      "place,mill,start_edtf",
      "place,millhouse,start_edtf",
      'citations.csv:2 record_id: found "millhouse"; expected an id of places',
    ],
    [
      "of an event that is not there",
      "event,fire,people_high",
      "event,flood,people_high",
      'citations.csv:7 record_id: found "flood"; expected an id of events',
    ],
    [
      "of a field that such records do not have",
      "place,mill,start_edtf",
      "place,mill,people_low",
      'citations.csv:2 field: found "people_low"; expected a field of places: name, ',
    ],
    [
      "by a source that is not there",
      "start_edtf,deed",
      "start_edtf,will",
      'citations.csv:2 source_id: found "will"; expected an id of sources',
    ],
    [
      "by a source that the record does not name",
      "people_high,gazette",
      "people_high,echo",
      'citations.csv:7 source_id: found "echo"; expected one of the sources of fire: deed, gazette',
    ],
    [
      "that was checked before the source was published",
      "p. 4,2026-01-05",
      "p. 4,1889-01-05",
      "citations.csv:2 checked_on: found 1889-01-05; expected a day not before deed was published, 1890-02-01",
    ],
    [
      "that was checked after the package was made",
      "p. 4,2026-01-05",
      "p. 4,2026-03-05",
      "citations.csv:2 checked_on: found 2026-03-05; expected a day not after the package was made, 2026-02-01",
    ],
    [
      "that is there already",
      "c-end,place,mill,end_edtf,gazette,",
      "c-end,place,mill,start_edtf,deed,p. 4",
      "citations.csv:3 source_id: found what row 2 says of this field, source and locator already; expected each once",
    ],
    [
      "with a verdict that is none",
      "2026-01-05,supports",
      "2026-01-05,true",
      'citations.csv:2 verdict: found "true"; expected one of supports, contradicts, silent, or an empty cell',
    ],
  ] as const)("%s", async ([_, from, to, said]) => {
    const { problems } = await reportOn(replaced("citations.csv", from, to));
    expect(problems.filter((line) => line.startsWith(said))).toHaveLength(1);
  });
});

describe("sources do not repeat", () => {
  it.for([
    [
      "themselves",
      ",gazette\n",
      ",echo\n",
      /^sources\.csv:4 repeats: found echo, which in the end/,
    ],
    ["what repeats them", "press,\n", "press,echo\n", /^sources\.csv:3 repeats: found echo, which/],
    ["what is not there", ",gazette\n", ",herald\n", /^sources\.csv:4 repeats: found "herald"/],
  ] as const)("%s", async ([_, from, to, said]) => {
    const { problems } = await reportOn(replaced("sources.csv", from, to));
    expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(said)]));
  });
});

describe("a sighting is refused", () => {
  it.for([
    [
      "at a place that was not there",
      "mill,1890-05,open,,hands",
      "mill,1892-05,open,,",
      "attestations.csv:2 state: found open on 1892-05-01…1892-05-31 at mill; expected days of its span, 1890-02-01…1891-06-30",
    ],
    [
      "that a place was gone while it was there",
      "mill,1891-07-01,closed",
      "mill,1890-07-01,closed",
      "attestations.csv:4 state: found closed on 1890-07-01 at mill; expected a day not before 1891-06-30, to which it was there",
    ],
    [
      "that a place was not there yet when it was",
      "mill,1890-01,not-yet",
      "mill,1890-12,not-yet",
      "attestations.csv:5 state: found not-yet on 1890-12-01…1890-12-31 at mill; expected a day not after 1890-02-28, from which it was there",
    ],
    [
      "on other days than the event that tells of it",
      "mill,1891-06-30,open,fire",
      "mill,1891-06-29,open,fire",
      "attestations.csv:3 event_id: found 1891-06-29, and fire is of 1891-06-30; expected a record of the same days",
    ],
    [
      "on other days than the count that tells of it",
      "mill,1890-05,open,,hands",
      "mill,1890-06,open,,hands",
      "attestations.csv:2 count_id: found 1890-06-01…1890-06-30, and hands is of 1890-05-01…1890-05-31; expected a record of the same days",
    ],
    [
      "of a place that is not there",
      "a-gone,mill,",
      "a-gone,moor,",
      'attestations.csv:4 place_id: found "moor"; expected an id of places',
    ],
    [
      "by nobody",
      "closed,,,gazette",
      "closed,,,",
      "attestations.csv:4 source_ids: found no source; expected at least one source, or a note that says “background”",
    ],
  ] as const)("%s", async ([_, from, to, said]) => {
    const { problems } = await reportOn(replaced("attestations.csv", from, to));
    expect(problems).toContain(said);
  });

  it("with days that its text does not have", async () => {
    const { problems } = await reportOn(
      millPackage({
        "attestations.csv": () =>
          "id,place_id,edtf,earliest,latest,state,source_ids\na,mill,1890-05,1890-06-01,1890-06-02,open,deed\nb,mill,1890-05,1890-05-03,1890-05-02,open,deed\n",
      }),
    );
    expect(problems).toEqual([
      "attestations.csv:3 latest: found 1890-05-02; expected a day not before earliest, 1890-05-03",
      expect.stringMatching(/^attestations\.csv:2 edtf: found "1890-05" beside .* do not overlap/),
    ]);
  });
});
