import { createServer } from "node:net";

/** Ends the process with a clear message when a port that is about to be used is taken. */
export async function requireFreePorts({ host, port, emulatorPort, isAws }) {
  const wanted = [{ name: "PORT", what: "The console", host, port }];
  if (!isAws) wanted.push({ name: "EMULATOR_PORT", what: "The emulator", host: "127.0.0.1", port: emulatorPort });
  let busy = false;
  for (const { name, what, host: at, port: number } of wanted) {
    const problem = await tryPort(at, number);
    if (!problem) continue;
    busy = true;
    console.error(
      `${what} cannot use port ${number}: ${problem}. Choose another with ${name}=${number + 1} npm start.`,
    );
  }
  if (busy) process.exit(1);
}

/** A port of the loopback address that nobody listens on at the moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Null when the port can be listened on, else why not in words. */
function tryPort(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(WORDS[error.code] ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

const WORDS = {
  EADDRINUSE: "another program is listening on it (perhaps a console that is already running)",
  EACCES: "this user may not listen on it",
  EADDRNOTAVAIL: "this machine does not have that address",
};
