import { pretty } from "../pretty-json";

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
const ONE_LINE = 72;
const PYTHON_WORDS: Record<string, string> = { true: "True", false: "False", null: "None" };

/** A JSON text as a Python literal of the same value: numbers as they were written, so that 2.0 stays a fraction. */
export function pythonLiteral(json: string, indent = ""): string {
  return laidOut(json, indent, (token) => PYTHON_WORDS[token] ?? normalString(token));
}

/**
 * A JSON text as a JavaScript expression that gives this text: an object to edit where writing it again loses nothing,
 * else the text itself. JavaScript makes 2.0 a 2, rounds large numbers, sorts numeric names, and takes `__proto__` away.
 */
export function javascriptBody(json: string, indent = ""): string {
  const isSame = tokens(JSON.stringify(JSON.parse(json))) === tokens(json) && !json.includes("__proto__");
  return isSame ? `JSON.stringify(${laidOut(json, indent, normalString)})` : JSON.stringify(json);
}

/** On one line when it is short, else a line for each value. */
function laidOut(json: string, indent: string, write: (token: string) => string): string {
  const short = (json.match(TOKEN) ?? []).map(write).join("").length <= ONE_LINE;
  if (!short) return pretty(json).replace(TOKEN, write).replaceAll("\n", `\n${indent}`);
  return (json.match(TOKEN) ?? []).map((token) => (/^[,:]$/.test(token) ? `${token} ` : write(token))).join("");
}

function tokens(json: string): string {
  return (json.match(TOKEN) ?? []).map(normalString).join(" ");
}

/** JSON knows an escape that Python does not: `\/`. */
function normalString(token: string): string {
  return token.startsWith('"') ? JSON.stringify(JSON.parse(token)) : token;
}
