// Archives are unpacked as their directories say, whoever made them; one that says another size than its files have is refused.
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { packedFiles } from "#import/files/packed-files.ts";
import { WrongZip, zipEntries } from "#import/files/unzip.ts";
import { inEnglish } from "#import/refusal/refusal.ts";
import { lyingZip } from "#tests/support/packages/lying-zip.ts";
import { openTable, rowsOf } from "#tests/support/packages/table.ts";
import { workbook } from "#tests/support/packages/workbook.ts";

const TABLE = `title,date,lat,lon\n${"A march,2015-03-04,50.95,1.85\n".repeat(200)}`;
const packed = (level: 0 | 6) => zipSync({ "events.csv": [strToU8(TABLE), { level }] });
const unpacked = (bytes: Uint8Array) =>
  zipEntries(bytes).map((entry) => [entry.name, new TextDecoder().decode(entry.unpacked())]);

/** Written by Python’s zipfile to a pipe: sizes behind the content, and in fields of 64 bits. */
const FROM_A_PIPE =
  "UEsDBC0ACAAIAAAAIQAAAAAA//////////8KABQAZXZlbnRzLmNzdgEAEAAAAAAAAAAAAAAAAAAAAAAAK8ksyUnVSUksSdXJSSzRycnP43LUMbQ0MNAx1DHiAgBQSwcILVjPaCAAAAAAAAAAHgAAAAAAAABQSwECLQMtAAgACAAAACEALVjPaCAAAAAeAAAACgAAAAAAAAAAAAAAgAEAAAAAZXZlbnRzLmNzdlBLBQYAAAAAAQABADgAAAB0AAAAAAA=";

describe("a ZIP", () => {
  it("is unpacked whether its files are packed or stored, and however it was written", () => {
    for (const level of [0, 6] as const)
      expect(unpacked(packed(level))).toEqual([["events.csv", TABLE]]);
    expect(unpacked(Buffer.from(FROM_A_PIPE, "base64"))).toEqual([
      ["events.csv", "title,date,lat,lon\nA,1900,1,2\n"],
    ]);
  });

  it.each([
    ["less", (size: number) => size - 30],
    ["almost nothing", () => 1],
    ["more", (size: number) => size + 30],
  ])("that says %s than a file has is refused, and not read cut short", (_, sizeOf) => {
    for (const level of [0, 6] as const) {
      const lying = lyingZip(packed(level), sizeOf);
      expect(() => packedFiles("a.zip", lying)).toThrow(
        'a ZIP in which "events.csv" has another size than it says',
      );
    }
  });

  it("that is cut off anywhere, or has a bit turned, is refused or read, and never throws anything else", () => {
    const whole = packed(6);
    const tried = [
      ...Array.from(whole, (_, at) => whole.subarray(0, at)),
      ...Array.from(whole, (_, at) => whole.map((byte, nth) => (nth === at ? byte ^ 0x41 : byte))),
    ];
    for (const bytes of tried)
      try {
        packedFiles("a.zip", bytes);
      } catch (error) {
        expect(String(error)).toMatch(/a ZIP (?:that|in which|with)|\d+ (?:MB|files)/);
      }
  });

  it.each([
    ["packed", 6],
    ["stored", 0],
  ] as const)("in which a file has been damaged, or its checksum, is refused: %s", (_, level) => {
    const whole = packed(level);
    const directory = Buffer.from(whole).indexOf("PK\u0001\u0002");
    const content = 30 + "events.csv".length;
    const read: number[] = [];
    for (let at = content; at < directory; at += 1)
      for (const bit of [1, 0x80]) {
        const damaged = whole.slice();
        damaged[at] = (damaged[at] ?? 0) ^ bit;
        try {
          // The last bits of what is packed may mean nothing.
          if (unpacked(damaged)[0]?.[1] !== TABLE) read.push(at);
        } catch (error) {
          expect(error).toBeInstanceOf(WrongZip);
        }
      }
    expect(read).toEqual([]);
    whole[directory + 16] = (whole[directory + 16] ?? 0) ^ 1;
    expect(() => packedFiles("a.zip", whole)).toThrow(
      'a ZIP in which "events.csv" is damaged: its checksum is another than it says',
    );
  });

  it("that is compressed otherwise, as by bzip2, is told as that", () => {
    const other = packed(6);
    other[Buffer.from(other).indexOf("PK\u0001\u0002") + 10] = 12;
    expect(() => packedFiles("a.zip", other)).toThrow("by another method than deflate");
  });

  it("with a password is told as that", () => {
    const locked = packed(6);
    locked[Buffer.from(locked).indexOf("PK\u0001\u0002") + 8] = 1;
    expect(() => packedFiles("a.zip", locked)).toThrow("a ZIP with a password");
  });
});

describe("a workbook", () => {
  const rows = Array.from({ length: 300 }, (_, n) => [{ s: `A march ${n}` }, { n }]);

  it("that says less than a sheet has is refused, and not read cut short", async () => {
    expect(await rowsOf(await openTable("a.xlsx", workbook(rows)))).toHaveLength(rows.length);
    const lying = lyingZip(workbook(rows), (size) => Math.floor(size / 2), /sheet1/);
    const refused = await openTable("a.xlsx", lying).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      problem: { got: 'a ZIP in which "xl/worksheets/sheet1.xml" has another size than it says' },
    });
  });

  it("of LibreOffice is told as that", async () => {
    const ods = zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("<a/>") });
    await expect(openTable("a.ods", ods)).rejects.toMatchObject({
      problem: { got: inEnglish(["opendocument"]), allowed: inEnglish(["workbook-or-csv"]) },
    });
  });
});
