// Somebody else's page, on a host and port of its own.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * Serves the HTML as an article while the work runs: under the name `localhost` of another site than the product's, under
 * `127.0.0.1` only of another origin.
 */
export async function withArticle(
  html: string,
  work: (address: string) => Promise<void>,
  host: "localhost" | "127.0.0.1" = "localhost",
): Promise<void> {
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>article</title><link rel="icon" href="data:,">${html}`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  try {
    await work(`http://${host}:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** An article that is longer than the screen, with the frame in its first screen. */
export function longArticle(frame: string): string {
  return `<body style="margin:0"><p style="block-size:40px;margin:0">Before</p>${frame}<p style="block-size:3000px">After</p>`;
}
