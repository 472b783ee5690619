import { privatePath } from "./job-folders.ts";

export type ScriptCommand = { program: string; args: string[] /** As the container's log shows it. */; shown: string };

/** The values of hyperparameters as the script sees them; the toolkit's own (`sagemaker_…`) are left out. */
export function userHyperparameters(sent: Record<string, string>): Record<string, unknown> {
  const user = Object.entries(sent).filter(([name]) => !name.startsWith("sagemaker_"));
  return Object.fromEntries(user.map(([name, text]) => [name, decode(text)]));
}

/** A hyperparameter of the toolkit, for example `sagemaker_program`; null when it was not sent. */
export function toolkitSetting(sent: Record<string, string>, name: string): string | null {
  const text = sent[name];
  return text === undefined ? null : String(decode(text));
}

/**
 * How script mode runs an entry point (sagemaker-training-toolkit): Python files by the interpreter, anything else by
 * the shell, both with `--name value` for each hyperparameter in order of name.
 */
export function scriptCommand(
  entryPoint: string,
  hyperparameters: Record<string, string>,
  root: string,
): ScriptCommand {
  const values = userHyperparameters(hyperparameters);
  const args = Object.keys(values)
    .sort()
    .flatMap((name) => [
      name.length === 1 ? `-${name}` : `--${name}`,
      privatePath(root, argument(values[name], hyperparameters[name])),
    ]);
  if (entryPoint.endsWith(".py")) {
    return {
      program: "python3",
      args: ["-u", entryPoint, ...args],
      shown: shown(["/usr/bin/python3", entryPoint, ...args]),
    };
  }
  const line = [`./${entryPoint}`, ...args].map(shellWord).join(" ");
  return { program: "/bin/sh", args: ["-c", line], shown: `/bin/sh -c "${line}"` };
}

/** As the toolkit maps values to arguments: Python's own spelling, `a=1,b=2` for an object. */
function argument(value: unknown, text = ""): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value === null) return "None";
  if (Array.isArray(value)) return text;
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([key, item]) => `${key}=${argument(item, JSON.stringify(item))}`)
      .join(",");
  }
  // Numbers as they were sent: 3e-05 stays 3e-05 and 1.0 stays 1.0.
  return typeof value === "number" ? text : String(value);
}

function decode(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function shown(words: string[]): string {
  return words.join(" ");
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'"'"'`)}'`;
}
