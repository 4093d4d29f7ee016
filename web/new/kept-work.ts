// What somebody was at, kept in the browser's own storage until it is forgotten: nothing of it goes anywhere else.
import type { MappingDraft } from "#import/mapping/draft.ts";
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

const [DATABASE, STORE, KEY] = ["rocade-new", "work", "last"] as const;

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

export const forgetWork = (): Promise<unknown> =>
  inStore("readwrite", (store) => store.delete(KEY)).catch(() => undefined);

async function inStore(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest) {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = (await answered(opening)) as IDBDatabase;
  try {
    return await answered(work(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

const answered = (request: IDBRequest): Promise<unknown> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
