import "server-only";
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { env } from "@/lib/env";

let cached: string | undefined;

/**
 * The key that signs sessions and seals stored secrets: NEXTAUTH_SECRET, else a file in DATA_DIR that is made once
 * and that only its owner can read. Several replicas need the same one: give them NEXTAUTH_SECRET.
 */
export function sessionSecret(): string {
  cached ??= process.env.NEXTAUTH_SECRET || secretFile(env().DATA_DIR);
  return cached;
}

/** Reads the secret in `folder`, making it first when there is none; two processes that start at once get the same. */
export function secretFile(folder: string): string {
  const file = join(folder, "session-secret");
  return read(file) ?? create(folder, file);
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw cause;
  }
}

function create(folder: string, file: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, file); // fails when another process was first, and never shows a half-written file
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
  } finally {
    unlinkSync(draft);
  }
  return readFileSync(file, "utf8").trim();
}
