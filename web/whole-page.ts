// What the page does when it is there: it fetches what opens later, and keeps itself for when no network is.
import { effect } from "@preact/signals";
import { newestApi, ownAddress } from "./api/own-address.ts";
import type { AppState } from "./state/app-state.ts";
import { fetchParts } from "./state/part.ts";

/**
 * Once the map is drawn, where there is one, and nothing else is to do: fetches the parts of the page, and lets the browser
 * keep all with the data. What does not come now comes when it is asked for.
 */
export async function completePage(state: AppState, hasMap: boolean): Promise<void> {
  if (hasMap) await drawn(state);
  await idle();
  try {
    await fetchParts();
    document.documentElement.dataset.whole = "";
    if (import.meta.env.PROD) await keepCopies(await tilesOf(state));
  } catch {}
}

/** Those of the ground that was laid, where one was. */
async function tilesOf({ dataset: { meta } }: AppState): Promise<readonly string[]> {
  if (!meta.ground) return [];
  const { keptTiles } = await import("./map/ground/kept-tiles.ts");
  return keptTiles(meta);
}

const drawn = ({ frame }: AppState) =>
  new Promise<void>((resolve) => {
    effect(() => {
      if (frame.value !== null) resolve();
    });
  });

/** Safari has no other word for it than a timeout. */
const idle = () =>
  new Promise<unknown>((resolve) =>
    "requestIdleCallback" in window
      ? requestIdleCallback(resolve, { timeout: 3000 })
      : setTimeout(resolve, 300),
  );

/** Says so when page and data come from the copy that the browser has kept, or no network is. */
export function tellOffline({ actions }: AppState, isCopy: boolean): void {
  const tell = () => actions.notify(navigator.onLine ? null : { kind: "offline" });
  if (isCopy) actions.notify({ kind: "offline" });
  window.addEventListener("offline", tell);
  window.addEventListener("online", tell);
}

/** As in the service worker; on one host there may be several services, each below a path of its own. */
const STORE = "rocade-1";

/**
 * Stores what this visit has loaded, for the service worker to serve without a network: the files first, then page and
 * data at once, last of all, so that at every moment the copy is the former one or this one, whole. Then the files of an
 * earlier build and the tiles of another ground go.
 */
async function keepCopies(tiles: readonly string[]): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await activated(await navigator.serviceWorker.register(ownAddress("offline.js")));
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const assets = loaded.filter((url) => url.startsWith(ownAddress("assets/")));
  const store = await caches.open(`${STORE} ${ownAddress("")}`);
  await store.addAll([...new Set(assets)]);
  // A tile is never another: what is there stays.
  for (const tile of tiles) if (!(await store.match(tile))) await store.add(tile);
  await store.addAll([ownAddress(""), ownAddress("api/dataset")]);
  for (const request of await store.keys()) {
    const { url } = request;
    const isFormer =
      (url.startsWith(ownAddress("assets/")) && !assets.includes(url)) ||
      (url.startsWith(newestApi("ground/")) && !tiles.includes(url));
    if (isFormer) await store.delete(request);
  }
}

/** Waits for the worker of this registration: `serviceWorker.ready` may tell of that of a service above this path. */
function activated({ active, installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const worker = installing ?? waiting;
  if (active || !worker) return Promise.resolve();
  return new Promise((resolve, reject) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new Error("the worker was not installed"));
    });
  });
}
