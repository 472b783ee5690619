export type LogLevel = "error" | "warning" | "plain";

/** What one can look for: errors alone, or warnings with them. */
export const LOG_LEVELS = ["error", "warning"] as const;
export type LevelFilter = (typeof LOG_LEVELS)[number];

const ERROR = /\b(ERROR|FATAL|CRITICAL|Traceback|Exception)\b|^\w*Error:/;
const WARNING = /\b(WARN|WARNING)\b/;

/** How loud a line is, by the words that Python and Java loggers use. */
export function logLevel(message: string): LogLevel {
  if (ERROR.test(message)) return "error";
  return WARNING.test(message) ? "warning" : "plain";
}

/** Whether a line is as loud as was asked for. */
export function isAsLoud(message: string, filter: LevelFilter): boolean {
  const level = logLevel(message);
  return level === "error" || level === filter;
}

/** CloudWatch's pattern for everything that may be as loud: `logLevel` is exact. */
export function levelPattern(filter: LevelFilter): string {
  const errors = ["ERROR", "FATAL", "CRITICAL", "Traceback", "Exception", "Error:"];
  return [...errors, ...(filter === "warning" ? ["WARN"] : [])].map((word) => `?"${word}"`).join(" ");
}

/** CloudWatch's pattern for "holds exactly this text": quoted, quotes inside escaped. */
export function literalPattern(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are steered by control characters
const TERMINAL = /\u001b\[[0-9;?]*[A-Za-z]/g;

/** A message as a terminal would leave it: without colours, of a progress bar that was drawn over itself the last state. */
export function shownText(message: string): string {
  const plain = message.includes("\u001b") ? message.replace(TERMINAL, "") : message;
  if (!plain.includes("\r")) return plain;
  return plain.split("\r").findLast((part) => part.trim() !== "") ?? "";
}

/** A message cut at each place that holds a text, ignoring case; every second piece is a hit. */
export function splitHits(message: string, search: string): string[] {
  if (search === "") return [message];
  const escaped = search.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return message.split(new RegExp(`(${escaped})`, "i"));
}

/** A line that is a JSON object or array, written out over several lines; null for any other. */
export function writtenOut(message: string): string | null {
  const text = message.trim();
  if (!/^[{[][\s\S]*[}\]]$/.test(text)) return null;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return null;
  }
}

/** Tells lines of one time apart in an address: the same text gives the same few letters. */
export function lineMark(message: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < message.length; index += 1) {
    hash = Math.imul(hash ^ message.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/** A line as it stands in a saved log. */
export function savedLine({ at, stream, message }: { at: string; stream?: string; message: string }): string {
  return `${at} ${stream ? `[${stream}] ` : ""}${message.replace(/\r?\n$/, "")}\n`;
}
