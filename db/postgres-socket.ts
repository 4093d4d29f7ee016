// The socket to a PostgreSQL server. The driver takes a connection that ends before it is of use for one that has to be
// tried again, at once and for ever, whatever answers at the address: here that is an error, told to whoever asked.
import { Socket } from "node:net";

/** First bytes of what a server may say to a new client: to its start-up message, and to its wish for TLS. */
const FIRST_OF_MESSAGES = "REvN";
const FIRST_ABOUT_TLS = "SNE";

/** How a server's message begins that it is ready for the first question, and how long it is: the driver goes on alone. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5]);
const READY_BYTES = READY.length + 1;

/** What the driver tells of the connection that it wants; of several hosts it takes the first in this way. */
type Wanted = {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path?: string | false | undefined;
  readonly ssl?: unknown;
};

/** Opens the connection that the driver wants; it fails where it ends, or what answers speaks something else. */
export function postgresSocket({ host, path, port, ssl }: Wanted): Socket {
  const [name = "localhost", number = 5432] = [host[0], port[0]];
  const place = path || `${name}:${number}`;
  // Until it is ready its end is ours to tell: a socket that closes by itself would be quicker, and tell no reason.
  const socket = new Socket({ allowHalfOpen: !ssl });
  // After what the driver is about to write: what it loses of that it never writes again.
  const fail = (code: string, message: string) =>
    setImmediate(() => socket.destroy(Object.assign(new Error(message), { code })));
  const onEnd = () =>
    fail("CONNECTION_CLOSED", `the connection to ${place} was ended at its other end`);
  let [isFirst, tail] = [true, Buffer.alloc(0)];
  const onData = (bytes: Buffer) => {
    const first = String.fromCharCode(bytes[0] ?? 0);
    if (isFirst && !(ssl ? FIRST_ABOUT_TLS : FIRST_OF_MESSAGES).includes(first))
      fail("CONNECTION_FOREIGN", `what answers at ${place} does not speak as PostgreSQL does`);
    isFirst = false;
    tail = Buffer.concat([tail, bytes]).subarray(-READY_BYTES);
    if (!tail.subarray(0, READY.length).equals(READY)) return;
    socket.off("data", onData);
    socket.off("end", onEnd);
    socket.allowHalfOpen = false;
  };
  socket.on("data", onData);
  socket.once("end", onEnd);
  // The driver names them in its errors, and to TLS.
  Object.assign(socket, { host: name, port: number });
  return path ? socket.connect(path) : socket.connect(number, name);
}
