/** A question as a text that no other has; maps and sets count with all that they hold, which JSON leaves out. */
export const questionKey = (question: unknown): string =>
  JSON.stringify(question, (_, value) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );
