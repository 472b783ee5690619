import { buildRequests } from "@/lib/deploy/build-requests";
import { deployNames, nameFromBase, repositoryName } from "@/lib/deploy/names";
import { DeployInput } from "@/lib/deploy/schema";
import { maskRequests } from "@/lib/deploy/secrets";
import type { CreateModelRequest } from "@/lib/deploy/view";
import { looksSecret, MASK } from "@/lib/secrets/mask";
import { buildTransformRequest } from "./build-request";
import type { TransformInput } from "./schema";
import type { CreateTransformJobRequest } from "./view";

/** The calls that make a job, in order; `model` is null when one that exists is used. */
export type TransformRequests = { model: CreateModelRequest | null; job: CreateTransformJobRequest };

/** The name of the job that a form makes: the one chosen, or the model's or image's with the time. */
export function plannedTransformName(input: TransformInput): string {
  if (input.jobName) return input.jobName;
  const base = input.modelFrom === "existing" ? input.modelName : repositoryName(input.image);
  return nameFromBase(base, later(input.stampedAt));
}

/** The requests that a form stands for. Names carry the time at which its review was opened. */
export function plannedTransform(input: TransformInput, region: string, hubToken: string | null): TransformRequests {
  const model = input.modelFrom === "existing" ? null : modelRequest(input, region, hubToken);
  const variables = input.modelFrom === "existing" ? input.environment : [];
  const job = buildTransformRequest(
    {
      inputUri: input.inputUri,
      inputType: input.inputType,
      isGzip: input.isGzip,
      outputUri: input.outputUri,
      contentType: input.contentType,
      splitType: input.splitType,
      strategy: input.strategy,
      accept: input.accept || null,
      // None is AWS's default, which the Python SDK leaves out.
      assembleWith: input.assembleWith === "Line" ? "Line" : null,
      maxConcurrent: optional(input.maxConcurrent),
      maxPayloadMb: optional(input.maxPayloadMb),
      timeoutSeconds: optional(input.timeoutSeconds),
      maxRetries: optional(input.maxRetries),
      environment: Object.fromEntries(variables.map(({ name, value }) => [name, value])),
      isJoined: input.isJoined,
      inputFilter: input.inputFilter,
      outputFilter: input.outputFilter,
      kmsKeyId: input.outputKmsKeyId,
      instanceType: input.instanceType,
      instanceCount: input.instanceCount,
      tags: input.tags.map(({ key, value }) => ({ Key: key, Value: value })),
    },
    { job: plannedTransformName(input), model: model?.ModelName ?? input.modelName },
  );
  return { model, job };
}

/** The same for eyes: secrets are masked, the saved token never was in the browser. */
export function reviewedTransform(input: TransformInput, region: string): TransformRequests {
  const { model, job } = plannedTransform(input, region, input.hubTokenFrom === "none" ? null : MASK);
  const environment = Object.entries(job.Environment ?? {}).map(([name, value]) => [
    name,
    value !== "" && looksSecret(name, value) ? MASK : value,
  ]);
  return {
    model: model && maskModel(model),
    job: job.Environment ? { ...job, Environment: Object.fromEntries(environment) as Record<string, string> } : job,
  };
}

function modelRequest(input: TransformInput, region: string, hubToken: string | null): CreateModelRequest {
  const deploy = DeployInput.parse(input);
  return buildRequests(deploy, { region, names: deployNames(deploy, new Date(input.stampedAt)), hubToken }).model;
}

function maskModel(model: CreateModelRequest): CreateModelRequest {
  const nothing = { EndpointConfigName: "", ProductionVariants: [] };
  const endpoint = { EndpointName: "", EndpointConfigName: "", Tags: [] };
  return maskRequests({ model, endpointConfig: nothing, endpoint }).model;
}

/** A millisecond behind the model's, as the Python SDK's names are. */
function later(stampedAt: string): Date {
  return new Date(Date.parse(stampedAt) + 1);
}

function optional(text: string): number | null {
  return text === "" ? null : Number(text);
}
