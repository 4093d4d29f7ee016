// Sources for which a picture of several dates has no room are where it says that they are.
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { describe, expect } from "vitest";
import { testApp } from "#tests/support/app.ts";
import { dbTest } from "#tests/support/database.ts";
import { wordsOf } from "#tests/support/figure-text.ts";

describe("sources that a picture of several dates has no room for", () => {
  dbTest("are in the ZIP at the printed address, all of them", async () => {
    const { app } = await testApp();
    const shape = "dates=phases&lang=en&width=1600&height=1100";
    const words = wordsOf(await (await app.request(`/snapshot.svg?${shape}`)).text());
    const [, listed = "", more] =
      /Sources: (.*) · and (\d+) more at the address below with \.zip for \.svg/.exec(words) ?? [];
    const [printed = ""] = /http:\S+snapshot\.svg\S+/.exec(words) ?? [];
    const address = new URL(printed.replaceAll("&amp;", "&").replace(".svg", ".zip"));
    const zip = await app.request(address.pathname + address.search);
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    const rows: unknown[] = parse(Buffer.from(files["sources.csv"] ?? []), { columns: true });
    const numbers = listed.match(/\[\d+\]/g) ?? [];
    expect(numbers.length).toBeGreaterThan(3);
    // The ZIP may have those of what stands around besides.
    expect(rows.length).toBeGreaterThanOrEqual(numbers.length + Number(more));
  });
});
