import { PredictionError } from "./prediction-error.ts";

/** JSON.parse whose errors read as those of Python's json.loads, which is what the handler answers. */
export function parsePythonJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { message, at } = new Scanner(text).firstError();
    const before = text.slice(0, at);
    const line = before.split("\n").length;
    throw new PredictionError(`${message}: line ${line} column ${at - before.lastIndexOf("\n")} (char ${at})`);
  }
}

type Failure = { message: string; at: number };

/** Walks text that is known not to be JSON up to the place where Python's decoder gives up. */
class Scanner {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  firstError(): Failure {
    const failure = this.value();
    if (failure) return failure;
    this.space();
    return { message: "Extra data", at: this.at };
  }

  value(): Failure | null {
    this.space();
    const next = this.text[this.at];
    if (next === "{") return this.members();
    if (next === "[") return this.items();
    if (next === '"') return this.string();
    const word = /^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?)/.exec(this.text.slice(this.at));
    if (!word) return { message: "Expecting value", at: this.at };
    this.at += word[0].length;
    return null;
  }

  members(): Failure | null {
    this.at += 1;
    this.space();
    if (this.take("}")) return null;
    while (true) {
      this.space();
      if (this.text[this.at] !== '"') {
        return { message: "Expecting property name enclosed in double quotes", at: this.at };
      }
      const failure = this.string();
      if (failure) return failure;
      this.space();
      if (!this.take(":")) return { message: "Expecting ':' delimiter", at: this.at };
      const inner = this.value();
      if (inner) return inner;
      this.space();
      if (this.take("}")) return null;
      if (!this.take(",")) return { message: "Expecting ',' delimiter", at: this.at };
    }
  }

  items(): Failure | null {
    this.at += 1;
    this.space();
    if (this.take("]")) return null;
    while (true) {
      const failure = this.value();
      if (failure) return failure;
      this.space();
      if (this.take("]")) return null;
      if (!this.take(",")) return { message: "Expecting ',' delimiter", at: this.at };
    }
  }

  string(): Failure | null {
    const start = this.at;
    for (this.at += 1; this.at < this.text.length; this.at += 1) {
      const character = this.text[this.at] ?? "";
      if (character === '"') {
        this.at += 1;
        return null;
      }
      if (character < " ") return { message: "Invalid control character at", at: this.at };
      if (character === "\\") this.at += 1;
    }
    return { message: "Unterminated string starting at", at: start };
  }

  space(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? "")) this.at += 1;
  }

  take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }
}
