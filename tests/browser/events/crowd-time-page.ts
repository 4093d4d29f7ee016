// Runs in the browser: the time rule in the shader of the crowd, read back from the graphics card, and on a map.
import { Map as GlMap, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import { CERTAINTIES, type Certainty, type TimeRule } from "#model/time/span.ts";
import {
  spanOfCase,
  TIME_CASES,
  type TimeCase,
  windowOfCase,
} from "#tests/support/cases/time-cases.ts";
import type { Answers } from "#tests/support/cases/time-mutants.ts";
import { toBlock } from "#tests/support/records/event-blocks.ts";
import { mercatorX, mercatorY } from "#web/events/columns/crowd.ts";
import { CrowdLayer } from "#web/map/events/crowd-layer.ts";
import { vertexShader } from "#web/map/events/crowd-shader.ts";
import { bandBlock } from "#web/view/crowd/bands.ts";
import { boundsOf } from "#web/view/crowd/day-bounds.ts";
import type { CrowdBlock } from "#web/view/crowd/event-blocks.ts";

setWorkerUrl(workerUrl);

/** What the vertex shader that is made from each rule answers to the table: whether it moves the mark out of sight. */
export function shaderAnswers(rules: readonly TimeRule[]): Answers[][] {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) throw new Error("this browser has no WebGL 2");
  return rules.map((rule) => {
    const program = programOf(gl, rule);
    gl.useProgram(program);
    return TIME_CASES.map((timeCase) => ({
      possible: isShown(gl, program, timeCase, "possible"),
      certain: isShown(gl, program, timeCase, "certain"),
    }));
  });
}

const FRAGMENT = `#version 300 es
precision highp float;
out vec4 colour;
void main() { colour = vec4(1.0); }`;

function programOf(gl: WebGL2RenderingContext, rule: TimeRule): WebGLProgram {
  const shaderData = { variantName: "mercator", define: "", vertexShaderPrelude: "" };
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertexShader(shaderData, rule)],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) throw new Error("no shader");
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.transformFeedbackVaryings(program, ["gl_Position"], gl.SEPARATE_ATTRIBS);
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS))
    throw new Error(gl.getProgramInfoLog(program) ?? "not linked");
  return program;
}

/** One event goes through the shader, whose position is then read back: that of a mark out of sight is two wide. */
function isShown(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  timeCase: TimeCase,
  certainty: Certainty,
): boolean {
  const block = toBlock([{ x: 0, y: 0, span: spanOfCase(timeCase), category: 0, quality: 0 }]);
  const { from, until } = boundsOf(windowOfCase(timeCase));
  const at = (name: string) => gl.getUniformLocation(program, name);
  gl.uniform1i(at("u_from"), from);
  gl.uniform1i(at("u_until"), until);
  gl.uniform1i(at("u_certain_only"), certainty === "certain" ? 1 : 0);
  gl.uniform1f(at("u_radius"), 4);
  gl.uniform1f(at("u_most_radius"), 4);
  const days = {
    a_start_earliest: block.startEarliest,
    a_start_latest: block.startLatest,
    a_end_earliest: block.endEarliest,
    a_end_latest: block.endLatest,
  };
  for (const [name, column] of Object.entries(days))
    gl.vertexAttribI4i(gl.getAttribLocation(program, name), column[0] ?? 0, 0, 0, 0);
  for (const name of ["a_x", "a_y", "a_category", "a_quality", "a_left"]) {
    const place = gl.getAttribLocation(program, name);
    if (place >= 0) gl.vertexAttribI4ui(place, name === "a_left" ? 1 : 0, 0, 0, 0);
  }
  const feedback = gl.createTransformFeedback();
  const buffer = gl.createBuffer();
  gl.bindTransformFeedback(gl.TRANSFORM_FEEDBACK, feedback);
  gl.bindBufferBase(gl.TRANSFORM_FEEDBACK_BUFFER, 0, buffer);
  gl.bufferData(gl.TRANSFORM_FEEDBACK_BUFFER, 16, gl.STREAM_READ);
  gl.enable(gl.RASTERIZER_DISCARD);
  gl.beginTransformFeedback(gl.POINTS);
  gl.drawArrays(gl.POINTS, 0, 1);
  gl.endTransformFeedback();
  if (gl.getError() !== gl.NO_ERROR) throw new Error("the event did not go through the shader");
  const position = new Float32Array(4);
  gl.getBufferSubData(gl.TRANSFORM_FEEDBACK_BUFFER, 0, position);
  gl.bindTransformFeedback(gl.TRANSFORM_FEEDBACK, null);
  gl.deleteTransformFeedback(feedback);
  gl.deleteBuffer(buffer);
  return position[0] !== 2;
}

/** Whether the layer of the product paints the event of each case in its window, seen as a pixel of the map. */
export async function paintedAnswers(): Promise<Answers[]> {
  const container = document.createElement("div");
  container.style.cssText = "width:64px;height:64px";
  document.body.replaceChildren(container);
  const map = new GlMap({
    container,
    center: [0, 0],
    zoom: 3,
    fadeDuration: 0,
    style: {
      version: 8,
      sources: {},
      layers: [{ id: "ground", type: "background", paint: { "background-color": "#ffffff" } }],
    },
  });
  await new Promise((resolve) => map.once("load", resolve));
  const layer = new CrowdLayer();
  map.addLayer(layer);
  const answers: Answers[] = [];
  for (const timeCase of TIME_CASES) {
    const seen = new Map<Certainty, boolean>();
    for (const certainty of CERTAINTIES)
      seen.set(certainty, await isPainted(map, layer, timeCase, certainty));
    answers.push({
      possible: seen.get("possible") ?? false,
      certain: seen.get("certain") ?? false,
    });
  }
  map.remove();
  return answers;
}

async function isPainted(
  map: GlMap,
  layer: CrowdLayer,
  timeCase: TimeCase,
  certainty: Certainty,
): Promise<boolean> {
  const event = { span: spanOfCase(timeCase), category: 0, quality: 0 };
  const block = bandBlock(toBlock([{ ...event, x: mercatorX(0), y: mercatorY(0) }]));
  const crowd: CrowdBlock = { ...block, left: new Uint8Array([1]) };
  layer.show([crowd], { window: windowOfCase(timeCase), certainty, colours: [[1, 0, 0, 1]] });
  const canvas = map.getCanvas();
  const pixels = await new Promise<Uint8ClampedArray>((resolve) => {
    map.once("render", () => {
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
      copy?.drawImage(canvas, 0, 0);
      if (copy) resolve(copy.getImageData(0, 0, canvas.width, canvas.height).data);
    });
    map.triggerRepaint();
  });
  // A mark is a disc or a ring: some pixel around the middle is redder than the white ground.
  return pixels.some((value, index) => index % 4 === 1 && value < 200);
}
