import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "#tests/support/packages/packages.ts";

/** A folder with a page as the build makes it, in as many lines as matter. */
export function builtPage(): string {
  const folder = temporaryFolder("page");
  mkdirSync(path.join(folder, "assets"), { recursive: true });
  writeFileSync(
    path.join(folder, "index.html"),
    `<!doctype html>
<html lang="en"><head><meta name="description" content="x"><title>Rocade</title>
<link rel="icon" href="./icon.svg"><link rel="preload" href="/api/dataset" as="fetch" crossorigin>
<script type="module" src="./assets/index-abc.js"></script></head>
<body><noscript>See <a href="/api">/api</a>.</noscript></body></html>`,
  );
  writeFileSync(path.join(folder, "assets", "index-abc.js"), "export {};");
  writeFileSync(path.join(folder, "offline.js"), "");
  return folder;
}
