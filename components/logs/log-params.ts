import { parseAsBoolean, parseAsIsoDateTime, parseAsString, parseAsStringLiteral } from "nuqs";

import { LOG_LEVELS } from "@/lib/logs/log-text";

export const LOG_ORDERS = ["oldest", "newest"] as const;
export const LOG_TIMES = ["local", "utc", "off"] as const;
export type LogTimes = (typeof LOG_TIMES)[number];

/** How a log is looked at, as the address has it: which lines, which of them, and how they are shown. */
export const logParams = {
  /** A stream, `all`, or empty for the one written to last. */
  stream: parseAsString.withDefault(""),
  search: parseAsString.withDefault(""),
  level: parseAsStringLiteral(LOG_LEVELS),
  /** Only the lines that hold the searched text, of the whole log. */
  only: parseAsBoolean.withDefault(false),
  /** Shown while it is written, by CloudWatch's live tail, which AWS bills by the minute. */
  live: parseAsBoolean.withDefault(false),
  /** Only the lines between two times: those of a request, which may have an id. */
  since: parseAsIsoDateTime,
  until: parseAsIsoDateTime,
  request: parseAsString.withDefault(""),
  /** The line that is looked at, by its time and its text; the newest when absent. */
  at: parseAsIsoDateTime,
  line: parseAsString,
  order: parseAsStringLiteral(LOG_ORDERS).withDefault("oldest"),
  times: parseAsStringLiteral(LOG_TIMES).withDefault("local"),
  wrap: parseAsBoolean.withDefault(true),
};
