// Strings are matched in runs: a choice at each character of a picture in base64 would exhaust the engine's stack.
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * JSON laid out for reading, each value as it was written: parsing would make 2.0 a 2 and round large numbers. Any
 * other text as it is.
 */
export function pretty(text: string): string {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  const tokens = text.match(TOKEN) ?? [];
  let depth = 0;
  let out = "";
  const line = () => `\n${"  ".repeat(depth)}`;
  for (const [at, token] of tokens.entries()) {
    const isEmpty = /[{[]/.test(tokens[at - 1] ?? "") && /^[}\]]$/.test(token);
    if (/^[{[]$/.test(token)) {
      depth += 1;
      out += /^[}\]]$/.test(tokens[at + 1] ?? "") ? token : token + line();
    } else if (/^[}\]]$/.test(token)) {
      depth -= 1;
      out += isEmpty ? token : line() + token;
    } else if (token === ",") out += token + line();
    else out += token === ":" ? ": " : token;
  }
  return out;
}
