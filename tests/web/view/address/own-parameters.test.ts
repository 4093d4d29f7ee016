import { describe, expect, it } from "vitest";
import type { OwnColumn } from "#model/question/own-column.ts";
import { EMBED_CONTROLS, embedAddress } from "#web/view/address/embed-options.ts";
import { ownParameter } from "#web/view/address/own-parameters.ts";
import {
  PAGE_PARAMETERS,
  PICTURE_PARAMETERS,
  readPictureAddress,
} from "#web/view/address/picture-address.ts";
import { PARAMETERS, parseUrl, printUrl } from "#web/view/address/url.ts";

const column = (name: string, type: OwnColumn["type"]): OwnColumn => ({
  name,
  type,
  title: { en: name },
  unit: null,
  choices: null,
  of: ["events"],
});
const COLUMNS = [
  column("magnitude", "number"),
  column("status", "text"),
  column("width", "number"),
];

describe("the parameters of a dataset's own columns", () => {
  it("have the names of their columns, but where an address of ours means something else by it", () => {
    expect(ownParameter(column("magnitude", "number"))).toBe("magnitude");
    const page = new URL("https://rocade.example.org/");
    const embedded = embedAddress(page, { controls: EMBED_CONTROLS[1], theme: "dark" });
    const ours = [
      ...Object.keys(PARAMETERS),
      ...PAGE_PARAMETERS,
      ...PICTURE_PARAMETERS,
      "figure",
      ...embedded.searchParams.keys(),
    ];
    for (const name of ours) expect(ownParameter(column(name, "text")), name).toBe(`own.${name}`);
  });

  it("are read and written beside the others, and what makes no sense is told", () => {
    const address =
      "https://rocade.example.org/?utm=x&magnitude=5/..&status=a&status=b,c&own.width=3";
    const { ignored, state } = parseUrl(new URL(address), COLUMNS);
    expect(ignored).toEqual([]);
    expect(state.own?.map(({ asked, name }) => [name, asked])).toEqual([
      ["magnitude", { kind: "range", from: 5, until: null }],
      ["status", { kind: "values", values: ["a", "b,c"] }],
      ["width", { kind: "values", values: ["3"] }],
    ]);
    expect(printUrl(new URL(address), state, COLUMNS).href).toBe(address);
    const cleared = printUrl(new URL(address), { ...state, own: undefined }, COLUMNS);
    expect(cleared.href).toBe("https://rocade.example.org/?utm=x");
    expect(parseUrl(new URL("https://x.org/?magnitude=high"), COLUMNS).ignored).toEqual([
      "magnitude",
    ]);
    expect(parseUrl(new URL(address)).state.own).toBeUndefined();
  });

  it("are parameters of pictures, which refuse what is none", () => {
    const read = (search: string) =>
      readPictureAddress(new URL(`https://x.org/snapshot.svg?${search}`), COLUMNS);
    expect(read("magnitude=5/7&status=a&status=b&width=900").ok).toBe(true);
    const problemsOf = (search: string) => {
      const answer = read(search);
      return answer.ok ? [] : answer.problems;
    };
    expect(problemsOf("magnitude=high&depth=3")).toMatchObject([
      { name: "depth", got: "a parameter that is not known" },
      { name: "magnitude", got: '"high"', allowed: expect.stringContaining("a number, or from") },
    ]);
  });
});
