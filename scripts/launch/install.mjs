import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

import { npm } from "./run.mjs";

const STAMP = "node_modules/.installed-lock";

/** Runs `npm ci` when node_modules is missing or belongs to another lock file or another Node. */
export function ensureInstalled() {
  const wanted = installKey();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  console.info("Installing packages (once; about a minute)…");
  const code = npm(["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (code !== 0) {
    console.error("The packages could not be installed; npm's message is above. Check the network, then try again.");
    process.exit(code);
  }
  writeFileSync(STAMP, wanted);
}

function installKey() {
  const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  return `${lock} ${process.platform}-${process.arch} node${process.versions.modules}`;
}
