import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { run } from "./run.mjs";

const STAMP = ".next/built-from";
const NEXT = "node_modules/next/dist/bin/next";
const SOURCES = [
  "app",
  "components",
  "lib",
  "catalog",
  "public",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** Runs `next build` when there is no build, or its sources have changed since. */
export function ensureBuilt() {
  const wanted = sourceHash();
  if (existsSync(".next/BUILD_ID") && existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  console.info("Building the console (once for each version; about a minute)…");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const code = run(process.execPath, [NEXT, "build"], { env });
  if (code !== 0) {
    console.error("The console could not be built; the message is above.");
    process.exit(code);
  }
  writeFileSync(STAMP, wanted);
}

function sourceHash() {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap(filesIn).sort()) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true })
    .map((name) => join(path, String(name)))
    .filter((file) => statSync(file).isFile());
}
