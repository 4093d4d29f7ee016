// What somebody was at, kept in the browser's own storage until it is forgotten: nothing of it goes anywhere else.
import type { MappingDraft } from "#import/mapping/draft.ts";
import type { Mapping } from "#import/mapping/mapping.ts";
import type { SourceChoice } from "#import/source/source-table.ts";
import type { Brought } from "./reading/brought-files.ts";

export type KeptWork = {
  readonly name: string;
  readonly files: readonly Brought[];
  readonly choice: SourceChoice;
  /** Null until the columns were looked at. */
  readonly draft: MappingDraft | null;
  readonly keptAt: number;
};

/** A mapping that was taken away with what was made by it, for the next table of the same shape. */
export type KeptMapping = {
  /** The file that it was made for. */
  readonly name: string;
  readonly mapping: Mapping;
  readonly keptAt: number;
};

const [DATABASE, STORE, KEY, MAPPINGS] = ["rocade-new", "work", "last", "mappings"] as const;
/** Older ones are forgotten. */
const MAX_MAPPINGS = 20;

/** Undefined where nothing is kept, or the browser keeps nothing. */
export const keptWork = (): Promise<KeptWork | undefined> =>
  inStore("readonly", (store) => store.get(KEY)).catch(() => undefined) as Promise<
    KeptWork | undefined
  >;

/** Whether it was kept: a browser may have no room, or keep nothing in this window. */
export const keepWork = (work: KeptWork): Promise<boolean> =>
  inStore("readwrite", (store) => store.put(work, KEY)).then(
    () => true,
    () => false,
  );

/** The newest first. */
export const keptMappings = (): Promise<readonly KeptMapping[]> =>
  inStore("readonly", (store) => store.get(MAPPINGS)).then(
    (kept) => (kept as readonly KeptMapping[] | undefined) ?? [],
    () => [],
  );

/** Keeps it in the place of what was kept of the same name. */
export async function keepMapping(kept: KeptMapping): Promise<void> {
  const others = (await keptMappings()).filter(({ name }) => name !== kept.name);
  const all = [kept, ...others].slice(0, MAX_MAPPINGS);
  await inStore("readwrite", (store) => store.put(all, MAPPINGS)).catch(() => undefined);
}

/** The work, and all mappings. */
export const forgetWork = (): Promise<unknown> =>
  inStore("readwrite", (store) => store.clear()).catch(() => undefined);

/** What the work answered, once it is written for good: whoever closes the window then finds it so. */
async function inStore<Of>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Of>,
): Promise<Of> {
  const database = await opened();
  try {
    const transaction = database.transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    return await new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
