// A drawing thread. One whose renderer has failed is not used again: its memory may be in any state.
import type { Drawing, PictureTask } from "./picture-task.ts";
import { renderPicture } from "./render-picture.ts";

export default async function work(task: PictureTask): Promise<Drawing> {
  try {
    return await renderPicture(task);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) process.exit(1);
    throw error;
  }
}
