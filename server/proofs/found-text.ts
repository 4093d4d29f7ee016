/** The text of the proof, and that the file is not whole, by what its own format says of that. */
export type FoundText = { readonly text: string | undefined; readonly isDamaged?: boolean };

/** No proof is longer than this once it is unpacked. */
export const LONGEST_PROOF = 4_000_000;
