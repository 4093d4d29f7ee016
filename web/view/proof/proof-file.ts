/** The name of the proof beside a picture, and in a document. */
export const PROOF_FILE = "figure.json";
/** Its keyword among the texts of a PNG. */
export const PROOF_KEYWORD = "Rocade";
