import { describe, expect, it } from "vitest";
import { withClippedViews } from "#server/snapshot/pdf/clipped-views.ts";

const clip = (id: string, rect: string) => `<clipPath id="${id}"><rect ${rect}/></clipPath>`;

describe("groups that a rectangle cuts off", () => {
  it("are nested views for the converter to PDF, each where it was, and all else as it was", () => {
    const svg = [
      '<svg><g id="a"><rect/></g>',
      `<g id="map" transform="scale(2)" clip-path="url(#one)">${clip("one", 'width="80" height="50"')}`,
      '<g id="ground"><path d="M0 0"/><g/></g><g></g></g>',
      `<g id="locator" clip-path="url(#two)">${clip("two", 'x="3" y="4" width="8" height="5"')}<g><rect/></g></g>`,
      "<text>&lt;g&gt;</text></svg>",
    ].join("");
    expect(withClippedViews(svg)).toBe(
      [
        '<svg><g id="a"><rect/></g>',
        '<g id="map" transform="scale(2)"><svg width="80" height="50" viewBox="0 0 80 50" overflow="hidden">',
        '<g id="ground"><path d="M0 0"/><g/></g><g></g></svg></g>',
        '<g id="locator"><svg x="3" y="4" width="8" height="5" viewBox="3 4 8 5" overflow="hidden"><g><rect/></g></svg></g>',
        "<text>&lt;g&gt;</text></svg>",
      ].join(""),
    );
  });

  it("that are none are left as they are", () => {
    const svg = '<svg><g clip-path="url(#round)"><circle/></g></svg>';
    expect(withClippedViews(svg)).toBe(svg);
  });
});
