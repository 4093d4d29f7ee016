// Addresses of PostgreSQL servers, which may hold a password: nothing here repeats one.

/** What an address has to look like, for messages. */
export const ADDRESS_FORM =
  "postgres://user:password@host:5432/name, with @ : / # % in a password written as %40 %3A %2F %23 %25";

/** Whether the driver can read the address; special characters of a password have to be percent-encoded. */
export function isDatabaseAddress(url: string): boolean {
  try {
    const { hash, password, pathname, protocol, username } = parsed(url);
    for (const part of [username, password, pathname]) decodeURIComponent(part);
    return /^postgres(ql)?:$/.test(protocol) && hash === "";
  } catch {
    return false;
  }
}

/** Host and name of the database. */
export function addressWithoutSecret(url: string): string {
  try {
    const { host, pathname } = parsed(url);
    return `${host || "a local socket"}${pathname}`;
  } catch {
    return "the address in DATABASE_URL";
  }
}

/** Whether the address names one host, and not several that the driver tries in turn. */
export function isOneHost(url: string): boolean {
  return !hostsIn(url).includes(",");
}

/** The same address with its hosts so many places farther, those from the front at the end. */
export function withHostsTurned(url: string, places: number): string {
  return url.replace(HOSTS, (_, before: string, given: string) => {
    const hosts = given.split(",");
    const first = places % hosts.length;
    return before + [...hosts.slice(first), ...hosts.slice(0, first)].join(",");
  });
}

/** Of several hosts separated by commas, which the driver tries in turn, the first. */
function parsed(url: string): URL {
  const hosts = hostsIn(url);
  const [first = ""] = hosts.split(",");
  return new URL(hosts.includes(",") ? url.replace(hosts, first) : url);
}

/** What stands before the hosts of an address, and these. */
const HOSTS = /^([^/]*\/\/(?:[^/?]*@)?)([^/?]*)/;

const hostsIn = (url: string): string => HOSTS.exec(url)?.[2] ?? "";
