// What is in a ZIP (APPNOTE of PKWARE), each file as its directory tells of it, unpacked no further than it says there, and
// checked: the library cuts off in silence what is longer, reads on where no directory says so, and knows no checksum.
import { Inflate } from "fflate";
import { crc32 } from "#formats/crc32.ts";
import { NotTaken } from "../refusal/refusal.ts";

/** Why a ZIP is none that can be unpacked. */
export class WrongZip extends NotTaken {}

/** A file in a ZIP, as its directory tells of it. */
export type ZipEntry = {
  readonly name: string;
  /** Bytes when it is unpacked, as the ZIP says. */
  readonly size: number;
  /** Its bytes. Throws WrongZip where it cannot be unpacked, or is another than it says there. */
  readonly unpacked: () => Uint8Array;
};

const [END, END_64, LOCATOR_64, ENTRY] = [0x06054b50, 0x06064b50, 0x07064b50, 0x02014b50];
const [END_LENGTH, ENTRY_LENGTH, HEAD_LENGTH, LOCATOR_LENGTH] = [22, 46, 30, 20];
const LONGEST_COMMENT = 0xffff;
/** A number that stands in a field of its own, being too large for its place. */
const ELSEWHERE = 0xffffffff;
const IN_UTF_8 = 0x800;
const LOCKED = 1;
const [STORED, DEFLATED] = [0, 8];

const damaged = () => new WrongZip(["damaged-zip"]);

/** All files in a ZIP, none of them unpacked yet. Throws WrongZip. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { count, offset } = directoryIn(view);
    const entries: ZipEntry[] = [];
    let at = offset;
    for (let nth = 0; nth < count; nth += 1) {
      const { entry, next } = entryAt(view, bytes, at);
      entries.push(entry);
      at = next;
    }
    return entries;
  } catch (error) {
    // Something lies beyond the end.
    throw error instanceof RangeError ? damaged() : error;
  }
}

function directoryIn(view: DataView): { readonly count: number; readonly offset: number } {
  let end = view.byteLength - END_LENGTH;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first) throw damaged();
  const locator = end - LOCATOR_LENGTH;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64) {
    const large = longAt(view, locator + 8);
    if (view.getUint32(large, true) === END_64)
      return { count: longAt(view, large + 32), offset: longAt(view, large + 48) };
  }
  return { count: view.getUint16(end + 10, true), offset: view.getUint32(end + 16, true) };
}

const longAt = (view: DataView, at: number) => Number(view.getBigUint64(at, true));

type Told = Pick<ZipEntry, "name" | "size"> & {
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly checksum: number;
  /** Where it begins, with a head of its own. */
  readonly head: number;
};

function entryAt(view: DataView, bytes: Uint8Array, at: number) {
  if (view.getUint32(at, true) !== ENTRY) throw damaged();
  const flags = view.getUint16(at + 8, true);
  const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
  const [named = 0, extra = 0, comment = 0] = lengths;
  const begin = at + ENTRY_LENGTH;
  const encoding = flags & IN_UTF_8 ? "utf-8" : "windows-1252";
  const name = new TextDecoder(encoding).decode(bytes.subarray(begin, begin + named));
  const large = largeNumbers(view, begin + named, extra);
  const field = (offset: number) => {
    const value = view.getUint32(at + offset, true);
    return value === ELSEWHERE ? (large.shift() ?? value) : value;
  };
  const [size, packed, head] = [field(24), field(20), field(42)];
  const [method, checksum] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
  const told: Told = { name, size, flags, packed, checksum, head, method };
  const entry: ZipEntry = { name, size, unpacked: () => unpackedOf(view, bytes, told) };
  return { entry, next: begin + named + extra + comment };
}

/** The numbers of an entry that are too large for their places, in the order of these. */
function largeNumbers(view: DataView, from: number, length: number): number[] {
  for (let at = from; at + 4 <= from + length; ) {
    const [id, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (id === 1)
      return Array.from({ length: size >> 3 }, (_, nth) => longAt(view, at + 4 + 8 * nth));
    at += 4 + size;
  }
  return [];
}

function unpackedOf(view: DataView, bytes: Uint8Array, told: Told): Uint8Array {
  const { checksum, flags, head, method, name, packed, size } = told;
  if (flags & LOCKED) throw new WrongZip(["locked-zip"]);
  if (head + HEAD_LENGTH > bytes.length) throw damaged();
  const begin =
    head + HEAD_LENGTH + view.getUint16(head + 26, true) + view.getUint16(head + 28, true);
  if (begin + packed > bytes.length) throw damaged();
  const content = bytes.subarray(begin, begin + packed);
  const lying = () => new WrongZip(["lying-zip", name]);
  if (method !== STORED && method !== DEFLATED) throw new WrongZip(["zip-not-deflated"]);
  if (method === STORED && content.length !== size) throw lying();
  const whole = method === STORED ? content : inflated(content, size, lying);
  if (crc32(whole) !== checksum) throw new WrongZip(["altered-in-zip", name]);
  return whole;
}

/** So many bytes are given to the library at once: at most a thousand times as many come of them. */
const AT_ONCE = 64 * 1024;

function inflated(content: Uint8Array, size: number, lying: () => WrongZip): Uint8Array {
  const whole = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((part) => {
    if (length + part.length > size) throw lying();
    whole.set(part, length);
    length += part.length;
  });
  try {
    for (let at = 0; at < content.length; at += AT_ONCE)
      inflate.push(content.subarray(at, at + AT_ONCE), at + AT_ONCE >= content.length);
  } catch (error) {
    throw error instanceof WrongZip ? error : damaged();
  }
  if (length !== size) throw lying();
  return whole;
}
