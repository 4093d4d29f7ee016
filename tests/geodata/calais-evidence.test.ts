// The evidence of Calais is what its other tables say, and nothing besides.
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { type Cells, rowsOf } from "#tests/support/packages/calais-facts.ts";

const citations = rowsOf("citations");
const of = (record: string) =>
  citations
    .filter(({ record_id }) => record_id === record)
    .map(({ field, source_id, verdict }) => [field, source_id, verdict]);

describe("the evidence of Calais", () => {
  it("is what its script makes of the other tables", () => {
    const said = execFileSync("node", ["geodata/calais/derive-evidence.mjs", "--check"], {
      encoding: "utf8",
    });
    expect(said).toBe("");
  });

  it("says when nothing was read, and no page, for no row says either", () => {
    for (const { checked_on, id, locator } of citations)
      expect([checked_on, locator], id).toEqual(["", ""]);
  });

  // Read off the rows by a person.
  it("cites what notes name, and of rue Lamy its position alone", () => {
    expect(of("camp-lamy")).toEqual([["position", "osm-calais-streets", ""]]);
    expect(of("three-camps-cleared")).toEqual([
      ["people_high", "reuters-yahoo-2014-05-28-three-camps", "supports"],
    ]);
    expect(of("count-2014-05-lamy-prefecture")).toEqual([
      ["best", "france3-2014-05-28-evacuation", "supports"],
      ["best", "parisien-boursorama-2014-05-28-650", "supports"],
    ]);
    // “over 300 (La Voix du Nord)” bears out no highest number of 300.
    expect(of("support-rally-31may14")).toEqual([
      ["people_high", "bfmtv-2014-05-31-support", "supports"],
      ["people_low", "bfmtv-2014-05-31-support", "supports"],
    ]);
    // The associations’ 10,188, of which “AFP printed 10,088”.
    expect(of("count-2016-09-lande-associations")).toEqual([
      ["best", "rt-afp-2016-09-19-10000", "contradicts"],
    ]);
  });

  it("quotes in each note words that stand in the row", () => {
    const rows = new Map<string, Cells>(
      (["event", "movement", "count", "place"] as const).flatMap((kind) =>
        rowsOf(`${kind}s`).map((row) => [`${kind}:${row.id}`, row] as const),
      ),
    );
    const quoting = citations.filter(({ note = "" }) => note.startsWith("Named in"));
    expect(quoting.length).toBeGreaterThan(20);
    for (const { note_fr = "", record_id, record_kind } of quoting) {
      const [, quoted = "–"] = /« (.*) »/.exec(note_fr) ?? [];
      const { people_note, position_note, quality_note } =
        rows.get(`${record_kind}:${record_id}`) ?? {};
      expect([people_note, position_note, quality_note].join(), record_id).toContain(quoted);
    }
  });

  it("knows of these sources that they repeat another", () => {
    const repeating = rowsOf("sources").flatMap(({ id, repeats }) =>
      repeats ? [[id, repeats]] : [],
    );
    expect(Object.fromEntries(repeating)).toEqual({
      // “French text of the founding account, copied by a local association”
      "attac-laciotat-2016-09-03-jeux-policiers": "ph-en-2016-09-police-videos-blockade",
      // “English version of the French page of the same day”
      "squatnet-2014-06-11-eviction-en": "squatnet-fr-2014-06-11-eviction",
      // “copy of the beginning of the Squat!net text”
      "endehors-2014-02-syrian-squat": "squatnet-fr-2014-02-calais-tag",
      // “republishes Calais Migrant Solidarity”, whose text of that day is there
      "refugeeprotest-2015-09-12-london": "cms-2015-09-12-transnational",
      // AFP of one day
      "bfmtv-2016-01-18-clearing": "tendanceouest-afp-2016-01-18-clearing",
      "marine-oceans-afp-2016-01-25-strip": "bfmtv-afp-2016-01-25-strip",
    });
  });

  it("has rue Lamy seen in May 2014 and on the day on which it was cleared", () => {
    const seen = rowsOf("attestations").filter(({ place_id }) => place_id === "camp-lamy");
    expect(seen.map(({ edtf, event_id, state }) => [edtf, state, event_id])).toEqual([
      ["2014-05", "open", ""],
      ["2014-05", "open", ""],
      ["2014-05-28", "open", "three-camps-cleared"],
    ]);
  });
});
