// A file is held against the data that it names: what is intact is said so, and a changed bit is found.
import fc from "fast-check";
import { describe, expect } from "vitest";
import type { Db } from "#db/database.ts";
import { withdraw } from "#db/queries/withdraw/withdraw.ts";
import { importPackage } from "#import/load/import-package.ts";
import { readProof } from "#server/proofs/read-proof.ts";
import type { Verdict } from "#server/verify/verdict.ts";
import type { Words } from "#server/verify/verdict-words.ts";
import { CALAIS_ID, dbTest, rolledBack } from "#tests/support/databases/database.ts";
import { CALAIS_VERSION } from "#tests/support/packages/calais-facts.ts";
import { firstFacts } from "#tests/support/packages/first-facts.ts";
import { testApp } from "#tests/support/product/app.ts";

const ASKED = "date=2014-05-27&lang=en&width=700&height=600";
const FORMATS = ["svg", "png", "pdf", "zip"] as const;
type App = Awaited<ReturnType<typeof testApp>>["app"];
type Answer = Verdict & { readonly said: Words };

async function drawn(app: App, address: string): Promise<Buffer> {
  const answer = await app.request(address);
  expect(answer.status, address).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

const send = (app: App, file: Uint8Array | FormData, headers = {}, query = "") =>
  app.request(`/verify${query}`, {
    method: "POST",
    body: file instanceof FormData ? file : new Uint8Array(file),
    headers,
  });

async function checked(app: App, file: Buffer): Promise<Answer> {
  const answer = await send(app, file);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  return answer.json();
}

/** The file with a text of it changed for one as long. */
function changed(file: Buffer, from: string, to: string): Buffer {
  expect(to.length).toBe(from.length);
  const at = file.indexOf(from);
  expect(at, from).toBeGreaterThan(0);
  return Buffer.concat([file.subarray(0, at), Buffer.from(to), file.subarray(at + from.length)]);
}

/** A GIF of one pixel with a comment, as films carry their proofs. */
function animationWith(comment: string): Buffer {
  const bytes = Buffer.from(comment);
  const blocks = Array.from({ length: Math.ceil(bytes.length / 255) }, (_, index) => {
    const block = bytes.subarray(255 * index, 255 * (index + 1));
    return Buffer.concat([Buffer.from([block.length]), block]);
  });
  const image = "2c00000000010001000002024401003b";
  const head = Buffer.from("47494638396101000100800000000000ffffff21fe", "hex");
  return Buffer.concat([head, ...blocks, Buffer.from(`00${image}`, "hex")]);
}

describe("a file that was made here", () => {
  dbTest.for(FORMATS)("is intact: %s", async (format) => {
    const { app } = await testApp();
    const answer = await checked(app, await drawn(app, `/snapshot.${format}?${ASKED}`));
    expect(answer).toMatchObject({
      verdict: "intact",
      format,
      proof: { dataset: { id: CALAIS_ID, version: CALAIS_VERSION } },
      checks: { records: "same", bytes: "same", isDamaged: false, firstDifference: null },
      changes: [],
      links: { map: expect.stringContaining("date=2014-05-27") },
      said: { title: "Intact" },
    });
  });

  dbTest.for([
    "date=2014-05-27&lang=fr&width=600&height=600&text=outlines",
    "dates=phases&lang=fr&width=1200&height=850&title=",
    "time=2015-01-01/2015-06-30&q=camp&certainty=certain",
    "dates=compare&bbox=1.8,50.9,1.95,51&caption=Ours&v=1.2.2",
  ])("is intact, whatever it was asked: %s", async (query) => {
    const { app } = await testApp({ publicUrl: new URL("https://maps.example.org/calais") });
    const file = await drawn(app, `/snapshot.svg?${query}`);
    const { app: another } = await testApp();
    expect(await checked(another, file)).toMatchObject({ verdict: "intact" });
  });

  dbTest.for(FORMATS)("is altered where a bit of it is another: %s", async (format) => {
    const { app } = await testApp();
    const file = await drawn(app, `/snapshot.${format}?${ASKED}`);
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 0, max: 7 }),
        async (where, bit) => {
          const other = Buffer.from(file);
          const at = Math.floor(where * file.length);
          other[at] = (other[at] ?? 0) ^ (1 << bit);
          const { checks, verdict } = await checked(app, other);
          expect(["altered", "no-proof", "not-here", "other-data"], `${at}`).toContain(verdict);
          if (verdict === "altered" && checks.bytes === "other" && format === "svg")
            expect(checks.firstDifference).toBeLessThanOrEqual(at);
        },
      ),
      { numRuns: 8 },
    );
  });

  dbTest("is altered where it says something else", async () => {
    const { app } = await testApp();
    const file = await drawn(app, `/snapshot.svg?${ASKED}`);
    const number = await checked(app, changed(file, "300–400", "900–990"));
    expect(number).toMatchObject({
      verdict: "altered",
      checks: { records: "same", bytes: "other", firstDifference: file.indexOf("300–400") },
    });
    expect(number.said.sentences.join(" ")).toContain(`(from byte ${file.indexOf("300–400")} on)`);
    const digest = await checked(app, changed(file, "sha256:", "sha257:"));
    expect(digest.verdict).toBe("altered");
  });

  dbTest("is not said to be intact where its images cannot be drawn again", async () => {
    const { app } = await testApp();
    const { proof } = await readProof(await drawn(app, `/snapshot.svg?${ASKED}`));
    const film = await checked(app, animationWith(JSON.stringify(proof)));
    expect(film).toMatchObject({
      verdict: "records-agree",
      format: "gif",
      checks: { records: "same", bytes: "not-compared" },
    });
    const lying = { ...proof, digest: `sha256:${"0".repeat(64)}` };
    expect(await checked(app, animationWith(JSON.stringify(lying)))).toMatchObject({
      verdict: "altered",
    });
  });

  dbTest("is of another release where that draws otherwise", async () => {
    const { app } = await testApp();
    const file = await drawn(app, `/snapshot.svg?${ASKED}`);
    const release = /&quot;version&quot;:&quot;(\d+\.\d+\.\d+)&quot;,&quot;figure/.exec(
      `${file}`,
    )?.[0];
    const other = changed(file, release ?? "", (release ?? "").replace(/\d+\.\d+\.\d+/, "0.0.9"));
    const answer = await checked(app, other);
    expect(answer).toMatchObject({ verdict: "other-release", checks: { records: "same" } });
    expect(answer.said.sentences.join(" ")).toContain("0.0.9");
  });
});

describe("a file of a former version", () => {
  dbTest("says nothing of changes where its version was rewritten by a withdrawal", () =>
    rolledBack(async (db: Db) => {
      const ID = "rewritten";
      await importPackage(db, firstFacts(ID, "1.0.0"));
      const before = await testApp({ db, datasetId: ID });
      const asked = "date=2014-05-20&lang=en&width=700&height=600";
      const file = await drawn(before.app, `/snapshot.svg?${asked}`);
      await importPackage(db, firstFacts(ID, "1.1.0"));
      const names = ["places/camp-lamy"];
      const outcome = await withdraw(db, { datasetId: ID, names, reason: "Asked for" });
      expect(outcome).toMatchObject({ status: "withdrawn" });
      const { app } = await testApp({ db, datasetId: ID });
      const answer = await checked(app, file);
      expect(answer).toMatchObject({ verdict: "other-data", changes: null });
      expect(answer.said.sentences.join(" ")).not.toMatch(/changed since:|none has changed/);
      expect(answer.links).not.toHaveProperty("difference");
    }),
  );

  dbTest("is outdated, and says what has changed of what it shows", () =>
    rolledBack(async (db: Db) => {
      const ID = "verified";
      const publish = async (label: "1.0.0" | "1.1.0") =>
        expect(await importPackage(db, firstFacts(ID, label))).toMatchObject({ status: "loaded" });
      await publish("1.0.0");
      const before = await testApp({ db, datasetId: ID });
      const asked = "date=2015-03-20&lang=en&width=700&height=600";
      const file = await drawn(before.app, `/snapshot.png?${asked}`);
      expect(await checked(before.app, file)).toMatchObject({ verdict: "intact" });
      await publish("1.1.0");
      const { app } = await testApp({ db, datasetId: ID });
      const answer = await checked(app, file);
      expect(answer).toMatchObject({
        verdict: "outdated",
        newest: "1.1.0",
        checks: { records: "same", bytes: "same" },
      });
      expect(answer.changes?.length).toBeGreaterThan(0);
      expect(answer.said.changes.length).toBeGreaterThan(0);
      const { difference = "", map = "", newest = "" } = answer.links;
      expect(new URL(difference).searchParams.get("versions")).toBe("1.0.0/..");
      expect(new URL(map).searchParams.get("v")).toBe("1.0.0");
      expect(new URL(newest).searchParams.has("v")).toBe(false);
      // Under a label of its own it is altered all the same.
      const lying = await checked(app, Buffer.concat([file, Buffer.from("x")]));
      expect(lying.verdict).toBe("altered");
    }),
  );
});

describe("any other file", () => {
  dbTest("has no proof, or data that are not here", async () => {
    const { app } = await testApp();
    const file = await drawn(app, `/snapshot.svg?${ASKED}`);
    const svg = file.toString();
    const without = Buffer.from(svg.replace(/<metadata[\s\S]*<\/metadata>/, ""));
    for (const one of [without, Buffer.from("a text"), Buffer.from("\x89PNG")])
      expect((await checked(app, one)).verdict).toMatch(/^(no-proof|altered)$/);
    const elsewhere = Buffer.from(svg.replaceAll(CALAIS_ID, "another-dataset"));
    expect(await checked(app, elsewhere)).toMatchObject({
      verdict: "not-here",
      absence: { kind: "dataset" },
    });
    const version = Buffer.from(
      svg.replaceAll(`version&quot;:&quot;${CALAIS_VERSION}`, "version&quot;:&quot;9.9.9"),
    );
    expect(await checked(app, version)).toMatchObject({ absence: { kind: "version" } });
  });

  dbTest("may be anything", async () => {
    const { app } = await testApp();
    const starts = [
      "",
      "\x89PNG\r\n\x1a\n",
      "%PDF-1.7\n",
      "PK\x03\x04",
      "GIF89a",
      "\x1aE\xdf\xa3",
      "....ftyp",
      "<svg ",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...starts),
        fc.uint8Array({ minLength: 1 }),
        async (start, rest) => {
          const file = Buffer.concat([Buffer.from(start, "latin1"), rest]);
          expect((await checked(app, file)).verdict).toMatch(/^(no-proof|altered)$/);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the page", () => {
  const HTML = { Accept: "text/html,*/*;q=0.8" };

  dbTest("takes a file from a form, and answers in the reader's language", async () => {
    const { app } = await testApp();
    const page = await (await app.request("/verify?lang=fr", { headers: HTML })).text();
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('enctype="multipart/form-data"');
    const form = new FormData();
    const file = await drawn(app, `/snapshot.png?${ASKED}&title=%3Cb%3Ebold`);
    form.append("file", new Blob([new Uint8Array(file)]), "picture.png");
    const answer = await send(app, form, HTML, "?lang=fr");
    expect(answer.headers.get("Content-Language")).toBe("fr");
    const html = await answer.text();
    expect(html).toContain("Intacte");
    expect(html).toContain("&lt;b&gt;bold, 27 May 2014");
    expect(html).not.toContain("<b>bold");
  });

  dbTest("is one for all datasets, and can be asked at each", async () => {
    const { app } = await testApp();
    const answer = await app.request(`/d/${CALAIS_ID}/verify?lang=en`);
    expect([answer.status, answer.headers.get("Location")]).toEqual([
      308,
      "http://localhost/verify?lang=en",
    ]);
  });

  dbTest("refuses what is too large, empty or no form, in words", async () => {
    const { app } = await testApp();
    const large = await send(app, Buffer.alloc(33_000_000));
    expect(large.status).toBe(413);
    expect((await large.json()).detail).toMatch(
      /^file: got more, allowed is one file of at most 32 MB/,
    );
    const empty = await send(app, Buffer.alloc(0));
    expect(empty.status).toBe(400);
    const noForm = await send(app, Buffer.from("x"), {
      "Content-Type": "multipart/form-data; boundary=y",
    });
    expect(noForm.status).toBe(400);
    const asPage = await send(app, Buffer.alloc(0), HTML);
    expect([asPage.status, await asPage.text()]).toEqual([
      400,
      expect.stringContaining('role="alert"'),
    ]);
    const french = await app.request("/verify?lang=fr", {
      method: "POST",
      body: new Uint8Array(),
      headers: HTML,
    });
    expect(french.headers.get("Content-Language")).toBe("fr");
    expect(await french.text()).toContain(
      '<p role="alert">Aucun fichier n’a été choisi, ou il est vide.</p>',
    );
    expect((await app.request("/verify?size=2")).status).toBe(400);
    const deleted = await app.request("/verify", { method: "DELETE" });
    expect(deleted.headers.get("Allow")).toBe("GET, HEAD, OPTIONS, POST");
  });
});
