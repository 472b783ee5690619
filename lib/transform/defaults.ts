import { type DeployStart, fromLink } from "@/lib/deploy/from-link";
import type { TransformJobDetail } from "./job-view";
import type { TransformFormValues } from "./schema";

export type TransformStart = DeployStart & { bucket: string };

/** An empty form: JSON lines, one record a request, answers by lines. */
export function emptyTransform(
  start: TransformStart,
  link: Record<string, string | undefined> = {},
): TransformFormValues {
  return {
    ...fromLink(link, start),
    endpointName: "",
    ownCode: false,
    modelFrom: link.model || link.archive || !link.existing ? "new" : "existing",
    modelName: link.existing ?? "",
    jobName: "",
    inputType: "S3Prefix",
    inputUri: link.input ?? "",
    isGzip: false,
    contentType: "application/json",
    splitType: "Line",
    strategy: "SingleRecord",
    maxPayloadMb: "",
    maxConcurrent: "",
    timeoutSeconds: "",
    maxRetries: "",
    outputUri: link.output ?? `s3://${start.bucket}/batch/output`,
    accept: "application/json",
    assembleWith: "Line",
    isJoined: false,
    inputFilter: "",
    outputFilter: "",
    outputKmsKeyId: "",
  };
}

/** The form as a job was asked for, over the same model. Secrets do not come back. */
export function cloneTransform(job: TransformJobDetail, start: TransformStart): TransformFormValues {
  return {
    ...emptyTransform(start, { existing: job.modelName }),
    image: job.model?.image ?? "",
    inputType: job.inputType,
    inputUri: job.inputUri,
    isGzip: job.isGzip,
    contentType: job.contentType ?? "application/json",
    splitType: job.split,
    strategy: job.strategy ?? "MultiRecord",
    maxPayloadMb: text(job.maxPayloadMb),
    maxConcurrent: text(job.maxConcurrent),
    timeoutSeconds: text(job.timeoutSeconds),
    maxRetries: text(job.maxRetries),
    outputUri: job.outputUri,
    accept: job.accept ?? "",
    assembleWith: job.assemble,
    isJoined: job.isJoined,
    inputFilter: job.inputFilter ?? "",
    outputFilter: job.outputFilter ?? "",
    outputKmsKeyId: job.kmsKeyId ?? "",
    instanceType: job.instanceType,
    instanceCount: job.instanceCount,
    environment: job.environment.filter(({ isSecret }) => !isSecret).map(({ name, value }) => ({ name, value })),
    tags: job.tags?.filter(({ key }) => !key.startsWith("aws:")) ?? [],
  };
}

function text(value: number | null): string {
  return value === null ? "" : String(value);
}
