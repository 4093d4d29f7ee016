// Content credentials (C2PA) in SVG and PNG: written, and read again. Nothing is asked of the network.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initSync, WasmBuilder, WasmReader } from "@contentauth/c2pa-wasm";
import type { Proof } from "#web/view/proof/proof-record.ts";
import { COSE_BYTES, coseSign1 } from "./cose.ts";
import type { Identity } from "./identity.ts";

export const CREDENTIAL_TYPES = { svg: "image/svg+xml", png: "image/png" } as const;
export type CredentialFormat = keyof typeof CREDENTIAL_TYPES;

export const isCredentialFormat = (format: string): format is CredentialFormat =>
  format in CREDENTIAL_TYPES;

/** A picture that a program draws from data. */
const SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/dataDrivenMedia";

/** What the library reads a `Blob` by where there is a browser. */
class ByteBlob extends Blob {
  readonly own: Uint8Array;

  constructor(own: Uint8Array) {
    super([]);
    this.own = own;
  }

  override get size(): number {
    return this.own.length;
  }

  override slice(start = 0, end = this.own.length): ByteBlob {
    return new ByteBlob(this.own.subarray(start, end));
  }
}

class ByteReader {
  readAsArrayBuffer(blob: ByteBlob): ArrayBuffer {
    return blob.own.slice().buffer as ArrayBuffer;
  }
}

let isReady = false;

function prepare(): void {
  if (isReady) return;
  Object.assign(globalThis, { FileReaderSync: ByteReader });
  const wasm = createRequire(import.meta.url).resolve("@contentauth/c2pa-wasm/c2pa.wasm");
  initSync({ module: readFileSync(wasm) });
  isReady = true;
}

/** The file with credentials of the identity, which name its proof. */
export async function withCredentials(
  file: Uint8Array,
  format: CredentialFormat,
  { credit, dataset, digest, page, release, title }: Proof,
  identity: Identity,
): Promise<Uint8Array> {
  prepare();
  const manifest = {
    claim_generator_info: [{ name: "Rocade", version: release.version }],
    title,
    format: CREDENTIAL_TYPES[format],
    assertions: [
      {
        label: "c2pa.actions.v2",
        data: { actions: [{ action: "c2pa.created", digitalSourceType: SOURCE_TYPE }] },
      },
      { label: "org.rocade.proof", data: { credit, dataset, digest, page } },
    ],
  };
  const builder = WasmBuilder.fromJson(
    JSON.stringify(manifest),
    JSON.stringify({ verify: { verify_after_sign: false } }),
  );
  const signer = {
    alg: "es256",
    reserveSize: COSE_BYTES,
    sign: async (claim: Uint8Array) => coseSign1(claim, identity),
  };
  return builder.sign(signer, [], CREDENTIAL_TYPES[format], new ByteBlob(file));
}

export type CredentialsFound = {
  readonly state: "valid" | "invalid";
  /** As the certificate names it. */
  readonly issuer: string;
  /** Whether the issuer is the one of this instance. */
  readonly isOwn: boolean;
};

/** What the credentials of a file say; `own`: the chain by which this instance signs, where it has one. */
export async function readCredentials(
  file: Uint8Array,
  format: CredentialFormat,
  own: readonly string[],
): Promise<CredentialsFound> {
  prepare();
  const anchor = own.at(-1);
  const settings = {
    verify: { verify_trust: anchor !== undefined, remote_manifest_fetch: false, ocsp_fetch: false },
    ...(anchor === undefined ? {} : { trust: { trust_anchors: anchor } }),
  };
  try {
    const reader = await WasmReader.fromBytes(
      CREDENTIAL_TYPES[format],
      file,
      JSON.stringify(settings),
    );
    const store = JSON.parse(reader.json()) as Store;
    const { signature_info: signed } = store.manifests[store.active_manifest] ?? {};
    return {
      state: store.validation_state === "Invalid" ? "invalid" : "valid",
      issuer: signed?.common_name ?? signed?.issuer ?? "?",
      isOwn: store.validation_state === "Trusted",
    };
  } catch {
    return { state: "invalid", issuer: "?", isOwn: false };
  }
}

type Store = {
  readonly active_manifest: string;
  readonly manifests: Readonly<
    Record<string, { readonly signature_info?: { issuer?: string; common_name?: string } }>
  >;
  readonly validation_state: "Trusted" | "Valid" | "Invalid";
};

const NAMESPACE = ' xmlns:c2pa="http://c2pa.org/manifest"';
const MANIFEST = /<c2pa:manifest>[^<]*<\/c2pa:manifest>/;

/** The file as it was before credentials were put into it; undefined where it has none. */
export function withoutCredentials(file: Buffer, format: CredentialFormat): Buffer | undefined {
  if (format === "svg") {
    const svg = file.toString();
    if (!MANIFEST.test(svg)) return undefined;
    return Buffer.from(svg.replace(MANIFEST, "").replace(NAMESPACE, ""));
  }
  // PNG: a chunk of their own.
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at);
    if (file.toString("latin1", at + 4, at + 8) === "caBX")
      return Buffer.concat([file.subarray(0, at), file.subarray(end)]);
    at = end;
  }
  return undefined;
}
