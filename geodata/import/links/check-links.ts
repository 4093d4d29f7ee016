// Asks the addresses of sources whether they still answer.
import type { LinkCheck } from "#model/record/source.ts";

export type CheckedLink = {
  readonly id: string;
  readonly status: LinkCheck["status"];
  /** Null when nobody answered. */
  readonly httpStatus: number | null;
};

export type LinkToCheck = { readonly id: string; readonly url: string };

type Options = {
  readonly timeoutMs: number;
  /** Addresses asked at once. */
  readonly atOnce: number;
  readonly onProgress: (done: number, total: number) => void;
};

/** Gone for good, as far as HTTP can say. */
const DEAD = new Set([404, 410]);
/** Servers that do not answer HEAD are asked with GET. */
const NOT_FOR_HEAD = new Set([403, 405, 501]);

/** Checks every address, a few at a time; a name that no longer exists is dead, a refusal or a time-out unclear. */
export async function checkLinks(
  links: readonly LinkToCheck[],
  { timeoutMs, atOnce, onProgress }: Options,
): Promise<CheckedLink[]> {
  const waiting = [...links];
  const checked: CheckedLink[] = [];
  const work = async () => {
    for (let link = waiting.shift(); link; link = waiting.shift()) {
      checked.push({ id: link.id, ...(await checkLink(link.url, timeoutMs)) });
      onProgress(checked.length, links.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return checked.sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function checkLink(url: string, timeoutMs: number): Promise<Omit<CheckedLink, "id">> {
  const ask = (method: "HEAD" | "GET") =>
    fetch(url, { method, redirect: "follow", signal: AbortSignal.timeout(timeoutMs) });
  try {
    let response = await ask("HEAD");
    if (NOT_FOR_HEAD.has(response.status)) response = await ask("GET");
    await response.body?.cancel();
    const { status, ok } = response;
    return { status: ok ? "alive" : DEAD.has(status) ? "dead" : "unclear", httpStatus: status };
  } catch (error) {
    const code = (error as { cause?: { code?: string } }).cause?.code;
    return { status: code === "ENOTFOUND" ? "dead" : "unclear", httpStatus: null };
  }
}
