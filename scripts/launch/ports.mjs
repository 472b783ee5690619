import { randomInt } from "node:crypto";
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

/** Below the ports that systems hand out by themselves: there any program's connection can take one at any moment. */
const ROWS_FROM = 20_000;
const ROWS_TO = 30_000;
const MAX_TRIES = 100;

/** The first of so many ports in a row of the loopback address that nobody listens on. */
export async function freePortsInARow(count) {
  for (let tried = 0; tried < MAX_TRIES; tried += 1) {
    const first = randomInt(ROWS_FROM, ROWS_TO - count);
    const problems = await Promise.all(
      Array.from({ length: count }, (_, index) => tryPort("127.0.0.1", first + index)),
    );
    if (problems.every((problem) => problem === null)) return first;
  }
  throw new Error(`No ${count} ports in a row are free between ${ROWS_FROM} and ${ROWS_TO}.`);
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
