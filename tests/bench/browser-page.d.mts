type Call = (file: string, name: string, ...values: readonly unknown[]) => Promise<unknown>;

/** Runs the work with a function that calls one of a module in a fresh page of the development server. */
export declare function withBrowserPage<Answer>(
  work: (call: Call) => Promise<Answer>,
): Promise<Answer>;
