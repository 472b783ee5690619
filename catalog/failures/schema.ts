import { z } from "zod";

/** What failed. An invocation is a call of an endpoint that runs. */
export const FAILURE_SUBJECTS = ["endpoint", "training-job", "transform-job", "invocation"] as const;
export type FailureSubject = (typeof FAILURE_SUBJECTS)[number];

/** Where a failure shows itself. `state`: in what happens or does not, without any text. */
const Where = z.enum(["FailureReason", "log", "api error", "client", "state"]);

/** What a corrected form changes. */
export const FailureFix = z.enum([
  "larger-instance",
  "other-instance",
  "newer-image",
  "published-image",
  "cpu-image",
  "host-image",
  "task",
  "token",
  "more-time",
  "shorter-context",
  "one-worker",
]);
export type FailureFix = z.output<typeof FailureFix>;

/** A known failure as the reports about it describe it. */
export const FailureReport = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  area: z.enum(["any", "autoscaling", "client", "control", "hosting", "serverless", "studio", "training", "transform"]),
  where: Where,
  /** Regular expression, without regard to case; null: nothing is written, see `where`. */
  pattern: z.string().min(1).nullable(),
  cause: z.string().min(1),
  remedy: z.string().min(1),
  /** A line as it was reported; null where there is no text. */
  sample: z.string().min(1).nullable(),
  sources: z.array(z.string().min(1)),
});
export type FailureReport = z.output<typeof FailureReport>;

/** How telling a match is: a cause names what to change, a broad one covers several causes, a symptom follows from others. */
export const FAILURE_RANKS = ["cause", "broad", "symptom"] as const;

/** How the console reads a report. */
export type FailureReading = {
  /** The cause in a few words. */
  title: string;
  rank?: (typeof FAILURE_RANKS)[number];
  /** Left out: as the report's area says. */
  subjects?: readonly FailureSubject[];
  /** A second text that must stand in the same line or those around it. */
  beside?: RegExp;
  /** Only where the endpoint has no instances of its own. */
  onlyServerless?: true;
  fix?: FailureFix;
  /** Harmless: it explains nothing. */
  isHarmless?: true;
};

export type FailureRule = Omit<FailureReport, "pattern" | "area"> & {
  pattern: RegExp | null;
  title: string;
  rank: (typeof FAILURE_RANKS)[number];
  subjects: readonly FailureSubject[];
  beside: RegExp | null;
  onlyServerless: boolean;
  fix: FailureFix | null;
};
