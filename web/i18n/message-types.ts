import type { en } from "./en.ts";

/** Every text of the interface; English is the model that the other languages are held to. */
export type Messages = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends (...args: infer Args) => string
    ? (...args: Args) => string
    : (typeof en)[Key] extends string
      ? string
      : { readonly [Name in keyof (typeof en)[Key]]: string };
};
