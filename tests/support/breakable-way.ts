import { connect, createServer, type Socket } from "node:net";

/** A way to a server that can be cut, as when the network is gone. */
export type BreakableWay = { readonly url: string; readonly cut: () => Promise<void> };

export function breakableWay(target: string): Promise<BreakableWay> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => open.delete(socket));
    }
    near.pipe(far).pipe(near);
  });
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const own = typeof address === "object" && address ? address.port : 0;
      resolve({
        url: `http://127.0.0.1:${own}`,
        cut: () =>
          new Promise((done) => {
            server.close(() => done());
            for (const socket of open) socket.destroy();
          }),
      });
    }),
  );
}
