import type { LogEvent } from "./view";

/** Lines as they are copied and saved: oldest first, as a log file has them. */
export function logText(events: readonly LogEvent[], withTimes: boolean): string {
  return events
    .toReversed()
    .map((event) => (withTimes ? `${event.at} ${event.message}` : event.message))
    .join("\n");
}

export type LogLevel = "error" | "warning" | "plain";

const ERROR = /\b(ERROR|FATAL|CRITICAL|Traceback|Exception)\b|^\w*Error:/;
const WARNING = /\b(WARN|WARNING)\b/;

/** How loud a line is, by the words that Python and Java loggers use. */
export function logLevel(message: string): LogLevel {
  if (ERROR.test(message)) return "error";
  return WARNING.test(message) ? "warning" : "plain";
}

/** A message cut at each place that holds a text, ignoring case; every second piece is a hit. */
export function splitHits(message: string, search: string): string[] {
  if (search === "") return [message];
  const escaped = search.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return message.split(new RegExp(`(${escaped})`, "i"));
}
