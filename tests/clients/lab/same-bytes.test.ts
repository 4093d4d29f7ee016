// Two instances, started apart and in different zones, answer the same address with the same bytes.
import { describe, expect, it } from "vitest";
import { CALAIS } from "#tests/support/packages/packages.ts";
import { startProduct } from "#tests/support/product/product.ts";

const PUBLIC_URL = "https://rocade.example.org";
const ADDRESSES = [
  "snapshot.svg?date=2014-05-27&lang=en&paper=a4",
  "snapshot.svg?date=2014-05-27&lang=fr&text=outlines",
  "snapshot.png?date=2016-09-05&lang=en&width=900&height=640",
  "snapshot.pdf?date=2014-05-27&lang=fr&paper=a4",
  "snapshot.pdf?dates=phases&lang=en&paper=a4&title=%D9%85%D8%AE%D9%8A%D9%85",
  "snapshot.zip?date=2014-05-27&lang=en",
];

describe("the same address", () => {
  it("has the same bytes from two instances", { timeout: 900_000 }, async () => {
    const bytesIn = async (zone: string) => {
      // Named, so that each loads it for itself.
      const product = await startProduct({ PUBLIC_URL, TZ: zone, DATA_PACKAGE: CALAIS });
      try {
        const found: string[] = [];
        for (const address of ADDRESSES) {
          const answer = await fetch(`${product.url}/${address}`);
          expect(answer.status, address).toBe(200);
          found.push(Buffer.from(await answer.arrayBuffer()).toString("latin1"));
        }
        return found;
      } finally {
        await product.stop();
      }
    };
    const [here, there] = [await bytesIn("America/St_Johns"), await bytesIn("Asia/Kathmandu")];
    for (const [index, address] of ADDRESSES.entries())
      expect(here[index] === there[index], address).toBe(true);
  });
});
