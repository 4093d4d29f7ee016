// Archives that say of their files another size than these have.

const ENTRY = 0x02014b50;

/** The archive with another size in its directory, of each file or of those that are called so. */
export function lyingZip(
  packed: Uint8Array,
  sizeOf: (size: number) => number,
  called = /(?:)/,
): Uint8Array {
  const bytes = packed.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) !== ENTRY) continue;
    const name = new TextDecoder().decode(
      bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)),
    );
    if (called.test(name)) view.setUint32(at + 24, sizeOf(view.getUint32(at + 24, true)), true);
  }
  return bytes;
}
