const LINE_FEED = 0x0a;

/** The lines of a stream of bytes, each with its line feed; what follows the last one is a line too. */
export async function* linesIn(
  parts: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer, undefined, undefined> {
  let begun: Buffer[] = [];
  for await (const part of parts) {
    const bytes = Buffer.from(part.buffer, part.byteOffset, part.length);
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      const line = bytes.subarray(start, end + 1);
      yield begun.length > 0 ? Buffer.concat([...begun, line]) : line;
      begun = [];
      start = end + 1;
    }
    if (start < bytes.length) begun.push(bytes.subarray(start));
  }
  if (begun.length > 0) yield Buffer.concat(begun);
  return undefined;
}
