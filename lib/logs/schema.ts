import { z } from "zod";

const MAX_BETWEEN_MS = 30 * 60_000;

export const ReadLogsInput = z.object({
  stream: z.string().min(1).max(512),
  cursor: z.string().max(8192).optional(),
});

export const SearchLogsInput = z.object({
  search: z.string().trim().min(1, "Type what to look for.").max(512, "Use at most 512 characters."),
  /** Only in this stream; all streams when absent. */
  stream: z.string().max(512).optional(),
  cursor: z.string().max(8192).optional(),
});

/** A stretch of time; longer ones are looked through by searching. */
export const LogsBetweenInput = z
  .object({ from: z.iso.datetime(), to: z.iso.datetime() })
  .refine(({ from, to }) => from <= to, "The time must not end before it begins.")
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= MAX_BETWEEN_MS, "Ask for half an hour at most.");
