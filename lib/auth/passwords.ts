import "server-only";
import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id with the least memory and passes that OWASP's password storage sheet names. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// No 0/O, 1/l/I: people copy this from a terminal.
const LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

let dummyHash: Promise<string> | undefined;

/** What is stored instead of the password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

/** True when the password fits. Without a hash (no such account) it takes as long and is false. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  dummyHash ??= hashPassword(randomBytes(16).toString("hex"));
  const fits = await verify(stored ?? (await dummyHash), password);
  return fits && stored !== null;
}

/** A random password of 20 letters and digits in groups of five: about 115 bits. */
export function generatePassword(): string {
  const letters: string[] = [];
  while (letters.length < 20) {
    for (const byte of randomBytes(32)) {
      // Bytes past the last full round would make the first letters likelier.
      if (byte < 256 - (256 % LETTERS.length) && letters.length < 20)
        letters.push(LETTERS[byte % LETTERS.length] ?? "");
    }
  }
  return letters.join("").replace(/(.{5})(?=.)/g, "$1-");
}
