import { crc32 as ofNode } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32 } from "#formats/crc32.ts";

test("a checksum is that which others reckon, of whatever length the bytes are", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(crc32(bytes)).toBe(ofNode(bytes));
    }),
  );
});
