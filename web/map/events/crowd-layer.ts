// A million events on the map: a layer of our own in MapLibre's picture. Their columns lie in the memory of the graphics
// card; a step of the date changes two numbers and draws the stretches that can be open, without touching the rest.
import type { CustomLayerInterface, CustomRenderMethodInput, Map as GlMap } from "maplibre-gl";
import type { Certainty, Window } from "#model/time/span.ts";
import { mercatorX, mercatorY } from "#web/events/columns/crowd.ts";
import { openRanges } from "#web/view/crowd/bands.ts";
import { pixelsPerMetre, radiusAt, WIDEST_DISC } from "#web/view/crowd/crowd-size.ts";
import { boundsOf } from "#web/view/crowd/day-bounds.ts";
import type { CrowdBlock } from "#web/view/crowd/event-blocks.ts";
import { FRAGMENT_SHADER, isFlat, MAX_COLOURS, SHOWN, vertexShader } from "./crowd-shader.ts";

export type CrowdLook = {
  readonly window: Window;
  readonly certainty: Certainty;
  /** What a filter does not leave is drawn faintly, under the rest. Undefined: there is none. */
  readonly isFiltered?: boolean;
  /** Red, green, blue and opacity of each category, 0…1. */
  readonly colours: readonly (readonly [number, number, number, number])[];
};

const COLUMNS = [
  ["a_x", "x", "uint"],
  ["a_y", "y", "uint"],
  ["a_start_earliest", "startEarliest", "int"],
  ["a_start_latest", "startLatest", "int"],
  ["a_end_earliest", "endEarliest", "int"],
  ["a_end_latest", "endLatest", "int"],
  ["a_category", "category", "byte"],
  ["a_quality", "quality", "byte"],
  ["a_left", "left", "byte"],
] as const;

type Gl = WebGL2RenderingContext;
type Program = {
  readonly program: WebGLProgram;
  readonly at: (name: string) => WebGLUniformLocation | null;
};
type Stored = {
  readonly vertices: WebGLVertexArrayObject;
  readonly buffers: ReadonlyMap<string, WebGLBuffer>;
  left: Uint8Array;
};

export class CrowdLayer implements CustomLayerInterface {
  readonly id = "crowd";
  readonly type = "custom";
  readonly renderingMode = "2d";
  #map: GlMap | undefined;
  #gl: Gl | undefined;
  #blocks: readonly CrowdBlock[] = [];
  #look: CrowdLook | undefined;
  readonly #programs = new Map<string, Program>();
  /** By the column of x, which stays when a filter changes what is left of a block. */
  readonly #stored = new Map<Uint32Array, Stored>();

  /** Shows these events in this way, from the next picture on. */
  show(blocks: readonly CrowdBlock[], look: CrowdLook): void {
    this.#blocks = blocks;
    this.#look = look;
    this.#map?.triggerRepaint();
  }

  onAdd(map: GlMap, gl: Gl): void {
    this.#map = map;
    this.#gl = gl;
    // What was stored is gone with a lost context; the next picture stores it again.
    map.on("webglcontextrestored", this.#forget);
  }

  onRemove(map: GlMap, gl: Gl): void {
    map.off("webglcontextrestored", this.#forget);
    for (const stored of this.#stored.values()) free(gl, stored);
    for (const { program } of this.#programs.values()) gl.deleteProgram(program);
    this.#forget();
    this.#map = undefined;
  }

  readonly #forget = () => {
    this.#stored.clear();
    this.#programs.clear();
  };

  render(gl: Gl, input: CustomRenderMethodInput): void {
    const [map, look] = [this.#map, this.#look];
    if (!map || !look || this.#blocks.length === 0) return;
    this.#gl = gl;
    const program = this.#programFor(input.shaderData);
    gl.useProgram(program.program);
    this.#setLook(program, look, map);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    for (const world of this.#worlds(input, map)) {
      this.#setProjection(program, input, map, world);
      for (const shown of look.isFiltered ? [SHOWN.rest, SHOWN.left] : [SHOWN.all]) {
        gl.uniform1i(program.at("u_shown"), shown);
        this.#drawBlocks(look);
      }
    }
    gl.bindVertexArray(null);
    this.#freeOld();
  }

  #drawBlocks(look: CrowdLook): void {
    const gl = this.#gl as Gl;
    for (const block of this.#blocks) {
      const ranges = openRanges(block, look.window);
      if (ranges.length === 0) continue;
      gl.bindVertexArray(this.#store(block).vertices);
      for (const [from, to] of ranges) gl.drawArrays(gl.POINTS, from, to - from);
    }
  }

  /** The worlds side by side that are in sight: 0 is the one around the middle of the map. */
  #worlds({ shaderData }: CustomRenderMethodInput, map: GlMap): readonly number[] {
    if (!isFlat(shaderData) || !map.getRenderWorldCopies()) return [0];
    const [[west, east], middle] = [
      [map.getBounds().getWest(), map.getBounds().getEast()],
      map.getCenter().lng,
    ];
    // The nearest copy of each event is drawn as world 0: half a world to either side.
    const before = Math.max(0, Math.ceil((middle - west - 180) / 360));
    const after = Math.max(0, Math.ceil((east - middle - 180) / 360));
    return Array.from({ length: before + after + 1 }, (_, index) => index - before);
  }

  #setLook({ at }: Program, look: CrowdLook, map: GlMap): void {
    const gl = this.#gl as Gl;
    const { from, until } = boundsOf(look.window);
    const density = gl.drawingBufferWidth / Math.max(map.getCanvas().clientWidth, 1);
    const zoom = map.getZoom();
    const { lat } = map.getCenter();
    gl.uniform1i(at("u_from"), from);
    gl.uniform1i(at("u_until"), until);
    gl.uniform1i(at("u_certain_only"), look.certainty === "certain" ? 1 : 0);
    gl.uniform1f(at("u_radius"), density * radiusAt(zoom));
    gl.uniform1f(at("u_most_radius"), density * WIDEST_DISC);
    gl.uniform1f(at("u_pixels_per_metre"), density * pixelsPerMetre(zoom, lat));
    const colours = new Float32Array(4 * MAX_COLOURS);
    for (let index = 0; index < MAX_COLOURS; index++)
      colours.set(
        look.colours[Math.min(index, look.colours.length - 1)] ?? [0, 0, 0, 1],
        4 * index,
      );
    gl.uniform4fv(at("u_colours"), colours);
  }

  #setProjection({ at }: Program, input: CustomRenderMethodInput, map: GlMap, world: number): void {
    const gl = this.#gl as Gl;
    const { lng, lat } = map.getCenter();
    const middle = [wrapped(mercatorX(lng)), wrapped(mercatorY(lat))] as const;
    gl.uniform2ui(at("u_middle"), ...middle);
    const data = input.defaultProjectionData;
    if (isFlat(input.shaderData)) {
      const x = Math.round(mercatorX(lng)) / 2 ** 32 + world;
      gl.uniformMatrix4fv(at("u_matrix"), false, movedTo(data.mainMatrix, x, middle[1] / 2 ** 32));
      return;
    }
    gl.uniformMatrix4fv(at("u_projection_matrix"), false, data.mainMatrix as Float32Array);
    gl.uniformMatrix4fv(
      at("u_projection_fallback_matrix"),
      false,
      data.fallbackMatrix as Float32Array,
    );
    gl.uniform4f(at("u_projection_tile_mercator_coords"), ...data.tileMercatorCoords);
    gl.uniform4f(at("u_projection_clipping_plane"), ...data.clippingPlane);
    gl.uniform1f(at("u_projection_transition"), data.projectionTransition);
  }

  #programFor(shaderData: CustomRenderMethodInput["shaderData"]): Program {
    const known = this.#programs.get(shaderData.variantName);
    if (known) return known;
    const gl = this.#gl as Gl;
    const program = gl.createProgram();
    for (const [kind, source] of [
      [gl.VERTEX_SHADER, vertexShader(shaderData)],
      [gl.FRAGMENT_SHADER, FRAGMENT_SHADER],
    ] as const) {
      const shader = gl.createShader(kind) as WebGLShader;
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
      gl.deleteShader(shader);
    }
    for (const [index, [attribute]] of COLUMNS.entries())
      gl.bindAttribLocation(program, index, attribute);
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
      throw new Error(`the crowd cannot be drawn: ${gl.getProgramInfoLog(program)}`);
    const locations = new Map<string, WebGLUniformLocation | null>();
    const at = (name: string) => {
      if (!locations.has(name)) locations.set(name, gl.getUniformLocation(program, name));
      return locations.get(name) ?? null;
    };
    const made = { program, at };
    this.#programs.set(shaderData.variantName, made);
    return made;
  }

  /** The columns on the graphics card; what the filter leaves is written anew when it has changed. */
  #store(block: CrowdBlock): Stored {
    const gl = this.#gl as Gl;
    const known = this.#stored.get(block.x);
    if (known) {
      if (known.left !== block.left) {
        gl.bindBuffer(gl.ARRAY_BUFFER, known.buffers.get("left") ?? null);
        gl.bufferSubData(gl.ARRAY_BUFFER, 0, block.left);
        known.left = block.left;
      }
      return known;
    }
    const vertices = gl.createVertexArray();
    gl.bindVertexArray(vertices);
    const buffers = new Map<string, WebGLBuffer>();
    COLUMNS.forEach(([, column, kind], index) => {
      const buffer = gl.createBuffer();
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      gl.bufferData(
        gl.ARRAY_BUFFER,
        block[column],
        column === "left" ? gl.DYNAMIC_DRAW : gl.STATIC_DRAW,
      );
      const types = { uint: gl.UNSIGNED_INT, int: gl.INT, byte: gl.UNSIGNED_BYTE };
      gl.enableVertexAttribArray(index);
      gl.vertexAttribIPointer(index, 1, types[kind], 0, 0);
      buffers.set(column, buffer);
    });
    const stored = { vertices, buffers, left: block.left };
    this.#stored.set(block.x, stored);
    return stored;
  }

  /** Lets go of blocks that are shown no more. */
  #freeOld(): void {
    if (this.#stored.size <= this.#blocks.length) return;
    const shown = new Set(this.#blocks.map(({ x }) => x));
    for (const [column, stored] of this.#stored) {
      if (shown.has(column)) continue;
      free(this.#gl as Gl, stored);
      this.#stored.delete(column);
    }
  }
}

function free(gl: Gl, { buffers, vertices }: Stored): void {
  for (const buffer of buffers.values()) gl.deleteBuffer(buffer);
  gl.deleteVertexArray(vertices);
}

const wrapped = (value: number) => Math.round(value) >>> 0;

/** The matrix of positions counted from a point, in widths of the world; multiplied before it is rounded to floats. */
function movedTo(matrix: ArrayLike<number>, x: number, y: number): Float32Array {
  const moved = Float32Array.from(matrix);
  for (let row = 0; row < 4; row++)
    moved[12 + row] = (matrix[row] ?? 0) * x + (matrix[4 + row] ?? 0) * y + (matrix[12 + row] ?? 0);
  return moved;
}
