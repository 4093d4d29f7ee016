// The proof that a file carries, read by the shortest way that its format allows.
import { inflateSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import type { Proof } from "#web/view/proof/proof-record.ts";

const XML = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" } as const;

function textIn(format: string, bytes: Buffer): string {
  switch (format) {
    case "svg": {
      const [, text = ""] = /<rocade:proof>([^<]*)</.exec(bytes.toString()) ?? [];
      return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: keyof typeof XML) => XML[name]);
    }
    case "png": {
      const at = bytes.indexOf("Rocade\0\u0001");
      const length = bytes.readUInt32BE(at - 8);
      return inflateSync(bytes.subarray(at + 11, at + length)).toString();
    }
    case "zip":
      return strFromU8(unzipSync(bytes)["figure.json"] ?? new Uint8Array());
    case "pdf": {
      const at = bytes.indexOf("stream\n", bytes.indexOf("/EmbeddedFile")) + 7;
      return inflateSync(bytes.subarray(at, bytes.indexOf("\nendstream", at))).toString();
    }
    default:
      throw new Error(`no way to read ${format}`);
  }
}

export const proofIn = (format: "svg" | "png" | "pdf" | "zip", bytes: Uint8Array): Proof =>
  JSON.parse(textIn(format, Buffer.from(bytes)));
