import "server-only";
import { DescribeTrainingJobCommand, type DescribeTrainingJobResponse } from "@aws-sdk/client-sagemaker";

import { looksSecret, MASK, maskEnvironment } from "@/lib/secrets/mask";
import type { CreateTrainingJobRequest } from "@/lib/training/view";

import { type AwsTarget, sagemakerClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

/** A job is asked for once; only what masks it could change. */
const REQUEST_TTL_MS = 30_000;

/** The members that a job is created with, all of which DescribeTrainingJob says again. */
const ASKED = [
  "TrainingJobName",
  "RoleArn",
  "AlgorithmSpecification",
  "HyperParameters",
  "InputDataConfig",
  "OutputDataConfig",
  "ResourceConfig",
  "StoppingCondition",
  "EnableManagedSpotTraining",
  "CheckpointConfig",
  "DebugHookConfig",
  "DebugRuleConfigurations",
  "TensorBoardOutputConfig",
  "ProfilerConfig",
  "ProfilerRuleConfigurations",
  "ExperimentConfig",
  "Environment",
  "VpcConfig",
  "EnableNetworkIsolation",
  "EnableInterContainerTrafficEncryption",
  "RetryStrategy",
  "RemoteDebugConfig",
  "InfraCheckConfig",
] as const satisfies readonly (keyof DescribeTrainingJobResponse)[];

/** The request that a job was created with, without its tags, secrets masked; throws `not-found`. */
export function describeTrainingRequest(target: AwsTarget, name: string): Promise<CreateTrainingJobRequest> {
  return cachedRead(target, "DescribeTrainingJob request", name, REQUEST_TTL_MS, async () => {
    try {
      return toTrainingRequest(
        await sagemakerClient(target).send(new DescribeTrainingJobCommand({ TrainingJobName: name })),
      );
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

function toTrainingRequest(job: DescribeTrainingJobResponse): CreateTrainingJobRequest {
  const asked = ASKED.flatMap((name) => (isSaid(job[name]) ? [[name, withoutBlanks(job[name])] as const] : []));
  const environment = maskEnvironment(job.Environment).map(({ name, value }) => [name, value] as const);
  // Another tool may have sent more than the console does, which the exports write all the same.
  return {
    ...Object.fromEntries(asked),
    HyperParameters: maskedHyperparameters(job.HyperParameters ?? {}),
    ...(environment.length > 0 && { Environment: Object.fromEntries(environment) }),
  } as CreateTrainingJobRequest;
}

/** AWS says `false` for what was not asked for. */
function isSaid(value: unknown): boolean {
  return value !== undefined && value !== false;
}

/** AWS says an empty text for a key that was not given. */
function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      item === "" || item === undefined ? [] : [[key, withoutBlanks(item)]],
    ),
  );
}

/** Values are JSON where a framework's container reads them: the mask of a text keeps its quotes. */
function maskedHyperparameters(sent: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => {
      const isText = value.startsWith('"');
      if (!looksSecret(name, isText ? value.slice(1) : value)) return [name, value];
      return [name, isText ? `"${MASK}"` : MASK];
    }),
  );
}
