import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { testApp } from "./app.ts";

export type Served = { readonly url: string; readonly stop: () => Promise<void> };

/** The service on the test database at an address of this machine, for clients that speak HTTP. */
export async function serveApp(): Promise<Served> {
  const { app } = await testApp();
  return new Promise((resolve) => {
    const server = serve(
      { fetch: app.fetch, hostname: "127.0.0.1", port: 0 },
      (address: AddressInfo) =>
        resolve({
          url: `http://127.0.0.1:${address.port}`,
          stop: () => new Promise((done) => server.close(() => done())),
        }),
    );
  });
}
