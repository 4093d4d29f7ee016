// What places are to a reader, by the roles that the dataset gives their kinds.
import type { Place } from "../record/place.ts";
import type { Declared, Roles } from "./declared.ts";

type WithRoles = Pick<Declared, "roles">;
type Kind = Pick<Place, "kind">;

const has =
  (role: keyof Roles) =>
  ({ roles }: WithRoles, { kind }: Kind): boolean =>
    roles[role].includes(kind);

/** True for places of which there are numbers: they are counted. */
export const isSite = has("sites");
export const isBarrier = has("barriers");
/** True for the ground of works, such as a harbour. */
export const isGround = has("grounds");

/** True for the places that the measures are about: sites that lie in the area studied. */
export const isMeasuredSite = (
  meta: WithRoles,
  place: Pick<Place, "kind" | "statedSide">,
): boolean => isSite(meta, place) && place.statedSide !== "region";

/** True for places whose outlines are drawn as those of sites are. */
export const hasSiteOutline = (meta: WithRoles, place: Kind): boolean =>
  isSite(meta, place) || has("outlined")(meta, place);

/** True for places that are drawn as points for orientation. */
export const isLandmark = (meta: WithRoles, place: Pick<Place, "kind" | "statedSide">): boolean =>
  has("landmarks")(meta, place) && !isSite(meta, place) && place.statedSide !== "region";
