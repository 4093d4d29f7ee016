// What an editor changes on the maps of a figure, as an address and as a document say it.
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { someEdits } from "#tests/support/pictures/some-edits.ts";
import { figureIn, packFigure, unpackFigure } from "#web/export/packed-figure.ts";
import { documentOf, parametersOf } from "#web/view/address/figure-document.ts";
import { NO_EDITS, printEdits, readEdits } from "#web/view/address/figure-edits.ts";

const asked = (query: string) => readEdits(new URLSearchParams(query));

describe("edits of a figure", () => {
  it("are the same when their address is read", () => {
    fc.assert(
      fc.property(someEdits, (edits) => {
        expect(readEdits(printEdits(edits))).toEqual({ edits, problems: [] });
      }),
    );
  });

  it("are the same when their document is packed, unpacked and made an address", () => {
    fc.assert(
      fc.property(someEdits, (edits) => {
        const figure = documentOf(printEdits(edits), "d");
        expect(unpackFigure(packFigure(figure))).toEqual(figure);
        expect(figureIn(JSON.stringify(figure))).toEqual(figure);
        expect(readEdits(parametersOf(figure)).edits).toEqual(edits);
      }),
    );
  });

  it("may have commas in their words", () => {
    const { edits } = asked("label=a,1,-2,One,%20two&annotation=1.5,50,0,0,circle-30@2,x,%20y");
    expect(edits.labels).toEqual(new Map([["a", { offset: [1, -2], text: "One, two" }]]));
    expect(edits.annotations).toEqual([
      { text: "x, y", at: [1.5, 50], offset: [0, 0], arrow: "circle", radius: 30, map: 2 },
    ]);
  });

  it("leave out what says nothing, as a field that somebody has just emptied", () => {
    const labels = new Map([["a", { text: " " }]]);
    const note = { at: [1, 2], offset: [0, 0], arrow: "none", radius: 20, map: null } as const;
    const edits = { ...NO_EDITS, labels, annotations: [{ ...note, text: "" }] };
    expect(`${printEdits(edits)}`).toBe("");
  });

  it.for([
    "label=",
    "label=a",
    "label=a,",
    "label=a,,",
    "label=a,1",
    "label=a,1,",
    "label=a,601,0",
    "label=a,1.5,0",
    "label=a,none,0",
    "label=A,none",
    `label=a,,,${"x".repeat(161)}`,
    "label=a,none&label=a,1,2",
    "annotation=1,2,3",
    "annotation=1,2,3,4,curved",
    "annotation=1,2,3,4,curved,",
    "annotation=181,2,3,4,curved,x",
    "annotation=1,86,3,4,curved,x",
    "annotation=1,2,3,4,bent,x",
    "annotation=1,2,3,4,curved-20,x",
    "annotation=1,2,3,4,circle-7,x",
    "annotation=1,2,3,4,circle-301,x",
    "annotation=1,2,3,4,none@0,x",
    "annotation=1,2,3,4,none@13,x",
    "annotation=1e1,2,3,4,none,x",
    "highlight=",
    "highlight=a",
    "highlight=place:a,",
  ])("are refused by name, with what is allowed: %s", (query) => {
    const [name] = query.split("=");
    const { problems } = asked(query);
    expect(problems.map((one) => one.name)).toEqual([name]);
    expect(problems[0]?.allowed).toMatch(/PLACE|LONGITUDE|records/);
  });
});

test("what is no document is none, however it was packed", () => {
  for (const text of ["", "!", "AAAA", packFigure({ rocade: "figure/1" }).slice(2)])
    expect(unpackFigure(text)).toBeUndefined();
  for (const json of ["", "[]", "null", '{"rocade":"figure/2"}', "{"])
    expect(figureIn(json)).toBeUndefined();
});
