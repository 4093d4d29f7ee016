// What a step of the story lays stress on stands out; the rest of the day is there, faintly.
import type { Selection } from "#web/view/question/selection.ts";
import type { Scene } from "#web/view/scene/scene.ts";

/**
 * The scene in which nothing is at full tone but the records that are stressed, movements from or to their places, and
 * outlines of these places or of none that people lived in. What a filter has left out stays faint. The same scene where
 * nothing of it is stressed: a step that speaks of what is not on the map dims nothing.
 */
export function emphasisedScene(scene: Scene, stressed: readonly Selection[]): Scene {
  const ids = (kind: Selection["kind"]) =>
    new Set(stressed.filter((one) => one.kind === kind).map(({ id }) => id));
  const [places, events] = [ids("place"), ids("event")];
  const isThere =
    scene.sites.some(({ place }) => places.has(place.id)) ||
    scene.events.some(({ thing }) => events.has(thing.id));
  if (!isThere) return scene;
  const ofPlace = <
    One extends { readonly place: { readonly id: string }; readonly isMatch: boolean },
  >(
    one: One,
  ): One => ({ ...one, isMatch: one.isMatch && places.has(one.place.id) });
  const sites = new Set([...scene.sites, ...scene.ghosts].map(({ place }) => place.id));
  return {
    ...scene,
    sites: scene.sites.map(ofPlace),
    ghosts: scene.ghosts.map(ofPlace),
    outlines: scene.outlines.map((one) => (sites.has(one.place.id) ? ofPlace(one) : one)),
    events: scene.events.map((one) => ({
      ...one,
      isMatch: one.isMatch && events.has(one.thing.id),
    })),
    movements: scene.movements.map((one) => ({
      ...one,
      isMatch: one.isMatch && (places.has(one.thing.fromId) || places.has(one.thing.toId)),
    })),
  };
}
