import { z } from "zod";

import { ResourceName } from "@/lib/fields/aws-fields";

import { TRANSFORM_STATUSES } from "./job-view";

/** The columns that ListTransformJobs itself can sort by. */
export const TRANSFORM_SORTS = ["name", "created", "status"] as const;

const day = z.iso.date("Write the date as 2026-01-31.");

/** What the list of transform jobs can be asked for; the same names stand in the page's URL. */
export const ListTransformJobsInput = z.object({
  cursor: z.string().max(8192).optional(),
  search: z
    .string()
    .trim()
    .max(63, "Use at most 63 characters.")
    .regex(/^[a-zA-Z0-9-]*$/, "Names of transform jobs hold only letters, digits and hyphens.")
    .optional(),
  status: z.enum(TRANSFORM_STATUSES).optional(),
  createdAfter: day.optional(),
  createdBefore: day.optional(),
  sort: z.enum(TRANSFORM_SORTS).default("created"),
  order: z.enum(["asc", "desc"]).default("desc"),
  limit: z.coerce.number<number | string>().int().min(1).max(100).default(50),
});
export type ListTransformJobsInput = z.output<typeof ListTransformJobsInput>;

/** One job, to stop. */
export const OneTransformJob = z.object({ name: ResourceName });

/** The visible rows of a table: at most a page of them. */
export const TransformJobNames = z.array(ResourceName).min(1).max(100);

/** One of a job's files, by its path below the input. */
export const TransformFilePath = z.object({ path: z.string().min(1).max(1024) });

export const PreviewInput = TransformFilePath.extend({
  search: z.string().max(200).default(""),
  cursor: z
    .string()
    .regex(/^\d{1,15}\.\d{1,15}\.\d{1,12}$/, "This is no place in a file.")
    .default("0.0.0"),
});
export type PreviewInput = z.output<typeof PreviewInput>;
