// A port is taken before anything else is opened: who has given a wrong one is told at once.
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { quote } from "#model/problem.ts";
import { withoutSecrets } from "#model/secrets.ts";
import { systemWords } from "#model/words/system-words.ts";

/** The service cannot listen where it was told to; the message says which setting is wrong. */
export class CannotListen extends Error {
  override readonly name = "CannotListen";
}

export type Place = { readonly host: string; readonly port: number };

/**
 * Listens, and answers the port. Throws CannotListen, in words, for one that is taken and a host that is not here. What
 * fails later, as a connection for which there are too many files open, is told and ends nothing.
 */
export function takePort(
  server: Server,
  { host, port }: Place,
  setting: "PORT" | "METRICS_PORT",
  tellLater: (error: Error) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) =>
      reject(new CannotListen(wordsOn(error, { host, port }, setting), { cause: error }));
    server.once("error", refuse);
    server.listen(port, host, () => {
      server.off("error", refuse).on("error", tellLater);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function wordsOn(error: NodeJS.ErrnoException, { host, port }: Place, setting: string): string {
  const hostSetting = setting.replace("PORT", "HOST");
  switch (error.code) {
    case "EADDRINUSE":
      return `The server cannot listen: port ${port} is in use (EADDRINUSE). Set ${setting} to another.`;
    case "EACCES":
      return `The server cannot listen: port ${port} is not for this user (EACCES). Set ${setting} to one from 1024 on.`;
    default: {
      const why = systemWords(error) ?? "it is no address";
      return `The server cannot listen: ${hostSetting} is ${quote(withoutSecrets(host))}: ${why}. Set ${hostSetting} to an address of this machine.`;
    }
  }
}
