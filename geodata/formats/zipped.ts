import { strToU8, Zip, ZipDeflate } from "fflate";

/** A ZIP of texts, written as they are read; `made` is the date of all of them, by the local clock. */
export async function* zipped(
  files: AsyncIterable<{ readonly name: string; readonly parts: AsyncIterable<string> }>,
  made: Date,
): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    written.push(bytes);
  });
  for await (const { name, parts } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = made;
    zip.add(entry);
    for await (const part of parts) {
      entry.push(strToU8(part));
      yield* written.splice(0);
    }
    entry.push(new Uint8Array(), true);
    yield* written.splice(0);
  }
  zip.end();
  yield* written.splice(0);
}
