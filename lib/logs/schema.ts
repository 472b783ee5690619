import { z } from "zod";

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
