// Answers that are files: written once for a tag, and from then on read from the disk, whole or in parts.
import type { Context } from "hono";
import type { AppEnv } from "../app-env.ts";
import { tellError } from "../tell-error.ts";
import { answerPart, type Validators, wantsPart } from "./ranges.ts";
import { WholeFile } from "./whole-file.ts";
import type { Bytes, WholeFiles } from "./whole-files.ts";

type SentFile = Validators & {
  readonly headers: Readonly<Record<string, string>>;
  /** Writes it anew. */
  readonly make: () => Bytes;
  /** Whether what was written is of the version that the tag names; asked when it is whole. */
  readonly check: () => Promise<boolean>;
  /** Whether it is whole in memory while it is made. */
  readonly isWholeInMemory?: boolean;
  /** Told how many bytes it has, once that is known. */
  readonly onLength?: (bytes: number) => void;
};

/**
 * The file, or the part of it that is asked for. The first who wants it whole is sent it as it is written, unless it
 * is whole before its first byte; a part, or its length, can be told when it is whole.
 */
export async function answerFile(
  context: Context<AppEnv>,
  files: WholeFiles,
  file: SentFile,
): Promise<Response> {
  const { check, headers, isWholeInMemory, make, onLength, tag } = file;
  const isHead = context.req.method === "HEAD";
  const isWaiting = isHead || wantsPart(context, file);
  const whole = isWholeInMemory
    ? await files.madeInTurn(tag, make, check)
    : isWaiting
      ? await files.made(tag, make, check)
      : files.get(tag);
  if (whole) {
    context.set("isOfVersion", true);
    context.set("isOnDisk", whole instanceof WholeFile);
    onLength?.(whole.size);
    return answerPart(context, whole, file, headers);
  }
  if (isHead) return context.body(null, 200, headers);
  const accepts = { "Accept-Ranges": files.isTooLarge(tag) ? "none" : "bytes" };
  const parts = files.caching(tag, make(), check);
  // What fails at once is told as an error, not as a file that breaks off.
  const first = await parts.next();
  return context.body(toStream(context, first, parts), 200, { ...headers, ...accepts });
}

class BrokenOff extends Error {
  constructor() {
    super("an answer was broken off");
    // Where is in the log already.
    this.stack = this.message;
  }
}

type Part = IteratorResult<Uint8Array, unknown>;

/**
 * What breaks on the way breaks the connection, with a reset: half a file never looks like a whole one, not even to
 * whoever takes the end of a connection for the end of a file.
 */
function toStream(
  context: Context<AppEnv>,
  first: Part,
  parts: AsyncGenerator<Uint8Array>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let ready: Part | undefined = first;
  // Who asked may go away while a part is made: nobody is told of it then.
  let isCancelled = false;
  const next = async () => {
    const part = ready ?? (await parts.next());
    ready = undefined;
    return part;
  };
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await next();
          if (isCancelled) return;
          if (done) controller.close();
          else controller.enqueue(value as Uint8Array<ArrayBuffer>);
        } catch (error) {
          if (isCancelled) return;
          tellError(context, error as Error, "an answer was broken off");
          context.env?.outgoing?.socket?.resetAndDestroy();
          throw new BrokenOff();
        }
      },
      async cancel() {
        isCancelled = true;
        await parts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
