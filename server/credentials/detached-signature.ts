// A signature that stands beside a file of any format: Ed25519 over one canonical text that names the file by its digest.
import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import canonicalize from "canonicalize";
import { z } from "zod";
import type { Identity } from "./identity.ts";

const SIGNATURE = z.object({
  rocade: z.literal("signature/1"),
  file: z.string().max(300),
  /** Of the file, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  dataset: z.object({ id: z.string().max(200), version: z.string().max(200) }),
  algorithm: z.literal("Ed25519"),
  /** DER (SPKI), in Base64. */
  publicKey: z.string().max(200),
  signature: z.string().max(200),
});
export type DetachedSignature = z.infer<typeof SIGNATURE>;

const hashOf = (file: Uint8Array) => createHash("sha256").update(file).digest("hex");

const textOf = ({ signature: _, ...said }: DetachedSignature) =>
  Buffer.from(canonicalize(said) ?? "");

/** Signs a file that was drawn here. */
export function signFile(
  file: Uint8Array,
  name: string,
  dataset: DetachedSignature["dataset"],
  { signatureKey }: Identity,
): DetachedSignature {
  const key = createPrivateKey(signatureKey);
  const said: DetachedSignature = {
    rocade: "signature/1",
    file: name,
    sha256: hashOf(file),
    dataset,
    algorithm: "Ed25519",
    publicKey: publicOf(signatureKey),
    signature: "",
  };
  return { ...said, signature: sign(null, textOf(said), key).toString("base64") };
}

/** The public half of a key, as signatures name it. */
export const publicOf = (signatureKey: string): string =>
  createPublicKey(signatureKey).export({ type: "spki", format: "der" }).toString("base64");

/** The signature that a text is; undefined where it is none. */
export function signatureFrom(json: string): DetachedSignature | undefined {
  try {
    return SIGNATURE.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}

/** Whether the signature is of this file, by the key that it names. */
export function isSignatureOf(file: Uint8Array, one: DetachedSignature): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.from(one.publicKey, "base64"),
      format: "der",
      type: "spki",
    });
    if (key.asymmetricKeyType !== "ed25519" || one.sha256 !== hashOf(file)) return false;
    return verify(null, textOf(one), key, Buffer.from(one.signature, "base64"));
  } catch {
    return false;
  }
}
