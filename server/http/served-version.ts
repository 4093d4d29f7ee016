import type { DatasetVersion } from "#model/dataset/version.ts";

/** The version that answers; where it was named, the newest one beside it, which may say less of what is protected. */
export type ServedVersion = DatasetVersion & { readonly newest?: DatasetVersion };
