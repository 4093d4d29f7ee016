// Files that this instance signs when it is asked to, and what is said of them when they come back.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect } from "vitest";
import { identityIn, NoIdentity } from "#server/credentials/identity.ts";
import type { Verdict } from "#server/verify/verdict.ts";
import type { Words } from "#server/verify/verdict-words.ts";
import { dbTest } from "#tests/support/databases/database.ts";
import { testApp } from "#tests/support/product/app.ts";

const parent = mkdtempSync(path.join(tmpdir(), "rocade-credentials-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));
const [OURS, THEIRS] = ["ours", "theirs"].map((name) => path.join(parent, "keys", name)) as [
  string,
  string,
];

const ASKED = "date=2014-05-27&lang=en&width=700&height=600";
const appOf = async (folder: string) => (await testApp({ openIdentity: identityIn(folder) })).app;
type App = Awaited<ReturnType<typeof appOf>>;

async function asked(app: App, address: string): Promise<Buffer> {
  const answer = await app.request(address);
  expect(answer.status, address).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

async function checked(app: App, file: Buffer, signature?: Buffer) {
  const body = new FormData();
  body.append("file", new Blob([new Uint8Array(file)]));
  if (signature) body.append("signature", new Blob([new Uint8Array(signature)]));
  const answer = await app.request("/verify", { method: "POST", body });
  return (await answer.json()) as Verdict & { readonly said: Words };
}

describe("content credentials", () => {
  dbTest.for(["svg", "png"])(
    "are in the file, hold, and fail with a changed bit: %s",
    async (format) => {
      const app = await appOf(OURS);
      const answer = await app.request(`/snapshot.${format}?${ASKED}&credentials=c2pa`);
      expect([
        answer.status,
        answer.headers.get("Cache-Control"),
        answer.headers.get("ETag"),
      ]).toEqual([200, "no-store", null]);
      const file = Buffer.from(await answer.arrayBuffer());
      const found = await checked(app, file);
      expect(found).toMatchObject({
        verdict: "intact",
        signed: { kind: "c2pa", holds: true, isOwn: true, by: "Rocade instance" },
        checks: { bytes: "same" },
      });
      expect(found.said.sentences.join(" ")).toContain("known to this instance only");
      const elsewhere = await checked(await appOf(THEIRS), file);
      expect(elsewhere).toMatchObject({ verdict: "intact", signed: { holds: true, isOwn: false } });
      const at = file.indexOf(format === "svg" ? "300–400" : "IDAT") + 20;
      file[at] = (file[at] ?? 0) ^ 1;
      expect(await checked(app, file)).toMatchObject({
        verdict: "altered",
        signed: { holds: false },
      });
    },
  );

  dbTest("change nothing of files without them, and are not offered of others", async () => {
    const app = await appOf(OURS);
    const before = await asked(app, `/snapshot.png?${ASKED}`);
    await asked(app, `/snapshot.png?${ASKED}&credentials=c2pa`);
    expect(before.equals(await asked(app, `/snapshot.png?${ASKED}`))).toBe(true);
    const refused = await app.request(`/snapshot.pdf?${ASKED}&credentials=c2pa`);
    expect(refused.status).toBe(400);
    expect((await refused.json()).detail).toBe(
      "credentials: got c2pa, allowed is signature of pdf; c2pa of svg and png",
    );
    const { app: keyless } = await testApp();
    expect((await keyless.request(`/snapshot.png?${ASKED}&credentials=c2pa`)).status).toBe(501);
  });
});

describe("a signature", () => {
  dbTest.for(["pdf", "zip"])("stands beside a file that stays as it is: %s", async (format) => {
    const app = await appOf(OURS);
    const file = await asked(app, `/snapshot.${format}?${ASKED}`);
    const signature = await asked(app, `/snapshot.${format}?${ASKED}&credentials=signature`);
    expect(await checked(app, file, signature)).toMatchObject({
      verdict: "intact",
      signed: { kind: "signature", holds: true, isOwn: true },
    });
    expect(await checked(await appOf(THEIRS), file, signature)).toMatchObject({
      verdict: "intact",
      signed: { holds: true, isOwn: false },
    });
    const other = await asked(app, `/snapshot.${format}?${ASKED}&theme=dark`);
    expect(await checked(app, other, signature)).toMatchObject({
      verdict: "altered",
      signed: { holds: false },
    });
    const forged = Buffer.from(`${signature}`.replace(/"version": "[^"]+"/, '"version": "9.9"'));
    expect((await checked(app, file, forged)).verdict).toBe("altered");
    expect((await checked(app, file, Buffer.from("{}"))).verdict).toBe("altered");
  });
});

describe("the keys", () => {
  dbTest("are made once, and can be read by their owner alone", async () => {
    const folder = path.join(parent, "keys", "made");
    const [one, other] = await Promise.all([identityIn(folder)(), identityIn(folder)()]);
    expect(one).toEqual(other);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of ["key.pem", "signature-key.pem", "certificate.pem"])
      expect(statSync(path.join(folder, name)).mode & 0o777, name).toBe(0o600);
    expect(readFileSync(path.join(folder, "certificate.pem"), "utf8")).not.toContain("PRIVATE");
  });

  dbTest("of an operator are taken, and what is mixed up is told", async () => {
    const folder = path.join(parent, "keys", "mixed");
    await identityIn(folder)();
    const other = await identityIn(OURS)();
    writeFileSync(path.join(folder, "key.pem"), other.key);
    // Another path to it: what was opened stays.
    await expect(identityIn(`${folder}/.`)()).rejects.toThrow(NoIdentity);
    rmSync(path.join(folder, "key.pem"));
    await expect(identityIn(`${folder}/../mixed`)()).rejects.toThrow("has no key.pem");
    await expect(identityIn(path.join(folder, "certificate.pem", "keys"))()).rejects.toThrow(
      NoIdentity,
    );
  });
});
