// A signature as C2PA has it: COSE_Sign1 (RFC 9052, 4.2) with the certificates in its protected header (RFC 9360).
import { sign, X509Certificate } from "node:crypto";
import type { Identity } from "./identity.ts";

/** Bytes that a signature takes, whatever it says: the rest is padding. */
export const COSE_BYTES = 8192;

const [BYTES, TEXT, ARRAY, MAP] = [2, 3, 4, 5] as const;
const NULL = Buffer.from([0xf6]);
/** Tag 18. */
const COSE_SIGN1 = Buffer.from([0xd2]);
/** Algorithm (1): ES256 (-7). */
const ES256 = Buffer.from([0x01, 0x26]);
/** Label 33: the chain. */
const X5CHAIN = Buffer.from([0x18, 33]);

/** The head of a value of CBOR (RFC 8949, 3). */
function head(major: number, length: number): Buffer {
  const first = major << 5;
  if (length < 24) return Buffer.from([first | length]);
  if (length < 0x100) return Buffer.from([first | 24, length]);
  const wide = Buffer.alloc(length < 0x10000 ? 3 : 5);
  wide[0] = first | (length < 0x10000 ? 25 : 26);
  wide.writeUIntBE(length, 1, wide.length - 1);
  return wide;
}

const bytes = (value: Uint8Array) => Buffer.concat([head(BYTES, value.length), value]);
const text = (value: string) =>
  Buffer.concat([head(TEXT, Buffer.byteLength(value)), Buffer.from(value)]);

/** Signs a claim, in exactly as many bytes as are kept for it. */
export function coseSign1(claim: Uint8Array, { chain, key }: Identity): Uint8Array<ArrayBuffer> {
  const certificates = chain.map((pem) => bytes(new X509Certificate(pem).raw));
  const header = Buffer.concat([
    head(MAP, 2),
    ES256,
    X5CHAIN,
    head(ARRAY, certificates.length),
    ...certificates,
  ]);
  const signed = Buffer.concat([
    head(ARRAY, 4),
    text("Signature1"),
    bytes(header),
    bytes(new Uint8Array()),
    bytes(claim),
  ]);
  const signature = sign("sha256", signed, { key, dsaEncoding: "ieee-p1363" });
  const padded = (padding: number) =>
    Buffer.concat([
      COSE_SIGN1,
      head(ARRAY, 4),
      bytes(header),
      head(MAP, 1),
      text("pad"),
      bytes(new Uint8Array(padding)),
      NULL,
      bytes(signature),
    ]);
  let padding = COSE_BYTES - padded(0).length;
  while (padding > 0 && padded(padding).length > COSE_BYTES) padding -= 1;
  if (padding < 0) throw new Error(`the certificates take more than ${COSE_BYTES} bytes`);
  return new Uint8Array(padded(padding));
}
