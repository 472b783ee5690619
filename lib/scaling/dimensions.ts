export const INSTANCES = "sagemaker:variant:DesiredInstanceCount";
export const CONCURRENCY = "sagemaker:variant:DesiredProvisionedConcurrency";
export const COPIES = "sagemaker:inference-component:DesiredCopyCount";
export const DIMENSIONS = [INSTANCES, CONCURRENCY, COPIES] as const;
export type ScalingDimension = (typeof DIMENSIONS)[number];

const NOUNS: Record<string, readonly [one: string, many: string]> = {
  [INSTANCES]: ["instance", "instances"],
  [CONCURRENCY]: ["provisioned environment", "provisioned environments"],
  [COPIES]: ["copy", "copies"],
};

/** What a dimension counts: `instances`. */
export function nounOf(dimension: string): string {
  return NOUNS[dimension]?.[1] ?? "units";
}

/** A number of what a dimension counts: `1 instance`. */
export function countOf(count: number, dimension: string): string {
  const [one, many] = NOUNS[dimension] ?? ["unit", "units"];
  return `${count} ${count === 1 ? one : many}`;
}
