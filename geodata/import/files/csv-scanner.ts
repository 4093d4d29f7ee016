// CSV from text to records, as the text comes. It stands here by itself, and not on a library, because it runs in Node and
// in the browser alike: csv-parse, which the tests hold it against, needs Node's buffers, and with a stand-in for them it
// takes ten times as long as this.

import { NotTaken, type Phrase } from "../refusal/refusal.ts";

/** How cells are separated and quoted, one character each. */
export type CsvForm = {
  readonly delimiter: string;
  readonly quote: string;
  /** Before a quote in a quoted cell; mostly the quote itself. */
  readonly escape: string;
  /** White space at the beginning of a cell is none of it. */
  readonly skipsSpace: boolean;
};

/** One record: its cells in the order of the columns, and the line on which it begins. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

/** Why the text is no CSV. */
export class WrongCsv extends NotTaken {
  /** On which it begins. */
  readonly line: number;
  /** What stands behind the quote that ends a cell, where it is that. */
  readonly after: string | undefined;

  constructor(line: number, got: Phrase, after?: string) {
    super(got);
    this.line = line;
    this.after = after;
  }
}

const LINE_FEED = 10;
const RETURN = 13;

/** Where in a record the scanner is: before a cell, in it, in its quotes, or behind them. */
type Place = "before" | "plain" | "quoted" | "behind";

/**
 * Makes records of text, which is given in parts of any size: `records` answers those that are whole so far, the last part
 * all that are left. A line ends with a line feed, a carriage return or both. Throws WrongCsv; a record that stood before
 * is answered first, as far as it was asked for.
 */
export class CsvScanner {
  readonly #form: CsvForm;
  /** The character codes of what separates cells, and of what they are quoted in. */
  readonly #delimiter: number;
  readonly #quote: number;
  #place: Place = "before";
  #cells: string[] = [];
  /** What has come of the cell in which a part ended. */
  #cell = "";
  /** A character whose meaning the next part decides. */
  #held = "";
  #line = 1;
  /** On which the record, and the quoted cell, begins. */
  #recordLine = 1;
  #quoteLine = 1;

  constructor(form: CsvForm) {
    this.#form = form;
    this.#delimiter = form.delimiter.charCodeAt(0);
    this.#quote = form.quote.charCodeAt(0);
  }

  *records(part: string, isLast: boolean): Generator<CsvRow> {
    const text = this.#held + part;
    this.#held = "";
    let at = 0;
    while (at < text.length) {
      at = this.#readCell(text, at, isLast);
      if (at >= text.length) break;
      const next = text.charCodeAt(at);
      if (next === RETURN && at + 1 === text.length && !isLast) {
        // Is it the end of the line, or half of it?
        this.#held = "\r";
        break;
      }
      this.#endCell();
      at += next === RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1;
      if (next !== this.#delimiter) {
        yield this.#endRecord();
        this.#line += 1;
        this.#recordLine = this.#line;
      }
    }
    if (!isLast) return;
    if (this.#place === "quoted")
      throw new WrongCsv(this.#quoteLine, ["open-quote", this.#form.quote]);
    if (this.#place === "before" && this.#cells.length === 0) return;
    this.#endCell();
    yield this.#endRecord();
  }

  /** Reads on in a cell; answers where the character behind it stands, or the length of the text where that ends. */
  #readCell(text: string, start: number, isLast: boolean): number {
    let at = start;
    if (this.#place === "before") {
      if (this.#form.skipsSpace) at = this.#skipSpace(text, at);
      if (at === text.length) return at;
      const isQuoted = text.charCodeAt(at) === this.#quote;
      this.#place = isQuoted ? "quoted" : "plain";
      if (isQuoted) {
        this.#quoteLine = this.#line;
        at += 1;
      }
    }
    if (this.#place === "plain") return this.#readPlain(text, at);
    if (this.#place === "quoted") at = this.#readQuoted(text, at, isLast);
    if (at < text.length) this.#checkBehind(text, at);
    return at;
  }

  #skipSpace(text: string, start: number): number {
    let at = start;
    while (text[at] !== this.#form.delimiter && /^[^\S\r\n]/.test(text[at] ?? "")) at += 1;
    return at;
  }

  #readPlain(text: string, start: number): number {
    const [delimiter, quote] = [this.#delimiter, this.#quote];
    let at = start;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === delimiter || code === LINE_FEED || code === RETURN) break;
      if (code === quote) throw new WrongCsv(this.#line, ["stray-quote", this.#form.quote]);
    }
    this.#take(text, start, at);
    return at;
  }

  #readQuoted(text: string, start: number, isLast: boolean): number {
    const { escape: escaping, quote } = this.#form;
    let at = start;
    for (;;) {
      const end = this.#nextMark(text, at);
      const mark = text[end];
      if (mark === undefined) {
        this.#take(text, at, end);
        return end;
      }
      if (end + 1 === text.length && !isLast) {
        this.#take(text, at, end);
        this.#held = mark;
        return text.length;
      }
      const isEscape = mark === escaping && (mark !== quote || text[end + 1] === quote);
      this.#take(text, at, end);
      if (!isEscape) {
        this.#place = "behind";
        return end + 1;
      }
      this.#take(text, end + 1, end + 2);
      at = end + 2;
    }
  }

  /** Where the next character stands that ends a quoted cell or takes the meaning of the one behind it. */
  #nextMark(text: string, from: number): number {
    const { escape: escaping, quote } = this.#form;
    const next = (mark: string) => {
      const found = text.indexOf(mark, from);
      return found < 0 ? text.length : found;
    };
    return escaping === quote ? next(quote) : Math.min(next(quote), next(escaping));
  }

  /** Adds text to the cell, and the lines that begin in it to those that were read. */
  #take(text: string, from: number, to: number): void {
    const taken = text.slice(from, to);
    this.#cell = this.#cell === "" ? taken : this.#cell + taken;
    if (this.#place !== "quoted") return;
    for (let at = taken.indexOf("\n"); at >= 0; at = taken.indexOf("\n", at + 1)) this.#line += 1;
  }

  #checkBehind(text: string, at: number): void {
    const code = text.charCodeAt(at);
    if (code === this.#delimiter || code === LINE_FEED || code === RETURN) return;
    const next = text[at] ?? "";
    throw new WrongCsv(this.#line, ["behind-quote", next], next);
  }

  #endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = "";
    this.#place = "before";
  }

  #endRecord(): CsvRow {
    const record = { line: this.#recordLine, cells: this.#cells };
    this.#cells = [];
    return record;
  }
}
