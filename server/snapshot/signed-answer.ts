// A picture that was drawn, signed by this instance: another file each time, for a signature is never the same twice.
import type { Context } from "hono";
import type { Credentials } from "#web/view/address/picture-address.ts";
import { isCredentialFormat } from "../credentials/content-credentials.ts";
import { signFile } from "../credentials/detached-signature.ts";
import { NoIdentity, type OpenIdentity } from "../credentials/identity.ts";
import type { AppEnv } from "../http/app-env.ts";
import { problemResponse } from "../http/problems.ts";
import { tellError } from "../http/tell-error.ts";
import { MEDIA_TYPES, svgPolicy } from "./media-types.ts";
import type { DrawPicture, PictureFormat } from "./picture-task.ts";

type DrawnFile = {
  readonly bytes: Uint8Array;
  readonly format: PictureFormat;
  /** As Content-Disposition names it. */
  readonly name: string;
  readonly dataset: { readonly id: string; readonly version: string };
};

type Means = { readonly draw: DrawPicture; readonly openIdentity: OpenIdentity | undefined };

/** The file with content credentials in it, or the signature that stands beside it. */
export async function signedAnswer(
  context: Context<AppEnv>,
  { bytes, dataset, format, name }: DrawnFile,
  credentials: Credentials,
  { draw, openIdentity }: Means,
): Promise<Response> {
  const identity = await openIdentity?.().catch((error: unknown) => {
    if (!(error instanceof NoIdentity)) throw error;
    tellError(context, error, "files cannot be signed");
    return undefined;
  });
  if (!identity)
    return problemResponse(context, 501, {
      title: "Not implemented",
      detail: "this instance has no key to sign with; without credentials the picture is drawn",
    });
  context.header("Cache-Control", "no-store");
  if (credentials === "signature") {
    const [, file = ""] = /filename="([^"]+)"/.exec(name) ?? [];
    const signature = signFile(bytes, file, dataset, identity);
    return context.body(`${JSON.stringify(signature, null, 2)}\n`, 200, {
      "Content-Type": "application/json",
      "Content-Disposition": `attachment; filename="${file}.signature.json"`,
    });
  }
  if (!isCredentialFormat(format)) throw new Error("a format that was refused");
  const signed = await draw(
    { kind: "sign", file: bytes, format, identity },
    { megapixels: 0, panels: 0 },
  );
  if ("problem" in signed) throw new Error("a signature takes no room");
  if (format === "svg") context.header("Content-Security-Policy", svgPolicy(bytes));
  return context.body(signed.bytes.slice().buffer, 200, {
    "Content-Type": MEDIA_TYPES[format],
    "Content-Disposition": name,
  });
}
