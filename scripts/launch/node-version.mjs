/** Ends the process with a clear message when Node is older than the project supports (package.json, `engines`). */
export function requireNodeVersion() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`This project needs Node 20.19 or later; this is ${process.version}. See https://nodejs.org/`);
  process.exit(1);
}
