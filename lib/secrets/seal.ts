import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

import { sessionSecret } from "@/lib/auth/session-secret";
import { AppError } from "@/lib/errors";

const VERSION = "v1";

/** Encrypts a secret for the database (AES-256-GCM); the key comes from the session secret and is never stored. */
export function seal(text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key(), iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [VERSION, iv, cipher.getAuthTag(), sealed]
    .map((part) => (typeof part === "string" ? part : part.toString("base64url")))
    .join(".");
}

/** Reads what `seal` wrote; throws an `AppError` when the session secret has changed since. */
export function unseal(sealed: string): string {
  const [version, iv, tag, data] = sealed.split(".");
  try {
    if (version !== VERSION || !iv || !tag || data === undefined) throw new Error("not a sealed text");
    const decipher = createDecipheriv("aes-256-gcm", key(), Buffer.from(iv, "base64url"));
    decipher.setAuthTag(Buffer.from(tag, "base64url"));
    return Buffer.concat([decipher.update(Buffer.from(data, "base64url")), decipher.final()]).toString("utf8");
  } catch {
    throw new AppError("unavailable", "A stored secret can no longer be read.", {
      hint: "The console's session secret has changed. Enter the secret again in Settings.",
    });
  }
}

function key(): Buffer {
  return Buffer.from(hkdfSync("sha256", sessionSecret(), "", "stored-secrets", 32));
}
