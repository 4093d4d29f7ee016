// Hue and shape say the side on which a site lies, as the dataset declares them: on the map and in the key alike.
import { describe, expect, it } from "vitest";
import type { Dataset } from "#model/dataset/dataset.ts";
import type { SideWords } from "#model/dataset/declared.ts";
import { SIDES, type Side } from "#model/measure/site.ts";
import { createSketch, drawnIn } from "#tests/support/pictures/drawing.ts";
import { createDataset, createPlace, createPointPhase } from "#tests/support/records/dataset.ts";
import { onDay } from "#tests/support/records/records.ts";
import { messagesOf } from "#web/i18n/messages.ts";
import { LIGHT } from "#web/view/drawing/palette.ts";
import { legendEntries } from "#web/view/figure/legend/figure-legend.ts";
import { type Scene, sceneIn } from "#web/view/scene/scene.ts";
import { sitesOf } from "#web/view/scene/sites.ts";
import { sideInFull } from "#web/view/words/side-words.ts";

const say = (text: string) => ({ en: text, fr: text });
const words = (name: string, look: Pick<SideWords, "colour" | "symbol">): SideWords => ({
  label: say(`${name} the river`),
  short: say(name),
  sentence: name === "west of" ? say("where the mill stands") : null,
  ...look,
});

const SIDES_OF_A_RIVER = {
  inside: words("west of", { colour: "last", symbol: "lozenge" }),
  edge: words("on", { colour: "first", symbol: "disc" }),
  beyond: words("east of", { colour: "middle", symbol: "barred" }),
};

/** A site on each side of a river, with the looks that are given. */
function byTheRiver(sides: typeof SIDES_OF_A_RIVER | null): { dataset: Dataset; scene: Scene } {
  const bare = createDataset({
    places: SIDES.map((id) => createPlace({ id })),
    placePhases: SIDES.map((id) => createPointPhase({ id, placeId: id })),
    events: [],
  });
  const { separation } = bare.meta;
  if (!separation) throw new Error("nothing separates");
  const line = { outlines: ["river"], label: say("the river") };
  const dataset = { ...bare, meta: { ...bare.meta, separation: { ...separation, line, sides } } };
  const all = new Set<string>(SIDES);
  const none = new Set<string>();
  const seen = { placesLeft: all, eventsLeft: none, movementsLeft: none };
  const scene = sceneIn(
    { dataset, sites: sitesOf(dataset), ...seen },
    "instant",
    onDay("2014-05-27"),
    "possible",
  );
  const sites = scene.sites.map((site) => ({ ...site, side: site.place.id as Side }));
  return { dataset, scene: { ...scene, sites } };
}

const shapeIn = (svg: string) =>
  svg.includes(`stroke="${LIGHT.ink}"`)
    ? "barred"
    : /<path d="M[^"]*Z"/.test(svg)
      ? "lozenge"
      : "disc";
const hueIn = (svg: string) =>
  (["first", "middle", "last"] as const).find((name) => svg.includes(LIGHT[name]));

function looksOf({ dataset, scene }: { dataset: Dataset; scene: Scene }) {
  const look = (svg: string) => `${hueIn(svg)} ${shapeIn(svg)}`;
  const key = legendEntries(createSketch(dataset, scene), messagesOf("en", dataset.meta));
  return {
    map: drawnIn(dataset, scene, "sites").map(look),
    key: key.slice(0, SIDES.length).map(({ draw, text }) => `${text}: ${look(draw([0, 0]))}`),
  };
}

describe("the sides of a line", () => {
  it("look as the dataset declares, on the map and in the key", () => {
    expect(looksOf(byTheRiver(SIDES_OF_A_RIVER))).toEqual({
      map: ["last lozenge", "first disc", "middle barred"],
      key: [
        "west of the river: last lozenge",
        "on the river: first disc",
        "east of the river: middle barred",
      ],
    });
  });

  it("are told apart in hue and in shape where it declares nothing", () => {
    expect(looksOf(byTheRiver(null))).toEqual({
      map: ["first disc", "middle barred", "last lozenge"],
      key: [
        "inside the river: first disc",
        "at the edge of the river: middle barred",
        "beyond the river: last lozenge",
      ],
    });
  });

  it("are drawn at hundredths of a pixel, so that every program that draws them writes the same", () => {
    const { dataset, scene } = byTheRiver(SIDES_OF_A_RIVER);
    const drawn = [
      ...drawnIn(dataset, scene, "sites"),
      ...legendEntries(createSketch(dataset, scene), messagesOf("en", dataset.meta)).map(
        ({ draw }) => draw([1 / 3, 2 / 3]),
      ),
    ];
    expect(drawn.join("")).toContain("0.33");
    expect(drawn.join("")).not.toMatch(/\.\d{3}/);
  });

  it("lend their hue to the names of sites", () => {
    const { dataset, scene } = byTheRiver(SIDES_OF_A_RIVER);
    const inks = drawnIn(dataset, scene, "names").map(
      (svg) => new Set([...svg.matchAll(/fill="(#[0-9a-f]{6})"/g)].map(([, hex]) => hex)),
    );
    for (const ink of [LIGHT.lastText, LIGHT.firstText, LIGHT.middleText])
      expect(inks.some((found) => found.has(ink))).toBe(true);
  });

  it("are explained by their clause where there is one", () => {
    const { meta } = byTheRiver(SIDES_OF_A_RIVER).dataset;
    const texts = messagesOf("en", meta);
    expect(SIDES.map((side) => sideInFull(meta, side, "en", texts))).toEqual([
      "west of the river: where the mill stands",
      "on the river",
      "east of the river",
    ]);
  });
});
