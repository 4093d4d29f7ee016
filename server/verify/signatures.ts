// Who signed a file, and whether it is still the one that was signed.
import {
  type CredentialsFound,
  isCredentialFormat,
  withoutCredentials,
} from "../credentials/content-credentials.ts";
import { isSignatureOf, publicOf, signatureFrom } from "../credentials/detached-signature.ts";
import type { Checking, Signed, Verdict } from "./verdict.ts";

type Read = {
  readonly signed: Signed | undefined;
  /** The file as it was drawn, before credentials were put into it. */
  readonly plain: Buffer;
};

/** `beside`: the text of a signature that came with the file. */
export async function readSignatures(
  file: Buffer,
  format: Verdict["format"],
  beside: string | undefined,
  { draw, openIdentity }: Checking,
): Promise<Read> {
  const identity = () => openIdentity?.().catch(() => undefined);
  if (beside !== undefined) {
    const signature = signatureFrom(beside);
    const holds = signature !== undefined && isSignatureOf(file, signature);
    const own = holds ? await identity() : undefined;
    const by = signature?.publicKey ?? "?";
    const isOwn = own !== undefined && publicOf(own.signatureKey) === by;
    return { plain: file, signed: { kind: "signature", holds, isOwn, by } };
  }
  const plain = format && isCredentialFormat(format) ? withoutCredentials(file, format) : undefined;
  if (!plain || !format || !isCredentialFormat(format)) return { plain: file, signed: undefined };
  const own = (await identity())?.chain ?? [];
  const answer = await draw(
    { kind: "read-credentials", file, format, own },
    { megapixels: 0, panels: 0 },
  );
  if ("problem" in answer) throw new Error("credentials take no room");
  const found: CredentialsFound = JSON.parse(Buffer.from(answer.bytes).toString("utf8"));
  const { isOwn, issuer, state } = found;
  return { plain, signed: { kind: "c2pa", holds: state === "valid", isOwn, by: issuer } };
}
