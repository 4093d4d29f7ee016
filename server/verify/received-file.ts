// A file that somebody sends to be checked: in memory while it is, and nowhere else.
import type { Problem } from "#model/problem.ts";
import { bodyWithin } from "../http/limits/body-within.ts";

/** Why a file was not received: too large, none where one is looked for, or an empty one. */
export type Why = "large" | "form" | "none" | "empty";

export type Refused = { readonly status: 400 | 413; readonly why: Why; readonly problem: Problem };

const GOT: Readonly<Record<Why, string>> = {
  large: "more",
  form: "a form that cannot be read",
  none: "a form without it",
  empty: "nothing",
};

/** A file, and the text of a signature that came with it. */
export type Received = { readonly file: Buffer; readonly signature: string | undefined };

const LONGEST_SIGNATURE = 4000;

/** What a form takes besides the file in it. */
const AROUND = 10_000;

/** The file of a request: its body or, of a form, its part `file`. */
export async function receivedFile(request: Request, most: number): Promise<Received | Refused> {
  const allowed = `one file of at most ${most / 1e6} MB, as the body or as the part "file" of a form`;
  const refuse = (why: Why): Refused => ({
    status: why === "large" ? 413 : 400,
    why,
    problem: { name: "file", got: GOT[why], allowed },
  });
  const body = await bodyWithin(request, most + AROUND);
  if (!body) return refuse("large");
  const type = request.headers.get("Content-Type") ?? "";
  let file: Buffer = body;
  let signature: string | undefined;
  if (type.startsWith("multipart/form-data")) {
    const form = await new Response(new Uint8Array(body), { headers: { "Content-Type": type } })
      .formData()
      .catch(() => undefined);
    if (!form) return refuse("form");
    const part = form.get("file");
    if (typeof part === "string" || !part) return refuse("none");
    file = Buffer.from(await part.arrayBuffer());
    const beside = form.get("signature");
    // A form has an empty file where none was chosen.
    if (beside && typeof beside !== "string" && beside.size > 0)
      signature = (await beside.text()).slice(0, LONGEST_SIGNATURE);
  }
  if (file.length === 0) return refuse("empty");
  return file.length > most ? refuse("large") : { file, signature };
}
