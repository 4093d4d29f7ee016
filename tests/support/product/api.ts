// Asking the API as a client does: by addresses that it gave.
import { getJson } from "./app.ts";

export type Link = {
  readonly rel: string;
  readonly type: string;
  readonly href: string;
};

type Linked = { readonly links?: readonly Link[] };

export function linkOf(body: Linked, rel: string): Link | undefined {
  return body.links?.find((link) => link.rel === rel);
}

type Collected = { readonly features: readonly { readonly id: string }[] };

export function idsOf(body: Collected): string[] {
  return body.features.map(({ id }) => id);
}

/** Asks an address, whole or a path. */
export function ask(address: string) {
  const url = new URL(address, "http://localhost");
  return getJson(url.pathname + url.search);
}
