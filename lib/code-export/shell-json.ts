import { MASK } from "@/lib/secrets/mask";

import { secretVariable } from "./secrets";

/** JSON as one shell word. A masked value becomes a variable of the shell: `'… "HF_TOKEN": "'"$HF_TOKEN"'" …'`. */
export function shellJson(request: unknown): string {
  const masked = new RegExp(`"((?:[^"\\\\]|\\\\.)+)": "${MASK}"`, "g");
  return shellWord(JSON.stringify(request, null, 2)).replaceAll(masked, (_, name: string) => {
    return `"${name}": "'"$${secretVariable(name)}"'"`;
  });
}

/** A text as one word of a POSIX shell. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
