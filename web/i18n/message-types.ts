import type { en } from "./en.ts";

/** Every text of the interface; what a text needs to know it is given. */
export type Messages = ReturnType<typeof en>;
