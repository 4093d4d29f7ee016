import { describe, expect, it } from "vitest";
import { ByteWriter } from "#formats/byte-writer.ts";

describe("bytes put together", () => {
  it.each([
    ["uint8", 1],
    ["uint16", 2],
    ["int32", 4],
    ["float64", 8],
  ] as const)("are whole where their memory has to grow for a %s", (kind, size) => {
    // The memory is doubled at powers of two, from 256 on.
    for (const before of [0, ...Array.from({ length: 24 }, (_, index) => 244 + index), 507, 511]) {
      const writer = new ByteWriter();
      for (let index = 0; index < before; index++) writer.uint8(7);
      writer[kind](1);
      writer.sizedText("é");
      const number = Buffer.alloc(size);
      if (kind === "float64") number.writeDoubleLE(1);
      else number.writeUInt8(1);
      const expected = [Buffer.alloc(before, 7), number, Buffer.from([2, 0, 0, 0, 0xc3, 0xa9])];
      expect(Buffer.compare(writer.take(), Buffer.concat(expected)), `${before}`).toBe(0);
    }
  });
});
