// Answers that are files: written once for a tag, and from then on read from the disk, whole or in parts.
import type { Context } from "hono";
import type { AppEnv } from "./app-env.ts";
import { answerPart, type Validators, wantsPart } from "./ranges.ts";
import type { Bytes, WholeFiles } from "./whole-files.ts";

export type SentFile = Validators & {
  readonly headers: Readonly<Record<string, string>>;
  /** Writes it anew. */
  readonly make: () => Bytes;
  /** Whether what was written is of the version that the tag names; asked when it is whole. */
  readonly check: () => Promise<boolean>;
  /** Told how many bytes it has, once that is known. */
  readonly onLength?: (bytes: number) => void;
};

/**
 * The file, or the part of it that is asked for. The first who wants it whole is sent it as it is written; a part, or
 * its length, can be told when it is whole.
 */
export async function answerFile(
  context: Context<AppEnv>,
  files: WholeFiles,
  file: SentFile,
): Promise<Response> {
  const { check, headers, make, onLength, tag } = file;
  const isHead = context.req.method === "HEAD";
  const isWaiting = isHead || wantsPart(context, file);
  const whole = isWaiting ? await files.made(tag, make, check) : files.get(tag);
  if (whole) {
    onLength?.(whole.size);
    return answerPart(context, whole, file, headers);
  }
  if (isHead) return context.body(null, 200, headers);
  const accepts = { "Accept-Ranges": files.isTooLarge(tag) ? "none" : "bytes" };
  return context.body(toStream(files.keeping(tag, make(), check)), 200, { ...headers, ...accepts });
}

/** What breaks on the way breaks the connection: half a file never looks like a whole one. */
function toStream(parts: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(value as Uint8Array<ArrayBuffer>);
      },
      async cancel() {
        await parts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
