import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A wire between a client and the emulator that a test can watch and cut. */
export type Relay = {
  url: string;
  /** Connections that are open now. */
  open(): number;
  /** Resolves when a client has let go of its connection. */
  untilClosed(): Promise<void>;
  /** Cuts every connection as a failing network would. */
  cut(): void;
  close(): Promise<void>;
};

/** Starts a relay on a free port that passes bytes to the emulator and back. */
export async function startRelay(emulatorUrl: string): Promise<Relay> {
  const { hostname, port } = new URL(emulatorUrl);
  const sockets = new Set<Socket>();
  let listeners: (() => void)[] = [];

  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    sockets.add(client);
    client.pipe(upstream).pipe(client);
    client.on("error", () => undefined);
    upstream.on("error", () => client.destroy());
    client.on("close", () => {
      sockets.delete(client);
      upstream.destroy();
      for (const listener of listeners) listener();
      listeners = [];
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open: () => sockets.size,
    untilClosed: () =>
      new Promise((resolve) => {
        listeners.push(resolve);
      }),
    cut: () => {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
