import { TrainingJobName } from "../list-schema";

/** More columns than this cannot be read beside each other. */
export const MAX_COMPARED_JOBS = 5;

/** The jobs that an address names: each once, impossible names and those beyond the limit left out. */
export function readComparedJobs(named: readonly string[]): string[] {
  const possible = named.filter((name) => TrainingJobName.safeParse(name).success);
  return [...new Set(possible)].slice(0, MAX_COMPARED_JOBS);
}

/** The page that compares these jobs, inside a workspace. */
export function comparisonPath(names: readonly string[]): `/${string}` {
  return `/training/compare?jobs=${names.map(encodeURIComponent).join(",")}`;
}

/** Why so many jobs cannot be compared; null when they can. */
export function comparisonRefusal(count: number): string | null {
  if (count < 2) return "Select two to five jobs to compare.";
  return count > MAX_COMPARED_JOBS ? `At most ${MAX_COMPARED_JOBS} jobs can be compared.` : null;
}
