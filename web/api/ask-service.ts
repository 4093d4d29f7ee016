// Asking the service: its answer as what it is said to be, or why there is none. Anything else that is thrown while the
// answer is worked with is a fault of the page.
import { type Decoder, Unreadable } from "#model/field/decode.ts";

/** The service gave no answer, or one that this page cannot read. */
export class NotGiven extends Error {
  /** Something came that cannot be read; the message says what. */
  readonly isUnreadable: boolean;

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.isUnreadable = cause instanceof Unreadable;
  }
}

export type Answer<Value> = { readonly value: Value; readonly headers: Headers };

/**
 * What the service answers with JSON; undefined where it has nothing at the address. Throws `NotGiven`, or what the
 * signal was aborted with.
 */
export async function findInService<Value>(
  address: string,
  decode: Decoder<Value>,
  init: RequestInit = {},
): Promise<Answer<Value> | undefined> {
  const { response, text } = await fetched(address, init);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new NotGiven(`${address} answered ${response.status}`);
  return { value: readAs(text, decode), headers: response.headers };
}

/** What a text says as JSON. Throws `NotGiven` where it says something else. */
export function readAs<Value>(text: string, decode: Decoder<Value>): Value {
  try {
    return decode(parsed(text));
  } catch (error) {
    if (error instanceof Unreadable) throw new NotGiven(error.message, error);
    throw error;
  }
}

/** What the service answers with JSON. Throws `NotGiven`, or what the signal was aborted with. */
export async function askService<Value>(
  address: string,
  decode: Decoder<Value>,
  init?: RequestInit,
): Promise<Answer<Value>> {
  const answer = await findInService(address, decode, init);
  if (!answer) throw new NotGiven(`${address} answered 404`);
  return answer;
}

/** Whatever the service answers. Throws `NotGiven` where it does not, or what the signal was aborted with. */
export async function fetched(address: string, init: RequestInit) {
  try {
    const response = await fetch(address, init);
    return { response, text: await response.text() };
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new NotGiven(`${address} did not answer`, error);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable(JSON.stringify(text.slice(0, 40)), "JSON");
  }
}

/** Does something about an answer that was not given. What else was thrown is a fault of the page, and thrown on. */
export function onNotGiven(error: unknown, tell: (notGiven: NotGiven) => void): void {
  if (!(error instanceof NotGiven)) throw error;
  tell(error);
}
