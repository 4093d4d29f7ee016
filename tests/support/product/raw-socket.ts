// Requests as no client library would send them.
import { connect, type Socket } from "node:net";

export type RawSocket = {
  readonly socket: Socket;
  readonly write: (text: string) => void;
  /** What has come until the other side ended the connection, and how that was. */
  readonly ended: Promise<{ readonly text: string; readonly ms: number; readonly error?: string }>;
};

/** Opens a connection to a server on this machine and sends the text. */
export function sendRaw(url: string, text: string): RawSocket {
  const { hostname, port } = new URL(url);
  const start = performance.now();
  const socket = connect(Number(port), hostname);
  let received = "";
  let error: string | undefined;
  socket.on("data", (bytes: Buffer) => {
    received += bytes.toString("latin1");
  });
  socket.on("error", (problem: NodeJS.ErrnoException) => {
    error = problem.code;
  });
  if (text !== "") socket.write(text);
  const ended = new Promise<Awaited<RawSocket["ended"]>>((resolve) => {
    socket.on("close", () =>
      resolve({ text: received, ms: performance.now() - start, ...(error ? { error } : {}) }),
    );
  });
  return { socket, write: (more) => void socket.write(more), ended };
}
