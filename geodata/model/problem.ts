/** One thing that is wrong with input: where it stands, what was got, and what would have been right. */
export type Problem = {
  /** The parameter, column or setting by its name. */
  readonly name: string;
  readonly got: string;
  readonly allowed: string;
};

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function ok<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function failed(...problems: readonly Problem[]): Result<never> {
  return { ok: false, problems };
}

/** The longest piece of somebody's input that a message repeats. */
const QUOTED_LENGTH = 60;

/** Input as it may be repeated in a message: shortened, and with control characters made visible. */
export function quote(text: string): string {
  const short = text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH)}…` : text;
  return JSON.stringify(short);
}

/** The problem as one sentence. */
export function describeProblem({ name, got, allowed }: Problem): string {
  return `${name}: got ${got}, allowed is ${allowed}`;
}
