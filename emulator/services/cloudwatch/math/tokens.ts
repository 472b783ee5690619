import { Fault } from "../../../protocol/fault.ts";

export type Token = { kind: "number" | "name" | "text" | "sign"; text: string };

const PATTERN =
  /\s*(?:(\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+)|([A-Za-z_]\w*)|'([^']*)'|"([^"]*)"|(==|!=|<=|>=|&&|\|\||[-+*/^()[\],<>]))/y;

/** Splits an expression of metric math. */
export function tokenize(expression: string): Token[] {
  const tokens: Token[] = [];
  const text = expression.trimEnd();
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < text.length) {
    const at = PATTERN.lastIndex;
    const match = PATTERN.exec(text);
    if (!match) throw expressionError(expression, `unexpected character at ${at}`);
    const [, number, name, single, double, sign] = match;
    if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
    else tokens.push({ kind: "text", text: single ?? double ?? "" });
  }
  return tokens;
}

export function expressionError(expression: string, why: string): Fault {
  return new Fault("InvalidParameterValueException", `Error in expression '${expression}': ${why}.`);
}
