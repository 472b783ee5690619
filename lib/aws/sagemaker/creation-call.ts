import "server-only";
import type { AwsCall } from "@/lib/specification/view";

import type { AwsTarget } from "../client";
import { listTags } from "./tags";

/** What Describe answers beyond what Create takes. */
const OF_ANSWERS = new Set([
  "$metadata",
  "CreationTime",
  "ModelArn",
  "EndpointConfigArn",
  "DeploymentRecommendation",
  "LastModifiedTime",
]);

/** A call of SageMaker with what Describe answered as its input. */
export function creationCall(operation: string, answer: object): AwsCall {
  const members = Object.entries(answer).filter(([name, value]) => !OF_ANSWERS.has(name) && !isNothing(value));
  return { service: "sagemaker", operation, input: Object.fromEntries(members) };
}

/** The tags of a resource as Create takes them; those of AWS itself cannot be set by anybody. */
export async function tagsOf(target: AwsTarget, arn: string | undefined): Promise<{ Tags?: object[] }> {
  const tags = arn ? await listTags(target, arn) : [];
  const own = tags.filter(({ key }) => !key.startsWith("aws:"));
  return own.length > 0 ? { Tags: own.map(({ key, value }) => ({ Key: key, Value: value })) } : {};
}

/** Describe says `false` and `[]` of what was not asked for; Create means the same when they are absent. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}
