import { expressionError, type Token, tokenize } from "./tokens.ts";

export type Node =
  | { kind: "number"; value: number }
  | { kind: "text"; value: string }
  | { kind: "id"; name: string }
  | { kind: "list"; items: Node[] }
  | { kind: "call"; name: string; args: Node[] }
  | { kind: "operation"; operator: string; left: Node; right: Node };

/** Loosest first. */
const LEVELS = [["||"], ["&&"], ["==", "!=", "<", ">", "<=", ">="], ["+", "-"], ["*", "/"], ["^"]];
/** Deeper nesting is no expression that a person wrote. */
const MAX_DEPTH = 50;

/** Reads an expression of CloudWatch's metric math. */
export function parseExpression(expression: string): Node {
  const tokens = tokenize(expression);
  let at = 0;
  let depth = 0;

  const isSign = (text: string): boolean => tokens[at]?.kind === "sign" && tokens[at]?.text === text;

  function take(text: string): boolean {
    if (!isSign(text)) return false;
    at += 1;
    return true;
  }

  function expect(text: string): void {
    if (!take(text)) throw expressionError(expression, `expected ${text}`);
  }

  function level(index: number): Node {
    const operators = LEVELS[index];
    if (!operators) return primary();
    let left = level(index + 1);
    for (let token = tokens[at]; token?.kind === "sign" && operators.includes(token.text); token = tokens[at]) {
      at += 1;
      left = { kind: "operation", operator: token.text, left, right: level(index + 1) };
    }
    return left;
  }

  function list(end: string): Node[] {
    const items: Node[] = [];
    if (take(end)) return items;
    do items.push(nested());
    while (take(","));
    expect(end);
    return items;
  }

  function nested(): Node {
    depth += 1;
    if (depth > MAX_DEPTH) throw expressionError(expression, "it is nested too deeply");
    const node = level(0);
    depth -= 1;
    return node;
  }

  function primary(): Node {
    const token: Token | undefined = tokens[at];
    at += 1;
    if (token?.kind === "number") return { kind: "number", value: Number(token.text) };
    if (token?.kind === "text") return { kind: "text", value: token.text };
    if (token?.kind === "name") {
      return take("(")
        ? { kind: "call", name: token.text.toUpperCase(), args: list(")") }
        : { kind: "id", name: token.text };
    }
    if (token?.text === "[") return { kind: "list", items: list("]") };
    if (token?.text === "-") {
      const zero: Node = { kind: "number", value: 0 };
      return { kind: "operation", operator: "-", left: zero, right: nestedPrimary() };
    }
    if (token?.text !== "(")
      throw expressionError(expression, token ? `unexpected ${token.text}` : "it ends too early");
    const inner = nested();
    expect(")");
    return inner;
  }

  function nestedPrimary(): Node {
    depth += 1;
    if (depth > MAX_DEPTH) throw expressionError(expression, "it is nested too deeply");
    const node = primary();
    depth -= 1;
    return node;
  }

  const node = nested();
  if (at < tokens.length) throw expressionError(expression, `unexpected ${tokens[at]?.text}`);
  return node;
}
