// Who asks, as far as limits need to know it. The address is neither stored nor logged.
import { isIP } from "node:net";
import type { Context } from "hono";
import type { AppEnv } from "../app-env.ts";

const LOOPBACK = /^(127\.|::1$)/;
/** An IPv4 address as sockets that listen on IPv6 have it. */
const MAPPED = /^::ffff:(?=\d+\.)/i;
/** Groups of an IPv6 address that a provider gives to one customer, who can change the others at will. */
const GROUPS_OF_ONE = 4;

export const isLoopback = (address: string): boolean => LOOPBACK.test(address);

/** The address as one client has it: of IPv6 the network of 64 bits. */
export function clientKey(address: string): string {
  const plain = address.replace(MAPPED, "");
  if (isIP(plain) !== 6 || isLoopback(plain)) return plain;
  const [before = "", after] = plain.replace(/%.*/, "").split("::");
  const groups = before === "" ? [] : before.split(":");
  const rest = after === undefined || after === "" ? [] : after.split(":");
  const filled = after === undefined ? [] : Array(8 - groups.length - rest.length).fill("0");
  return [...groups, ...filled, ...rest].slice(0, GROUPS_OF_ONE).join(":");
}

/**
 * The client of a request: whoever is at the other end of its connection or, behind so many proxies that are trusted,
 * whom the outermost of them names in `X-Forwarded-For`. Undefined where the request came by no connection.
 */
export function clientOf(
  { env, req }: Context<AppEnv>,
  trustedProxies: number,
): string | undefined {
  const near = env?.incoming?.socket.remoteAddress;
  if (near === undefined) return undefined;
  const named = (req.header("X-Forwarded-For") ?? "").split(",").map((one) => one.trim());
  const told = trustedProxies > 0 ? named.at(-trustedProxies) : undefined;
  return clientKey(told !== undefined && isIP(told) !== 0 ? told : near);
}
