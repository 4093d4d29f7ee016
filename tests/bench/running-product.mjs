// The built service as a process, and a single question to it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";

/** Starts it with these settings; answers its address, its process and how long it took to be ready. */
export async function startService(settings) {
  const started = performance.now();
  const product = spawn(process.execPath, ["dist/server/main.js"], {
    env: { ...process.env, PORT: "0", LOG_LEVEL: "error", ...settings },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const address = await addressOf(product);
  const stop = async () => {
    product.kill("SIGTERM");
    if (product.exitCode === null) await once(product, "exit");
  };
  return { address, id: product.pid, seconds: (performance.now() - started) / 1000, stop };
}

/** The address that the service tells when it is ready. */
function addressOf(product) {
  return new Promise((resolve, reject) => {
    let printed = "";
    product.stderr.on("data", (chunk) => {
      printed += chunk;
      const address = /The map: {2}(http:\S+)\//.exec(printed)?.[1];
      if (address) resolve(address);
    });
    product.once("close", () =>
      reject(
        new Error(`the service did not start: ${printed.trim().replaceAll(/\s*\n\s*/g, "; ")}`),
      ),
    );
  });
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Asks an address and reads the answer to its end; answers status, bytes and headers. */
export function ask(address, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = get(address, { agent, headers }, (response) => {
      let bytes = 0;
      response.on("data", (part) => {
        bytes += part.length;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode, bytes, headers: response.headers }),
      );
    });
    // A connection that the service has closed meanwhile, as idle, is opened anew.
    request.on("error", (error) =>
      request.reusedSocket ? ask(address, headers).then(resolve, reject) : reject(error),
    );
  });
}
