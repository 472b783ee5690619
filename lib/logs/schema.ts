import { z } from "zod";

import { LOG_LEVELS } from "./log-text";

const MAX_BETWEEN_MS = 30 * 60_000;

/** CloudWatch's rule for the name of a log stream. */
const StreamName = z.string().min(1).max(512);
const Cursor = z.string().max(8192);

/** Which stretch of a log: around a time, before or after another one, or with none of these the newest. */
export const ReadLogsInput = z.object({
  /** All streams together when absent. */
  stream: StreamName.optional(),
  at: z.iso.datetime().optional(),
  older: Cursor.optional(),
  newer: Cursor.optional(),
  limit: z.coerce.number<string>().int().min(1).max(1_000).default(1_000),
});
export type ReadLogsInput = z.output<typeof ReadLogsInput>;

export const SearchLogsInput = z
  .object({
    search: z.string().trim().max(512, "Use at most 512 characters.").default(""),
    level: z.enum(LOG_LEVELS).optional(),
    /** Only in this stream; all streams when absent. */
    stream: StreamName.optional(),
    /** Only between two times. */
    from: z.iso.datetime().optional(),
    to: z.iso.datetime().optional(),
    cursor: Cursor.optional(),
  })
  .refine(({ search, level, from }) => search !== "" || level || from, "Type what to look for.")
  .refine(({ from, to }) => !from || !to || from <= to, "The time must not end before it begins.");
export type SearchLogsInput = z.output<typeof SearchLogsInput>;

/** A log while it is written: of one stream, or all of them. */
export const LiveLogInput = z.object({ stream: StreamName.optional() });

/** The log as a file: of one stream, or all of them. */
export const DownloadLogInput = z.object({ stream: StreamName.optional() });

/** A stretch of time; longer ones are looked through by searching. */
export const LogsBetweenInput = z
  .object({ from: z.iso.datetime(), to: z.iso.datetime() })
  .refine(({ from, to }) => from <= to, "The time must not end before it begins.")
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= MAX_BETWEEN_MS, "Ask for half an hour at most.");
