// The built product as a process of its own.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { plainEnvironment } from "./plain-environment.ts";
import { copyDatabase, prepared } from "./prepared.ts";

/** On two processors that ten others use at the same time, the first start takes minutes. */
const READY_MS = 300_000;

export type RunningProduct = { readonly url: string; readonly stop: () => Promise<void> };

/**
 * Starts the built server on a free port with an embedded database of its own, into which the packages were imported
 * before, or the command ran with other arguments, and waits until it is ready. The database is a copy of one that is prepared: with the package that is shipped,
 * or empty where the settings name another.
 */
export async function startProduct(
  settings: NodeJS.ProcessEnv = {},
  packages: readonly (string | readonly string[])[] = [],
): Promise<RunningProduct> {
  const folder = mkdtempSync(path.join(tmpdir(), "rocade-product-"));
  const own = { PORT: "0", DATABASE_URL: "", DATA_DIR: folder, LOG_LEVEL: "error" };
  const env = { ...plainEnvironment(), ...own, ...settings };
  const ready = env.DATABASE_URL === "" ? prepared() : undefined;
  if (ready) copyDatabase(settings.DATA_PACKAGE === undefined ? ready.loaded : ready.empty, folder);
  for (const one of packages)
    execFileSync(process.execPath, ["dist/server/import.js", ...[one].flat()], {
      env,
      stdio: "pipe",
    });
  const product = spawn(process.execPath, ["dist/server/main.js"], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const url = await addressOf(product);
  return {
    url,
    stop: async () => {
      await stopped(product);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The address that the product tells when it is ready; what it tells later is shown. */
function addressOf(product: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      product.kill("SIGKILL");
      reject(new Error("the product did not start"));
    }, READY_MS);
    let printed = "";
    const collect = (chunk: Buffer) => {
      printed += chunk.toString();
    };
    product.stdout?.on("data", collect);
    const listen = (chunk: Buffer) => {
      collect(chunk);
      const address = /The map: {2}(http:\S+)\//.exec(printed)?.[1];
      if (!address) return;
      clearTimeout(timer);
      product.stderr?.off("data", listen).on("data", show);
      resolve(address);
    };
    product.stderr?.on("data", listen);
    product.once("exit", (code) =>
      reject(new Error(`the product ended with ${code}:\n${printed}`)),
    );
  });
}

const show = (chunk: Buffer) => void process.stderr.write(chunk);

function stopped(product: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    product.removeAllListeners("exit");
    product.stderr?.off("data", show).resume();
    product.once("exit", () => resolve());
    product.kill("SIGTERM");
  });
}
