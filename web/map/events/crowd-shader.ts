// The shaders of the crowd: one point an event, on the screen only while it is open in the window.
import type { CustomRenderMethodInput } from "maplibre-gl";
import { type Clause, type Reading, TIME_RULE, type TimeRule } from "#model/time/span.ts";
import { HOLE, LEAST_STRENGTH } from "#web/view/crowd/crowd-size.ts";

type ShaderData = Pick<
  CustomRenderMethodInput["shaderData"],
  "define" | "variantName" | "vertexShaderPrelude"
>;

export const isFlat = ({ variantName }: Pick<ShaderData, "variantName">) =>
  variantName === "mercator";

/** Colours of categories that there is room for; a category more takes the last. */
export const MAX_COLOURS = 32;

/** Which events a pass draws: all; those that the filter leaves; the rest, faintly. */
export const SHOWN = { all: 0, left: 1, rest: 2 } as const;

/** As faint as the other marks that a filter does not leave. */
export const FAINT = 0.25;

const DAYS = {
  startEarliest: "a_start_earliest",
  startLatest: "a_start_latest",
  endEarliest: "a_end_earliest",
  endLatest: "a_end_latest",
} as const satisfies Record<Clause["day"], string>;

function inWindow({ end, start }: Reading): string {
  const stands = ({ day, ifUnknown, is }: Clause, bound: string) =>
    ifUnknown
      ? `(${DAYS[day]} == NO_DAY || ${DAYS[day]} ${is} ${bound})`
      : `(${DAYS[day]} != NO_DAY && ${DAYS[day]} ${is} ${bound})`;
  return `${stands(start, "u_until")} && ${stands(end, "u_from")}`;
}

/**
 * On a flat map a position is counted from the middle of the map in whole numbers, whose wrapping round is that of the
 * world, so that no float has to hold a place on earth; on a globe, which is never near, by MapLibre's own function.
 */
export function vertexShader(shaderData: ShaderData, rule: TimeRule = TIME_RULE): string {
  const projection = isFlat(shaderData)
    ? `uniform highp mat4 u_matrix;
vec4 project() { return u_matrix * vec4(vec2(ivec2(uvec2(a_x, a_y) - u_middle)) / 4294967296.0, 0.0, 1.0); }`
    : `${shaderData.vertexShaderPrelude}
${shaderData.define}
vec4 project() { return projectTile(vec2(uvec2(a_x, a_y)) / 4294967296.0); }`;
  return `#version 300 es
precision highp float;
precision highp int;
in uint a_x;
in uint a_y;
in int a_start_earliest;
in int a_start_latest;
in int a_end_earliest;
in int a_end_latest;
in uint a_category;
in uint a_quality;
in uint a_left;
uniform uvec2 u_middle;
uniform int u_from;
uniform int u_until;
uniform bool u_certain_only;
uniform int u_shown;
uniform float u_radius;
uniform float u_most_radius;
uniform float u_pixels_per_metre;
uniform vec4 u_colours[${MAX_COLOURS}];
flat out vec4 v_colour;
flat out float v_edge;
flat out float v_hole;
${projection}
const int NO_DAY = -2147483647 - 1;
void main() {
  bool possible = ${inWindow(rule.possible)};
  bool certain = ${inWindow(rule.certain)};
  bool shown = u_shown == ${SHOWN.all} || (u_shown == ${SHOWN.left}) == (a_left == 1u);
  if (!shown || !(u_certain_only ? certain : possible)) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = 0.0;
    return;
  }
  gl_Position = project();
  float precision_px = exp2(float(a_quality & 63u) / 2.0) * u_pixels_per_metre;
  float radius = clamp(precision_px, u_radius, u_most_radius);
  gl_PointSize = 2.0 * radius;
  vec4 colour = u_colours[min(int(a_category), ${MAX_COLOURS - 1})];
  float spread = u_radius / radius;
  float strength = u_shown == ${SHOWN.rest} ? ${FAINT} : 1.0;
  v_colour = vec4(colour.rgb, strength * colour.a * mix(${LEAST_STRENGTH}, 1.0, spread));
  v_edge = mix(0.0, 1.0 - 1.0 / radius, step(1.0, spread));
  v_hole = certain || spread < 1.0 ? 0.0 : ${HOLE};
}`;
}

/** A disc: sharp where the place is known, fading to its edge where it is not, a ring where the time is not. */
export const FRAGMENT_SHADER = `#version 300 es
precision highp float;
flat in vec4 v_colour;
flat in float v_edge;
flat in float v_hole;
out vec4 colour;
void main() {
  float distance = length(gl_PointCoord * 2.0 - 1.0);
  float cover = (1.0 - smoothstep(v_edge, 1.0, distance)) * mix(1.0, 0.35, step(distance, v_hole));
  float alpha = v_colour.a * cover;
  if (alpha < 0.004) discard;
  colour = vec4(v_colour.rgb * alpha, alpha);
}`;
