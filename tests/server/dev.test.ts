// What whoever works on the product starts: the page and the API in Vite's own process.
import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/packages/packages.ts";
import { plainEnvironment } from "../support/product/plain-environment.ts";
import { copyDatabase, prepared } from "../support/product/prepared.ts";

let running: ChildProcess | undefined;
afterAll(() => running?.kill());

describe("npm run dev", () => {
  it("serves the API from its sources, beside the page", async () => {
    const DATA_DIR = temporaryFolder("dev");
    const ready = prepared();
    if (ready) copyDatabase(ready.loaded, DATA_DIR);
    running = spawn(process.execPath, ["node_modules/vite/bin/vite.js", "--port", "0"], {
      env: { ...plainEnvironment(), DATABASE_URL: "", DATA_DIR, NO_COLOR: "1" },
      stdio: "pipe",
    });
    let complaints = "";
    running.stderr?.on("data", (chunk: Buffer) => {
      complaints += chunk.toString();
    });
    const address = await addressOf(running);
    const landing = await fetch(`${address}/api`, { headers: { accept: "application/json" } });
    expect(await landing.json()).toMatchObject({ title: expect.any(String) });
    expect(await (await fetch(`${address}/`)).text()).toContain("main.tsx");
    const code = await fetch(`${address}/main.tsx`);
    expect(await code.text()).toContain("preact");
    // A module of the page, in a folder whose name is an address of the service.
    const module = await fetch(`${address}/api/load-dataset.ts`);
    expect(await module.text()).toContain("loadDataset");
    expect(complaints).toBe("");
  });
});

const addressOf = (product: ChildProcess) =>
  new Promise<string>((resolve, reject) => {
    let printed = "";
    product.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /http:\/\/localhost:\d+/.exec(printed)?.[0];
      if (address) resolve(address);
    });
    product.once("exit", (code) => reject(new Error(`it ended with ${code}:\n${printed}`)));
  });
