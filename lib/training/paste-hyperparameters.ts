import { type Hyperparameter, hyperparameterOf } from "./hyperparameters";
import { loads, type PythonValue } from "./python-json";

export type Pasted = { ok: true; rows: Hyperparameter[] } | { ok: false; problem: string };

const MEANT = 'Paste a JSON object, a Python dict, or arguments such as "--epochs 3 --fp16".';

/** Hyperparameters from a JSON object, a Python dict, or the arguments of a command line. */
export function pastedHyperparameters(text: string): Pasted {
  const trimmed = text.trim();
  try {
    if (trimmed.includes("{")) {
      // `hyperparameters = {…}` as it stands in a notebook.
      const value = loads(asJson(trimmed.slice(trimmed.indexOf("{"), trimmed.lastIndexOf("}") + 1)));
      if (typeof value !== "object" || value === null || Array.isArray(value)) return { ok: false, problem: MEANT };
      return found(Object.entries(value).map(([name, each]) => hyperparameterOf(name, each)));
    }
    return trimmed.startsWith("-") ? found(fromArguments(words(trimmed))) : { ok: false, problem: MEANT };
  } catch {
    return { ok: false, problem: MEANT };
  }
}

function found(rows: Hyperparameter[]): Pasted {
  return rows.length > 0 ? { ok: true, rows } : { ok: false, problem: "There is no hyperparameter in it." };
}

/**
 * A literal of Python as JSON: its quotes, True, False and None, comments and trailing commas. Names of variables and
 * calls stay, and are no JSON.
 */
function asJson(text: string): string {
  const token =
    /#[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\b(?:True|False|None)\b|,(?=\s*(?:#[^\n]*\s*)*[}\]])|\b\d[\d_.]*(?:e[-+]?\d+)?\b\.?|[\s\S]/gi;
  const words: Record<string, string> = { True: "true", False: "false", None: "null" };
  return (text.match(token) ?? [])
    .map((part) => {
      if (part.startsWith("#")) return "";
      if (part.startsWith("'")) return quoted(part.slice(1, -1));
      if (part === "," || part.startsWith('"')) return part;
      return words[part] ?? asNumber(part);
    })
    .reduce((json, part, index, parts) => {
      // A comma before the closing bracket is Python's alone.
      const rest = parts.slice(index + 1).find((each) => each.trim() !== "");
      return part === "," && (rest === "}" || rest === "]") ? json : json + part;
    }, "");
}

function quoted(inside: string): string {
  return `"${inside.replaceAll("\\'", "'").replace(/(\\.)|"/g, (_, kept?: string) => kept ?? '\\"')}"`;
}

/** `1_000` and `1.` are numbers of Python and not of JSON. */
function asNumber(part: string): string {
  if (!/^\d/.test(part)) return part;
  return part.replaceAll("_", "").replace(/\.(?=$|e)/i, ".0");
}

/** Words as a shell tells them apart. */
function words(text: string): string[] {
  const joined = text.replace(/\\\r?\n/g, " ");
  return [...joined.matchAll(/(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|[^\s"']+)+/g)].map(([word]) =>
    word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g, (_, double?: string, single?: string) =>
      double !== undefined ? double.replace(/\\(.)/g, "$1") : (single ?? ""),
    ),
  );
}

/** `--name value`, `--name=value`; a name without a value is a switch. */
function fromArguments(all: string[]): Hyperparameter[] {
  const rows: Hyperparameter[] = [];
  for (let at = 0; at < all.length; at++) {
    const [, name, given] = /^--?([^=\s]+)(?:=([\s\S]*))?$/.exec(all[at] ?? "") ?? [];
    if (!name) throw new SyntaxError(all[at]);
    const next = all[at + 1];
    const hasNext = given === undefined && next !== undefined && (!next.startsWith("-") || /^-[\d.]/.test(next));
    rows.push(hyperparameterOf(name, given !== undefined || hasNext ? typed(given ?? next ?? "") : true));
    if (hasNext) at++;
  }
  return rows;
}

/** What a word most likely means: a number, a truth value, else a text. */
function typed(word: string): PythonValue {
  if (/^(true|false)$/i.test(word)) return word.toLowerCase() === "true";
  if (/^-?(0|[1-9]\d*)(\.\d+)?(e[-+]?\d+)?$/i.test(word)) return loads(word);
  return word;
}
