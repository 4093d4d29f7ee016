// Sites for whose names a map has no room stand on it by numbers, the same on every map of a figure, with a key.
import type { Messages } from "#web/i18n/messages.ts";
import { unnamedOn } from "#web/view/figure/map/draw-scene.ts";
import { type Frame, sketchOf } from "#web/view/figure/map/map-panel.ts";
import type { SourceNotes } from "#web/view/figure/words/figure-sources.ts";
import type { SceneSite } from "#web/view/scene/scene.ts";
import type { FigureInput } from "../figure-input.ts";
import { gridFrames, scaled } from "./map-grid.ts";

/** A map this narrow among others names what it has room for: its words count the rest. */
const NARROW_PANEL = 300;

/** The numbers of the figure and, of places that its maps leave without a name or a number, new ones beside them. */
export function numbersFor(
  input: FigureInput,
  texts: Messages,
  maps: Frame,
  notes: readonly SourceNotes[],
): ReadonlyMap<string, number> {
  const known = input.numbers ?? new Map<string, number>();
  const frames = gridFrames(input, texts, maps);
  const unnamed = input.moments.flatMap((moment, index) => {
    const frame = frames[index]?.frame;
    if (!frame || (input.moments.length > 1 && frame.width < NARROW_PANEL)) return [];
    const own = notes[index] ?? new Map();
    const sketch = sketchOf(input, moment, own, scaled(frame), index === 0);
    return unnamedOn(sketch);
  });
  if (unnamed.length === 0) return known;
  const ids = new Set([...known.keys(), ...unnamed]);
  const sites = input.moments
    .flatMap(({ scene }) => scene.sites)
    .filter(({ place }) => ids.has(place.id))
    .sort(byRank);
  const ordered = [...new Set(sites.map(({ place }) => place.id))];
  return new Map(ordered.map((id, index) => [id, index + 1]));
}

/** Most people first, then what is certain, then by id. */
function byRank(a: SceneSite, b: SceneSite): number {
  const certain = (site: SceneSite) => (site.presence === "certain" ? 0 : 1);
  return (
    (b.people?.high ?? 0) - (a.people?.high ?? 0) ||
    certain(a) - certain(b) ||
    (a.place.id < b.place.id ? -1 : Number(a.place.id > b.place.id))
  );
}
