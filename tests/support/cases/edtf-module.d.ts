/** The `edtf` package ships no types; this is the part of it that is used. */
declare module "edtf" {
  export function parse(text: string): unknown;
}
