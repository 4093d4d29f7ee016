/**
 * What is told of a request after its answer: by the log, the metrics and the trace. It holds nothing that the reader
 * asked, no address of theirs and no credential: their questions are their own.
 */
export type Answered = {
  readonly requestId: string;
  readonly method: string;
  /** The pattern of the route that answered, such as `/api/collections/:id/items`; never the address itself. */
  readonly route: string;
  readonly status: number;
  /** Until the last byte was handed to the network. */
  readonly ms: number;
  /** Written to the connection, with the head of the answer; undefined where there is no connection. */
  readonly bytes: number | undefined;
  /** Id of the dataset that was asked; undefined where the service itself was, or one that is not there. */
  readonly dataset: string | undefined;
  /** Label of the version of the data that answered, where it was asked for. */
  readonly version: string | undefined;
  /** False when the connection was gone, or the answer broke off, before its end. */
  readonly isWhole: boolean;
};

/** What wants to know of requests. */
export type Observer = {
  readonly began?: () => void;
  readonly answered: (answered: Answered) => void;
};
