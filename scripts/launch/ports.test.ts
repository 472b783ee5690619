import { createServer } from "node:net";
import { expect, test } from "vitest";

import { freePortsInARow } from "./ports.mjs";

test("ports in a row can be listened on, and the system does not hand them out by itself", async () => {
  const first: number = await freePortsInARow(4);
  expect(first + 3).toBeLessThan(32_768);
  const servers = [0, 1, 2, 3].map((index) => createServer().listen(first + index, "127.0.0.1"));
  await Promise.all(servers.map((server) => new Promise((done) => server.once("listening", done))));
  for (const server of servers) server.close();
});
