/** Too much is asked at this moment, or something changed meanwhile: whoever asks again has an answer. */
export class Busy extends Error {
  override readonly name: string = "Busy";
  readonly retrySeconds: number;

  /** `reason`: in words for the reader; `retrySeconds`: when to ask again. */
  constructor(reason: string, retrySeconds: number) {
    super(reason);
    this.retrySeconds = retrySeconds;
  }
}

/** What was read while an answer was made is of two versions of the data. */
export class Replaced extends Busy {
  override readonly name = "Replaced";

  constructor() {
    super("the data were replaced while the answer was made", 1);
  }
}
