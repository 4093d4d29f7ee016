/** A link of an OGC API document (RFC 8288). */
export type Link = {
  readonly rel: string;
  readonly type: string;
  readonly href: string;
  readonly title?: string;
  readonly templated?: boolean;
  /** Bytes of what it leads to. */
  readonly length?: number;
};
