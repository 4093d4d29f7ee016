declare module "bidi-js" {
  /** Unicode TR 9: the level of each UTF-16 unit, even from left to right, odd from right to left. */
  export type Bidi = {
    getEmbeddingLevels(
      text: string,
      direction?: "ltr" | "rtl" | "auto",
    ): { readonly levels: Uint8Array };
    getMirroredCharacter(character: string): string | null;
  };
  export default function bidiFactory(): Bidi;
}
