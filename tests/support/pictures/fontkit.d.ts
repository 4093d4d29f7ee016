// The little of fontkit that is used here; it has no types of its own.
declare module "fontkit" {
  export type Font = {
    readonly unitsPerEm: number;
    readonly characterSet: readonly number[];
    glyphForCodePoint(code: number): { readonly id: number; readonly advanceWidth: number };
  };
  export function create(bytes: Uint8Array): Font;
}
