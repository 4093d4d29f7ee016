// What files of pictures carry to prove themselves, taken out and checked by programs of others.
import { createHash } from "node:crypto";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { describe, expect } from "vitest";
import { identityIn } from "#server/credentials/identity.ts";
import { temporaryFolder } from "#tests/support/packages/packages.ts";
import { judgeTest, run, runPython, savedFile } from "#tests/support/programs/foreign-client.ts";

const ASKED = "date=2014-05-27&lang=fr&width=900&height=700&title=Un+%3Cessai%3E+%26+plus";
const fileOf = (format: string) => savedFile(`/snapshot.${format}?${ASKED}`, `picture.${format}`);

describe("the proof of a picture", () => {
  judgeTest("gdal", "pictures")(
    "is the same in PNG, SVG, PDF and ZIP, as Python and Poppler find it there",
    async () => {
      const folder = temporaryFolder("proof");
      const ofPdf = path.join(folder, "of-pdf.json");
      await run("pdfdetach", "-save", "1", "-o", ofPdf, await fileOf("pdf"));
      const ofZip = path.join(folder, "of-zip.json");
      const inZip = unzipSync(readFileSync(await fileOf("zip")));
      writeFileSync(ofZip, inZip["figure.json"] ?? "");
      const proofs = await runPython<{ title: string; digest: string; query: string }>(
        "proof.py",
        ...[await fileOf("png"), await fileOf("svg"), ofPdf, ofZip],
      );
      expect(proofs).toHaveLength(4);
      const [first] = proofs;
      expect(first?.title).toContain("Un <essai> & plus");
      expect(first?.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
      for (const proof of proofs) expect(proof).toEqual(first);
      expect(await run("pdfinfo", "-meta", await fileOf("pdf"))).toContain(first?.digest);
    },
  );
});

describe("a signature beside a file", () => {
  judgeTest("gdal", "openssl")("holds for OpenSSL, and for no other text", async () => {
    const folder = temporaryFolder("signed");
    const file = await fileOf("pdf");
    const signature = await savedFile(
      `/snapshot.pdf?${ASKED}&credentials=signature`,
      "signature.json",
    );
    const [said] = await runPython<{ sha256: string }>("signed.py", signature, folder);
    expect(said?.sha256).toBe(createHash("sha256").update(readFileSync(file)).digest("hex"));
    const verified = () =>
      run(
        "openssl",
        ...["pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER"],
        ...["-inkey", path.join(folder, "key.der"), "-in", path.join(folder, "text")],
        ...["-sigfile", path.join(folder, "signature")],
      );
    expect(await verified()).toContain("Signature Verified Successfully");
    appendFileSync(path.join(folder, "text"), " ");
    await expect(verified()).rejects.toThrow();
  });
});

describe("the certificate of an instance", () => {
  judgeTest("openssl")("is one that its issuer has signed, for C2PA to take", async () => {
    const folder = temporaryFolder("identity");
    await identityIn(folder)();
    const file = path.join(folder, "certificate.pem");
    const [leaf = "", issuer = ""] =
      readFileSync(file, "utf8").match(/-----BEGIN[\s\S]+?-----END.*\n/g) ?? [];
    writeFileSync(path.join(folder, "leaf.pem"), leaf);
    writeFileSync(path.join(folder, "issuer.pem"), issuer);
    expect(
      await run(
        "openssl",
        "verify",
        "-x509_strict",
        "-CAfile",
        path.join(folder, "issuer.pem"),
        path.join(folder, "leaf.pem"),
      ),
    ).toContain("leaf.pem: OK");
    const said = await run(
      "openssl",
      "x509",
      "-in",
      path.join(folder, "leaf.pem"),
      "-noout",
      "-text",
    );
    for (const words of [
      /CA:FALSE/,
      /Digital Signature/,
      /E-mail Protection|1\.3\.6\.1\.4\.1\.62558/,
    ])
      expect(said).toMatch(words);
  });
});
