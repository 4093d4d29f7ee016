import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";
import canonicalize from "canonicalize";

/** `sha256:…` of a value in the one form that JSON has for it (RFC 8785): equal values have equal digests. */
export const digestOf = (value: unknown): string =>
  `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalize(value) ?? "null")))}`;
