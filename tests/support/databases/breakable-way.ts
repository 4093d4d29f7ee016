import { connect, createServer, type Socket } from "node:net";

/**
 * `open`: all passes. `silent`: nothing passes and nobody is told, as when a cable is out; what was under way then stays
 * lost. `shut`: every connection is ended, and new ones as soon as they are made. `foreign`: the same, and something that
 * speaks HTTP answers new ones.
 */
type Mode = "open" | "silent" | "shut" | "foreign";

/** A way to a server that can be broken. */
export type BreakableWay = {
  /** The address of the target, by this way. */
  readonly url: string;
  readonly be: (mode: Mode) => void;
  /** Ends every connection that there is. */
  readonly cutOpen: () => void;
  /** Ends every connection and is gone: nobody listens there any more. */
  readonly cut: () => Promise<void>;
};

type Watch = {
  /** Sees what passes in each direction; true cuts the connection there. */
  readonly onSent?: (bytes: Buffer) => boolean;
  readonly onAnswered?: (bytes: Buffer) => boolean;
};

export function breakableWay(target: string, watch: Watch = {}): Promise<BreakableWay> {
  const url = new URL(target);
  const { hostname, port } = url;
  const open = new Set<Socket>();
  let mode: Mode = "open";
  const server = createServer((near) => {
    if (mode === "shut") {
      near.destroy();
      return;
    }
    if (mode === "foreign") {
      near.on("error", () => {});
      near.once("data", () => near.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
      return;
    }
    const far = connect(Number(port), hostname);
    let isLost = false;
    const isSilent = () => {
      isLost ||= mode === "silent";
      return isLost;
    };
    const pass = (from: Socket, to: Socket, seen: (bytes: Buffer) => boolean = () => false) => {
      open.add(from);
      from.on("data", (bytes: Buffer) => {
        if (isSilent() || to.destroyed) return;
        if (seen(bytes)) for (const socket of [near, far]) socket.destroy();
        else if (!to.write(bytes)) {
          from.pause();
          to.once("drain", () => from.resume());
        }
      });
      from.on("end", () => isSilent() || to.end());
      from.on("error", () => isSilent() || to.destroy());
      from.on("close", () => {
        open.delete(from);
        if (!isSilent()) to.destroy();
      });
    };
    pass(near, far, watch.onSent);
    pass(far, near, watch.onAnswered);
  });
  const cutOpen = () => {
    for (const socket of open) socket.destroy();
  };
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      url.hostname = "127.0.0.1";
      url.port = String(typeof address === "object" && address ? address.port : 0);
      resolve({
        url: url.href.replace(/\/$/, ""),
        be: (next) => {
          mode = next;
          if (mode === "shut" || mode === "foreign") cutOpen();
        },
        cutOpen,
        cut: () =>
          new Promise((done) => {
            server.close(() => done());
            cutOpen();
          }),
      });
    }),
  );
}
