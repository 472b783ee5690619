import { failureReports } from "./data";
import { OWN_REPORTS } from "./own-reports";
import { READINGS } from "./readings";
import {
  FAILURE_RANKS,
  FAILURE_SUBJECTS,
  type FailureReading,
  type FailureReport,
  type FailureRule,
  type FailureSubject,
} from "./schema";

const SUBJECTS_OF_AREA: Record<FailureReport["area"], readonly FailureSubject[]> = {
  any: FAILURE_SUBJECTS,
  control: FAILURE_SUBJECTS,
  autoscaling: ["endpoint"],
  hosting: ["endpoint"],
  serverless: ["endpoint"],
  training: ["training-job"],
  transform: ["transform-job"],
  client: [],
  studio: [],
};

const reported = failureReports.flatMap((report) => {
  const reading = READINGS[report.id];
  if (!reading || reading.isHarmless) return [];
  return [toRule(report, reading, SUBJECTS_OF_AREA[report.area])];
});
const own = OWN_REPORTS.map((report) => toRule({ ...report, sources: [] }, report, report.subjects ?? []));

/** Every rule by which a failure is recognised, the more telling ones first. */
export const failureRules: readonly FailureRule[] = [...reported, ...own].sort(
  (a, b) => FAILURE_RANKS.indexOf(a.rank) - FAILURE_RANKS.indexOf(b.rank),
);

function toRule(
  { id, where, pattern, cause, remedy, sample, sources }: Omit<FailureReport, "area">,
  reading: FailureReading,
  subjects: readonly FailureSubject[],
): FailureRule {
  return {
    id,
    where,
    pattern: pattern === null ? null : new RegExp(pattern, "i"),
    cause,
    remedy,
    sample,
    sources,
    title: reading.title,
    rank: reading.rank ?? "cause",
    subjects: reading.subjects ?? subjects,
    beside: reading.beside ?? null,
    onlyServerless: reading.onlyServerless ?? false,
    fix: reading.fix ?? null,
  };
}

/** A rule by its id; throws for one that the catalogue does not hold. */
export function failureRule(id: string): FailureRule {
  const rule = failureRules.find((row) => row.id === id);
  if (!rule) throw new Error(`There is no failure rule ${id}.`);
  return rule;
}
