// Opens the map without a network, from the copy that the page has stored when it was all there. Files named by their
// content are taken from the store; page and data are asked for first, and taken from the store when nobody answers: they
// are never stored here, where they would come one by one, and a new page before its files.
// The service may be one of several on its host, below a path of its own.
const ROOT = new URL("./", self.location.href);
const STORE = `rocade-1 ${ROOT.href}`;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(ROOT.href)) return;
  const path = url.pathname.slice(ROOT.pathname.length);
  const isPage = request.mode === "navigate" && path === "";
  if (path.startsWith("api/ground/")) event.respondWith(keptOrFetched(request));
  else if (path.startsWith("assets/")) event.respondWith(fromStoreFirst(request));
  else if (isPage || path === "api/dataset")
    event.respondWith(fromNetworkFirst(request, isPage ? ROOT.href : request));
});

async function fromStoreFirst(request) {
  const store = await caches.open(STORE);
  const kept = await store.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await store.put(request, response.clone());
  return response;
}

/** A tile, whose address has its ground's hash; the page chooses which are stored. */
async function keptOrFetched(request) {
  const store = await caches.open(STORE);
  return (await store.match(request)) ?? fetch(request);
}

async function fromNetworkFirst(request, key) {
  try {
    // Past what the browser may use for a minute without asking: only the server knows that it is still so.
    return await fetch(request, { cache: "no-cache" });
  } catch (error) {
    const store = await caches.open(STORE);
    const kept = await store.match(key);
    if (kept) return asCopy(kept);
    throw error;
  }
}

/** Says of itself that it is not what the server has now: the page tells its reader. */
function asCopy({ body, headers, status }) {
  const marked = new Headers(headers);
  marked.set("X-Kept-Copy", "1");
  return new Response(body, { headers: marked, status });
}
