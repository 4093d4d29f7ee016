import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneLine, printable, textFault } from "#model/words/plain-text.ts";
import { isWebAddress } from "#model/words/web-address.ts";

describe("a text", () => {
  it.each([
    ["a bell", "a\u0007b", "U+0007 as character 2"],
    ["NUL", "\u0000", "U+0000 as character 1"],
    ["an end of line of a mainframe", "a\u0085", "U+0085 as character 2"],
    ["half of a surrogate pair", "camp \ud83d", "U+D83D as character 6"],
    ["what is no character", "\uffff", "U+FFFF as character 1"],
    ["what stands for bytes that are not UTF-8", "caf\ufffd", "U+FFFD as character 4"],
    ["an override of the direction", "invoice\u202egnp.exe", "U+202E as character 8"],
    ["a direction that does not end", "\u2067\u05d0", "U+2067 as character 1"],
    ["a direction that did not begin", "a\u202c", "U+202C as character 2"],
    ["directions that end crosswise", "\u2067a\u202bb\u2069c\u202c", "U+2069 as character 5"],
  ])("with %s is refused, with the place", (_, text, got) => {
    expect(textFault(text)?.got).toBe(got);
  });

  it.each([
    "Rue des Verrotières, « jungle »",
    "line\r\nline\tcell",
    "\u2067\u05de\u05d7\u05e0\u05d4\u2069 (camp)",
    "\u200fعربي\u200e",
    "\u202aa\u202bb\u202c\u202c",
    "👩‍👩‍👧 ⛺",
  ])("such as %j is taken as it is", (text) => {
    expect(textFault(text)).toBeUndefined();
  });

  it("that is taken loses nothing on its way into a file", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        if (textFault(text) === undefined) expect(printable(text)).toBe(text);
        expect(textFault(oneLine(text).replaceAll("\ufffd", ""))).toBeUndefined();
      }),
    );
  });
});

describe("an address that a page may lead to", () => {
  it.each(["https://example.org/a?b=c#d", "http://localhost:3000/", "HTTPS://EXAMPLE.org/é|x"])(
    "is %s",
    (text) => expect(isWebAddress(text)).toBe(true),
  );

  it.each([
    "javascript:alert(1)",
    " https://example.org",
    "https://example.org/ onmouseover=x",
    'https://example.org/"><script>',
    "https:example.org",
    "https://user:word@example.org/",
    "data:text/html,x",
    "//example.org",
    `https://example.org/${"a".repeat(2_000)}`,
    "https://",
  ])("is not %s", (text) => expect(isWebAddress(text)).toBe(false));
});
