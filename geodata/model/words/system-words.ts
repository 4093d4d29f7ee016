// What the operating system and the network say in codes, in words.

const WORDS: Readonly<Record<string, string>> = {
  EACCES: "this user may not do that there",
  EADDRINUSE: "the port is in use",
  EADDRNOTAVAIL: "this machine does not have the address",
  EAI_AGAIN: "the name of the host cannot be looked up now",
  EBUSY: "it is in use",
  ECONNREFUSED: "nothing listens there",
  ECONNRESET: "the connection was broken off at its other end",
  EDQUOT: "the disk is full",
  EEXIST: "it exists already",
  EHOSTUNREACH: "the host cannot be reached",
  EINVAL: "the system does not take what it was given",
  EIO: "the disk reports an error",
  EISDIR: "it is a folder, not a file",
  ELOOP: "its links lead in a circle",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long",
  ENETUNREACH: "the network cannot be reached",
  ENFILE: "too many files are open on this machine",
  ENOENT: "no such file or folder",
  ENOMEM: "there is no memory left",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of its path is a file, not a folder",
  ENOTEMPTY: "the folder is not empty",
  ENOTFOUND: "no host of this name is known",
  EPERM: "this user may not do that there",
  EPIPE: "the connection was broken off at its other end",
  EROFS: "the file system is mounted read-only",
  ETIMEDOUT: "there was no answer in time",
  // Of the driver of PostgreSQL, which writes the code as its message.
  CONNECT_TIMEOUT: "there was no answer in time",
};

/** What the driver's own messages are, which say no more than the code. */
const BARE = /^write CONNECTION_[A-Z_]+ /;

/** An error of the system in words, with its code for those who look it up; undefined of any other error. */
export function systemWords(error: unknown): string | undefined {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code !== "string") return undefined;
  const words =
    WORDS[code] ?? (BARE.test(String(message)) ? "the connection was ended" : undefined);
  return words && `${words} (${code})`;
}

/** The same, after the file or the address that it is about, where the error names one. */
export function systemSentence(error: unknown): string | undefined {
  const words = systemWords(error);
  const { address, hostname, path, port } = (error ?? {}) as Readonly<Record<string, unknown>>;
  const at = port === undefined ? address : `${address}:${port}`;
  const about = path ?? (address === undefined ? hostname : at);
  return words && (about === undefined ? words : `${about}: ${words}`);
}
