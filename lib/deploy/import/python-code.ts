import { MASK } from "@/lib/secrets/mask";

import type { Json, JsonObject } from "./view";

/** A call with literal arguments: `model.deploy(instance_type="ml.g5.xlarge")` is `deploy` of `model`. */
export type PythonCall = { of: string; name: string; values: JsonObject; positional: Json[] };
export type PythonCode = { calls: PythonCall[] };

/**
 * The calls of a Python program whose arguments are literals, in order. Names stand for what was assigned to them, an
 * object of a class for the keywords that it was made of, and what else is not a literal (`os.environ[…]`, another call)
 * is the mask; nothing is run.
 */
export function readPython(text: string): PythonCode {
  const reader = new PythonReader(text);
  reader.program();
  return { calls: reader.calls };
}

const TOKEN =
  /\s+|#[^\n]*|(?<string>[rbfu]?(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))|(?<number>\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_][\w.]*)|(?<sign>[^\s])/gy;

type Token = { kind: "string" | "number" | "name" | "sign"; text: string; at: number };

class PythonReader {
  readonly calls: PythonCall[] = [];
  private readonly tokens: Token[];
  private readonly known = new Map<string, Json>();
  private index = 0;

  constructor(text: string) {
    this.tokens = [...text.matchAll(TOKEN)].flatMap(({ groups, index }) => {
      const [kind, token] = Object.entries(groups ?? {}).find(([, part]) => part !== undefined) ?? [];
      return kind && token ? [{ kind: kind as Token["kind"], text: token, at: index }] : [];
    });
  }

  program(): void {
    while (this.index < this.tokens.length) {
      const [name, equals] = [this.tokens[this.index], this.tokens[this.index + 1]];
      const isAssigned = name?.kind === "name" && equals?.text === "=" && this.tokens[this.index + 2]?.text !== "=";
      if (isAssigned) {
        this.index += 2;
        const value = this.value();
        this.known.set(name.text, value);
      } else this.value();
    }
  }

  private value(): Json {
    const token = this.tokens[this.index];
    this.index += 1;
    if (!token) return null;
    if (token.kind === "string") return this.strings(token);
    if (token.kind === "number") return Number(token.text.replaceAll("_", ""));
    if (token.kind === "name") return this.named(token.text);
    if (token.text === "{") return this.dictionary();
    if (token.text === "[" || token.text === "(") return this.list(token.text === "[" ? "]" : ")");
    if (token.text === "-" && this.tokens[this.index]?.kind === "number") return -Number(this.value());
    return null;
  }

  /** Strings that follow each other are one. */
  private strings(first: Token): string {
    let text = unquoted(first.text);
    for (let next = this.tokens[this.index]; next?.kind === "string"; next = this.tokens[this.index]) {
      text += unquoted(next.text);
      this.index += 1;
    }
    return text;
  }

  private named(name: string): Json {
    if (name === "True" || name === "False") return name === "True";
    if (name === "None") return null;
    const next = this.tokens[this.index]?.text;
    if (next === "(") {
      this.index += 1;
      const made = this.call(name);
      const isWhole = !/^[[.]$/.test(this.tokens[this.index]?.text ?? "");
      return isWhole && isObjectOfClass(made) ? made.values : this.afterCall();
    }
    if (next === "[") {
      this.index += 1;
      this.list("]");
      return MASK;
    }
    return this.known.get(name) ?? (name.includes(".") ? MASK : null);
  }

  /** `get_caller_identity()["Arn"]`, `.format(…)`: what follows a call belongs to it and is not read. */
  private afterCall(): Json {
    const next = this.tokens[this.index];
    if (next?.text === "[") {
      this.index += 1;
      this.list("]");
      return this.afterCall();
    }
    if (next?.text === "." && this.tokens[this.index + 1]?.kind === "name") {
      this.index += 2;
      if (this.tokens[this.index]?.text === "(") {
        this.index += 1;
        this.list(")");
      }
      return this.afterCall();
    }
    return MASK;
  }

  private call(path: string): PythonCall {
    const [name = path, ...of] = path.split(".").reverse();
    const call: PythonCall = { of: of.reverse().join("."), name, values: {}, positional: [] };
    while (this.index < this.tokens.length && !this.skip(")")) {
      const [key, equals] = [this.tokens[this.index], this.tokens[this.index + 1]];
      if (key?.kind === "name" && equals?.text === "=") {
        this.index += 2;
        call.values[key.text] = this.value();
      } else call.positional.push(this.value());
      this.skip(",");
    }
    this.calls.push(call);
    return call;
  }

  private dictionary(): JsonObject {
    const members: JsonObject = {};
    while (this.index < this.tokens.length && !this.skip("}")) {
      const key = this.value();
      this.skip(":");
      members[String(key)] = this.value();
      this.skip(",");
    }
    return members;
  }

  private list(end: string): Json[] {
    const items: Json[] = [];
    while (this.index < this.tokens.length && !this.skip(end)) {
      items.push(this.value());
      this.skip(",");
    }
    return items;
  }

  private skip(sign: string): boolean {
    if (this.tokens[this.index]?.text !== sign) return false;
    this.index += 1;
    return true;
  }
}

/** `ContainerDefinition(image="…")`: a class by its capital letter, and nothing that its keywords do not say. */
function isObjectOfClass({ name, values, positional }: PythonCall): boolean {
  return /^[A-Z]/.test(name) && positional.length === 0 && Object.keys(values).length > 0;
}

function unquoted(token: string): string {
  const quote = /^[rbfu]?("""|'''|"|')/.exec(token)?.[1] ?? '"';
  const inside = token.slice(token.indexOf(quote) + quote.length, -quote.length);
  if (token.startsWith("r")) return inside;
  return inside.replaceAll(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (_, escaped: string) => {
    if (escaped.startsWith("u")) return String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return ESCAPES[escaped] ?? escaped;
  });
}

const ESCAPES: Record<string, string> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", "\n": "" };
