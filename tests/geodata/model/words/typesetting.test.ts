import { expect, test } from "vitest";
import { typeset } from "#model/words/typesetting.ts";
import { typesetMarkup } from "#server/http/typeset-markup.ts";
import { setLine, setParagraph } from "#web/view/figure/type/text.ts";

const WRITTEN = "Qui dit « la rocade » : la ville ; l’État ? Oui !";
const SET = "Qui dit «\u00a0la rocade\u00a0»\u00a0: la ville\u202f; l’État\u202f? Oui\u202f!";

test("double punctuation of French keeps to its word, by a narrow space or a whole one", () => {
  expect(typeset(WRITTEN)).toBe(SET);
  expect(typeset(SET)).toBe(SET);
  expect(typeset("Who says so: the town? No; the State!")).toBe(
    "Who says so: the town? No; the State!",
  );
});

test("pages of the service typeset what is read, and nothing else", () => {
  expect(
    typesetMarkup(`<p title="a : b">a : b <a href="?q= ; ">c ;</a> <code>d ; e</code></p>`),
  ).toBe(`<p title="a : b">a\u00a0: b <a href="?q= ; ">c\u202f;</a> <code>d ; e</code></p>`);
});

test("a picture has the same spaces, in a line and in a paragraph", () => {
  const look = { size: 14, face: "regular", fill: "#000" } as const;
  expect(setLine(WRITTEN, look, {})).toContain(SET);
  const svg = setParagraph({ ...look, text: WRITTEN }, 110).draw(0, 0);
  const lines = [...svg.matchAll(/>([^<]+)</g)].map(([, line = ""]) => line);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.filter((line) => /^[:;?!»]|«$/.test(line))).toEqual([]);
});
