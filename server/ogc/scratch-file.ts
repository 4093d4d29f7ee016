import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PutAside } from "#formats/flatgeobuf/put-aside.ts";

/** Bytes that are gathered before they are written, and read again at a time. */
const PART_BYTES = 1_000_000;
/** So much is kept in memory; only what is larger goes to a file. */
const MAX_BYTES_IN_MEMORY = 16_000_000;

/** In memory, or in a file once it is much. */
export class ScratchFile implements PutAside {
  #memory: Uint8Array[] = [];
  #inMemory = 0;
  #offsets: number[] = [];
  #end = 0;
  #file: { readonly folder: string; readonly handle: FileHandle } | undefined;

  async add(bytes: Uint8Array): Promise<void> {
    this.#offsets.push(this.#end);
    this.#end += bytes.length;
    this.#memory.push(bytes);
    this.#inMemory += bytes.length;
    if (this.#inMemory > (this.#file ? PART_BYTES : MAX_BYTES_IN_MEMORY)) await this.#spill();
  }

  /** Everything in this order of indexes, in parts of some size. */
  async *read(order: Uint32Array): AsyncGenerator<Uint8Array> {
    if (this.#file) await this.#spill();
    let parts: Promise<Uint8Array>[] = [];
    let size = 0;
    for (const index of order) {
      parts.push(this.#one(index));
      size += this.#lengthOf(index);
      if (size < PART_BYTES) continue;
      yield Buffer.concat(await Promise.all(parts));
      [parts, size] = [[], 0];
    }
    if (size > 0) yield Buffer.concat(await Promise.all(parts));
  }

  /** Leaves nothing behind. */
  async close(): Promise<void> {
    this.#memory = [];
    if (!this.#file) return;
    await this.#file.handle.close();
    await rm(this.#file.folder, { recursive: true, force: true });
  }

  async #spill(): Promise<void> {
    this.#file ??= await createFile();
    await this.#file.handle.appendFile(Buffer.concat(this.#memory));
    this.#memory = [];
    this.#inMemory = 0;
  }

  #lengthOf(index: number): number {
    return (this.#offsets[index + 1] ?? this.#end) - (this.#offsets[index] ?? 0);
  }

  async #one(index: number): Promise<Uint8Array> {
    if (!this.#file) return this.#memory[index] ?? new Uint8Array();
    const length = this.#lengthOf(index);
    const bytes = Buffer.allocUnsafe(length);
    await this.#file.handle.read(bytes, 0, length, this.#offsets[index] ?? 0);
    return bytes;
  }
}

async function createFile() {
  const folder = await mkdtemp(path.join(tmpdir(), "rocade-file-"));
  return { folder, handle: await open(path.join(folder, "features"), "wx+", 0o600) };
}
