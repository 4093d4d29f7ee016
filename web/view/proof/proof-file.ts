/** The name of the proof beside a picture, and in a document. */
export const PROOF_FILE = "figure.json";
