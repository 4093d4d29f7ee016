// Every file says of itself what it shows, of which data, and which program drew it.
import { createHash } from "node:crypto";
import { describe, expect } from "vitest";
import { makePicture } from "#server/snapshot/make-picture.ts";
import { calaisDataset } from "#tests/support/databases/calais-dataset.ts";
import { CALAIS_ID, dbTest } from "#tests/support/databases/database.ts";
import { CALAIS_VERSION } from "#tests/support/packages/calais-facts.ts";
import { proofIn } from "#tests/support/pictures/proof-in-file.ts";
import { testApp } from "#tests/support/product/app.ts";
import { readPictureAddress } from "#web/view/address/picture-address.ts";
import { digestOf } from "#web/view/proof/digest.ts";
import packageFile from "../../../package.json";

const FORMATS = ["svg", "png", "pdf", "zip"] as const;
const ASKED = "width=700&title=Camps+%3C+%26+%22sites%22&lang=en&height=600&date=2014-05-27";

async function drawn(format: string, query = ASKED): Promise<Uint8Array> {
  const { app } = await testApp();
  const answer = await app.request(`/snapshot.${format}?${query}`);
  expect(answer.status, query).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

describe("the file of a picture", () => {
  dbTest.for(FORMATS)("carries its proof: %s", async (format) => {
    const proof = proofIn(format, await drawn(format));
    expect(proof).toMatchObject({
      release: { version: packageFile.version },
      dataset: { id: CALAIS_ID, version: CALAIS_VERSION },
      root: "http://localhost/",
      language: "en",
      title: 'Camps < & "sites", 27 May 2014',
    });
    expect(new URLSearchParams(proof.query).get("v")).toBe(CALAIS_VERSION);
    expect(proof.alt).toContain("27 May 2014");
    expect(proof.shown?.features.length).toBeGreaterThan(10);
    expect(proof.records).toBeGreaterThan(proof.shown?.features.length ?? 0);
  });

  dbTest("has one proof, whatever its format", async () => {
    const proofs = await Promise.all(
      FORMATS.map(async (format) => proofIn(format, await drawn(format))),
    );
    for (const proof of proofs) expect(proof).toEqual(proofs[0]);
  });

  dbTest.for(FORMATS)("is the same however its address is spelt: %s", async (format) => {
    const other = await drawn(
      format,
      `${ASKED.split("&").reverse().join("&")}&v=${CALAIS_VERSION}`,
    );
    expect(Buffer.compare(await drawn(format), other)).toBe(0);
  });

  dbTest("is drawn again, byte for byte, by the question in it", async () => {
    const png = await drawn("png");
    const again = await drawn("png", proofIn("png", png).query);
    expect(Buffer.compare(png, again)).toBe(0);
  });

  dbTest("has XMP that is well formed, whatever the title", async () => {
    const pdf = Buffer.from(await drawn("pdf")).toString("utf8");
    const [xmp = ""] = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(pdf) ?? [];
    expect(xmp).toContain("Camps &lt; &amp; &quot;sites&quot;, 27 May 2014");
    expect(xmp.replace(/<[^<>]*>/g, "")).not.toMatch(/[<>]|&(?!(lt|gt|amp|quot|#39);)/);
  });
});

describe("the digest", () => {
  dbTest("is of the records that are drawn, and of no other", async () => {
    const dataset = await calaisDataset();
    const address = new URL(`https://rocade.example.org/snapshot.svg?${ASKED}`);
    const question = readPictureAddress(address, []);
    if (!question.ok) throw new Error("not read");
    const digestWith = async (places: typeof dataset.places) => {
      const data = { ...dataset, places };
      const asked = { dataset: data, question: question.value, language: "en", address };
      return proofIn("svg", (await makePicture("svg", asked)).bytes).digest;
    };
    const changed = (id: string) =>
      digestWith(
        dataset.places.map((place) =>
          place.id === id ? { ...place, sourceIds: [...place.sourceIds, "another"] } : place,
        ),
      );
    const before = await digestWith(dataset.places);
    expect(await changed("camp-lamy")).not.toBe(before);
    // Founded a year later.
    expect(await changed("la-lande")).toBe(before);
  });

  dbTest("is the same of equal values, in whatever order their members come", () => {
    const value = { b: [1.0, "é"], a: { d: null, c: 1e21 } };
    const canonical = '{"a":{"c":1e+21,"d":null},"b":[1,"é"]}';
    expect(digestOf(value)).toBe(`sha256:${createHash("sha256").update(canonical).digest("hex")}`);
  });
});
