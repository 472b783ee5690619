import { z } from "zod";

import { TRAINING_STATUSES } from "./job-view";

/** The rule SageMaker enforces on training jobs' names (TrainingJobName in its service model). */
export const TrainingJobName = z
  .string()
  .trim()
  .min(1, "Give it a name.")
  .max(63, "Use at most 63 characters.")
  .regex(/^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/, "Use letters, digits and hyphens; begin and end with a letter or digit.");

/** The columns that ListTrainingJobs itself can sort by. */
export const TRAINING_SORTS = ["name", "created", "status"] as const;

const day = z.iso.date("Write the date as 2026-01-31.");

/** What the list of training jobs can be asked for; the same names stand in the page's URL. */
export const ListTrainingJobsInput = z.object({
  cursor: z.string().max(8192).optional(),
  search: z
    .string()
    .trim()
    .max(63, "Use at most 63 characters.")
    .regex(/^[a-zA-Z0-9-]*$/, "Names of training jobs hold only letters, digits and hyphens.")
    .optional(),
  status: z.enum(TRAINING_STATUSES).optional(),
  createdAfter: day.optional(),
  createdBefore: day.optional(),
  sort: z.enum(TRAINING_SORTS).default("created"),
  order: z.enum(["asc", "desc"]).default("desc"),
  limit: z.coerce.number<number | string>().int().min(1).max(100).default(50),
});
export type ListTrainingJobsInput = z.output<typeof ListTrainingJobsInput>;

/** One job, to stop or to delete. */
export const OneTrainingJob = z.object({ name: TrainingJobName });
export type OneTrainingJob = z.output<typeof OneTrainingJob>;

/** The visible rows of a table: at most a page of them. */
export const TrainingJobNames = z.array(TrainingJobName).min(1).max(100);
