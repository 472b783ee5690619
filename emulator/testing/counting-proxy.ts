import { once } from "node:events";
import { createServer, type IncomingMessage, request as send } from "node:http";
import type { AddressInfo } from "node:net";

/** Passes requests to the emulator and counts them by operation. */
export type CountingProxy = {
  url: string;
  /** How often an operation of the JSON and CBOR protocols was asked for, such as `GetMetricData`. */
  count(operation: string): number;
  close(): Promise<void>;
};

export async function startCountingProxy(emulatorUrl: string): Promise<CountingProxy> {
  const counts = new Map<string, number>();
  const server = createServer((req, res) => {
    const operation = operationOf(req);
    counts.set(operation, (counts.get(operation) ?? 0) + 1);
    const { method, headers } = req;
    const upstream = send(new URL(req.url ?? "/", emulatorUrl), { method, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
    });
    upstream.on("error", () => res.destroy());
    req.pipe(upstream);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: (operation) => counts.get(operation) ?? 0,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function operationOf({ headers, url = "" }: IncomingMessage): string {
  const target = headers["x-amz-target"];
  return (typeof target === "string" ? target.split(".") : url.split("/")).at(-1) ?? "";
}
