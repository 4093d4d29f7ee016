// The files that an animation can be: each takes pictures in turn and gives a file at the end.
import { strToU8, zipSync } from "fflate";
import { applyPalette, GIFEncoder, quantize } from "gifenc";
import {
  BufferTarget,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  WebMOutputFormat,
} from "mediabunny";
import { sourcesCsv } from "#formats/sources-csv.ts";
import type { DatasetMeta } from "#model/dataset/dataset.ts";
import type { Source } from "#model/record/source.ts";
import { PROOF_FILE } from "#web/view/proof/proof-file.ts";
import type { Proof } from "#web/view/proof/proof-record.ts";
import { FRAME_RATE, repeatsOf } from "./animation-plan.ts";
import type { AnimationTask } from "./animation-task.ts";

export type Frame = {
  /** RGBA, row by row. */
  readonly pixels: Uint8Array;
  readonly png: () => Uint8Array;
  /** `2014-05-27` */
  readonly name: string;
};

export type AnimationWriter = {
  readonly add: (frame: Frame) => Promise<void> | void;
  /** `sources`: those of all pictures, which a film has no room for and a folder of pictures has. */
  readonly finish: (sources: readonly Source[]) => Promise<Blob> | Blob;
};

/** Each file carries the proof: a film in its metadata, a GIF as a comment, pictures in a file beside them. */
export async function createWriter(task: AnimationTask, proof: Proof): Promise<AnimationWriter> {
  switch (task.format) {
    case "mp4":
    case "webm":
      return videoWriter(task, task.format, proof);
    case "gif":
      return gifWriter(task, proof);
    case "frames":
      return framesWriter(task.dataset.meta, proof);
  }
}

/** H.264 in MP4 (yuv420p), or VP9 in WebM; each day begins a new key frame, so that seeking lands on it. */
async function videoWriter(
  { height, seconds, width }: AnimationTask,
  format: "mp4" | "webm",
  proof: Proof,
): Promise<AnimationWriter> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext("2d", { alpha: false });
  if (!pen) throw new Error("no canvas");
  const target = new BufferTarget();
  const output = new Output({
    format:
      format === "mp4" ? new Mp4OutputFormat({ fastStart: "in-memory" }) : new WebMOutputFormat(),
    target,
  });
  const source = new CanvasSource(canvas, {
    codec: format === "mp4" ? "avc" : "vp9",
    bitrate: QUALITY_HIGH,
  });
  output.addVideoTrack(source, { frameRate: FRAME_RATE });
  output.setMetadataTags({
    title: proof.title,
    description: proof.alt,
    artist: proof.credit,
    comment: JSON.stringify(proof),
  });
  await output.start();
  let count = 0;
  return {
    add: async ({ pixels }) => {
      pen.putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0);
      for (let index = 0; index < repeatsOf(seconds); index += 1, count += 1)
        await source.add(count / FRAME_RATE, 1 / FRAME_RATE, { keyFrame: index === 0 });
    },
    finish: async () => {
      await output.finalize();
      if (!target.buffer) throw new Error("the video is empty");
      return new Blob([target.buffer], { type: `video/${format}` });
    },
  };
}

const MAX_COLOURS = 256;

/** One palette for all pictures, made from the first: so that nothing flickers. */
function gifWriter({ height, seconds, width }: AnimationTask, proof: Proof): AnimationWriter {
  const gif = GIFEncoder();
  let palette: number[][] | undefined;
  return {
    add: ({ pixels }) => {
      palette ??= quantize(pixels, MAX_COLOURS);
      const index = applyPalette(pixels, palette);
      gif.writeFrame(index, width, height, { palette, delay: Math.round(seconds * 1000) });
    },
    finish: () => {
      gif.finish();
      return withComment(gif.bytes(), JSON.stringify(proof));
    },
  };
}

/** GIF89a, 24: a comment, in blocks of 255 bytes, before the trailer. */
function withComment(gif: Uint8Array, text: string): Blob {
  const bytes = strToU8(text);
  const blocks: number[] = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const block = bytes.subarray(at, at + 255);
    blocks.push(block.length, ...block);
  }
  const comment = Uint8Array.from([0x21, 0xfe, ...blocks, 0]);
  const trailer = gif.length - 1;
  return new Blob([gif.slice(0, trailer), comment, gif.slice(trailer)], { type: "image/gif" });
}

function framesWriter({ carriers }: DatasetMeta, proof: Proof): AnimationWriter {
  const files: Record<string, Uint8Array> = {};
  const names: string[] = [];
  return {
    add: ({ name, png }) => {
      const file = `${String(names.length + 1).padStart(4, "0")}-${name}.png`;
      files[file] = png();
      names.push(file);
    },
    finish: (sources) => {
      files["sources.csv"] = strToU8(
        sourcesCsv(
          sources.map((source) => ({ source })),
          carriers,
        ),
      );
      files[PROOF_FILE] = strToU8(`${JSON.stringify(proof, null, 2)}\n`);
      files["frames.txt"] = strToU8(`${names.join("\n")}\n`);
      return new Blob([zipSync(files, { level: 0 }).slice()], { type: "application/zip" });
    },
  };
}
