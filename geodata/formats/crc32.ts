// The checksum of PNG and ZIP (ISO/IEC 15948, annex D), eight bytes at a time: 150 MB take a fifth of a second.

const AT_ONCE = 8;
/** What a byte is worth so many bytes before the last: the table of the standard, and seven that follow from it. */
const WORTH = tables();

function tables(): Int32Array {
  const worth = new Int32Array(256 * AT_ONCE);
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    worth[byte] = crc;
  }
  for (let at = 256; at < worth.length; at += 1) {
    const before = worth[at - 256] as number;
    worth[at] = (before >>> 8) ^ (worth[before & 255] as number);
  }
  return worth;
}

/** The CRC-32 of the bytes, as a number without a sign. */
export function crc32(bytes: Uint8Array): number {
  const worth = WORTH;
  const whole = bytes.length - (bytes.length % AT_ONCE);
  let crc = -1;
  let at = 0;
  for (; at < whole; at += AT_ONCE) {
    const four =
      crc ^
      ((bytes[at] as number) |
        ((bytes[at + 1] as number) << 8) |
        ((bytes[at + 2] as number) << 16) |
        ((bytes[at + 3] as number) << 24));
    crc =
      (worth[1792 + (four & 255)] as number) ^
      (worth[1536 + ((four >>> 8) & 255)] as number) ^
      (worth[1280 + ((four >>> 16) & 255)] as number) ^
      (worth[1024 + (four >>> 24)] as number) ^
      (worth[768 + (bytes[at + 4] as number)] as number) ^
      (worth[512 + (bytes[at + 5] as number)] as number) ^
      (worth[256 + (bytes[at + 6] as number)] as number) ^
      (worth[bytes[at + 7] as number] as number);
  }
  for (; at < bytes.length; at += 1)
    crc = (crc >>> 8) ^ (worth[(crc ^ (bytes[at] as number)) & 255] as number);
  return ~crc >>> 0;
}
