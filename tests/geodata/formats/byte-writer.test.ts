import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteWriter } from "#formats/byte-writer.ts";

describe("bytes put together", () => {
  it("are whole wherever their memory has to grow", () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.constantFrom("uint8", "uint16", "int32", "float64"),
        (before, kind) => {
          const writer = new ByteWriter();
          for (let index = 0; index < before; index++) writer.uint8(7);
          writer[kind](1);
          writer.sizedText("é");
          const bytes = Buffer.from(writer.take());
          const size = { uint8: 1, uint16: 2, int32: 4, float64: 8 }[kind];
          const view = new DataView(bytes.buffer, bytes.byteOffset + before, size);
          expect(bytes.subarray(0, before)).toEqual(Buffer.alloc(before, 7));
          const read = {
            uint8: () => view.getUint8(0),
            uint16: () => view.getUint16(0, true),
            int32: () => view.getInt32(0, true),
            float64: () => view.getFloat64(0, true),
          };
          expect(read[kind]()).toBe(1);
          expect(bytes.subarray(before + size)).toEqual(Buffer.from([2, 0, 0, 0, 0xc3, 0xa9]));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
