/**
 * Starts a worker from the address of its file, a module. In a sandboxed frame the page has no origin and may start none
 * of the server's: its code is read first, and started from the page's own hand. Rejects when it cannot be read.
 */
export async function openWorker(address: string): Promise<Worker> {
  if (self.origin !== "null") return new Worker(address, { type: "module" });
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  // Not from a blob: Chromium starts no module from one here.
  const code = encodeURIComponent(await response.text());
  return new Worker(`data:text/javascript;charset=utf-8,${code}`, { type: "module" });
}
