import type { DatasetWords } from "./dataset-words.ts";
import type { en } from "./en/en.ts";

/** Every text of the interface; what a text needs to know it is given. */
export type Messages = ReturnType<typeof en>;

/** The texts of one language, in the words of a dataset. */
export type Catalogue = (words: DatasetWords) => Messages;
