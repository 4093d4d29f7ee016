// Answers a second of a service under load.
import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { ask } from "./running-product.mjs";

const WRK = "/usr/bin/wrk";

/** Who asks: wrk where it is, as light as pgbench; else Node, whose own work on the same processors is in the rate. */
export const asker = () => (existsSync(WRK) ? "wrk" : "Node");

/**
 * Answers a second and their bytes while `atOnce` ask, each of the addresses once at most. Each answer must be a success.
 */
export async function rateOf(addresses, { atOnce, folder, seconds }) {
  const { asked, bytes, rate } =
    asker() === "wrk"
      ? await rateOfWrk(addresses, { atOnce, folder, seconds })
      : await rateOfNode(addresses, { atOnce, seconds });
  if (asked > addresses.length)
    throw new Error(
      `${asked} requests were made, and there are only ${addresses.length} questions`,
    );
  return { rate, bytes };
}

/** In Lua, as wrk wants it: each request takes the next address, and the end is told in JSON. */
const SCRIPT = `
local paths, next = {}, 0
function init(arguments)
  for line in io.lines(arguments[1]) do paths[#paths + 1] = line end
end
function request()
  next = next % #paths + 1
  return wrk.format("GET", paths[next])
end
function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format('{"asked":%d,"bytes":%d,"microseconds":%d,"failed":%d,"refused":%d}\\n', summary.requests,
    summary.bytes, summary.duration, errors.connect + errors.read + errors.write + errors.timeout, errors.status))
end
`;

async function rateOfWrk(addresses, { atOnce, folder, seconds }) {
  const [script, list] = ["wrk.lua", "wrk-paths.txt"].map((name) => path.join(folder, name));
  const { origin } = new URL(addresses[0]);
  writeFileSync(script, SCRIPT);
  writeFileSync(list, addresses.map((address) => address.slice(origin.length)).join("\n"));
  const options = ["-t", "1", "-c", String(atOnce), "-d", String(seconds), "-s", script];
  const { stdout } = await promisify(execFile)(WRK, [...options, origin, "--", list]);
  const told = JSON.parse(stdout.trim().split("\n").at(-1));
  if (told.failed + told.refused > 0)
    throw new Error(`${told.failed} requests failed and ${told.refused} were refused at ${origin}`);
  const { asked, bytes, microseconds } = told;
  return { asked, rate: (1e6 * asked) / microseconds, bytes: bytes / asked };
}

async function rateOfNode(addresses, { atOnce, seconds }) {
  const started = performance.now();
  const until = started + 1000 * seconds;
  let [next, done, bytes] = [0, 0, 0];
  const worker = async () => {
    while (performance.now() < until) {
      const address = addresses[next++ % addresses.length];
      const answer = await ask(address);
      if (answer.status !== 200 && answer.status !== 204)
        throw new Error(`${answer.status} at ${address}`);
      done += 1;
      bytes += answer.bytes;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const rate = (1000 * done) / (performance.now() - started);
  return { asked: next, rate, bytes: bytes / done };
}
