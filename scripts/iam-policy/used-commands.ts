import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One SDK command that a gateway sends: `{ client: "client-s3", command: "PutObject" }`. */
export type UsedCommand = { client: string; command: string };

const IMPORT = /import\s+(?:type\s+)?\{([^}]*)\}\s+from\s+"@aws-sdk\/(client-[a-z0-9-]+)"/g;

/** Sent by a credential provider, not by a command that we construct. */
const ASSUME_ROLE: UsedCommand = { client: "client-sts", command: "AssumeRole" };

/** Every SDK command that the files under `folder` import, in order, once each. */
export function usedCommands(folder: string): UsedCommand[] {
  const found = new Map<string, UsedCommand>();
  for (const file of sourceFiles(folder)) {
    const text = readFileSync(file, "utf8");
    if (text.includes("fromTemporaryCredentials(")) found.set("client-sts/AssumeRole", ASSUME_ROLE);
    for (const [, names = "", client = ""] of text.matchAll(IMPORT)) {
      for (const name of names.split(",").map((part) => part.trim())) {
        const command = /^([A-Z]\w+)Command$/.exec(name)?.[1];
        if (command) found.set(`${client}/${command}`, { client, command });
      }
    }
  }
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? []);
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => join(folder, name))
    .sort();
}
