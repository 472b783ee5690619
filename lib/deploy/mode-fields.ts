import { z } from "zod";

import { parseImageUri } from "@/catalog/containers/image-uri";
import { KmsKey, optionalInt, s3Uri } from "@/lib/fields/aws-fields";

/** How an endpoint answers: at once on instances, at once without instances of its own, or later through S3. */
export const DEPLOY_MODES = ["real-time", "serverless", "async"] as const;
export type DeployMode = (typeof DEPLOY_MODES)[number];

/** SageMaker's sizes of a serverless environment. */
export const MEMORY_SIZES_MB = [1024, 2048, 3072, 4096, 5120, 6144] as const;

const S3Folder = z.union([z.literal(""), s3Uri("s3://bucket/prefix")]);
const TopicArn = z
  .string()
  .trim()
  .max(2048, "Use at most 2,048 characters.")
  .refine(
    (text) => text === "" || /^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w.-]+$/.test(text),
    "Write a topic's ARN: arn:aws:sns:us-east-1:123456789012:name.",
  );

/** The fields of a deploy that depend on its mode; those of other modes are kept and not sent. */
export const ModeFields = {
  mode: z.enum(DEPLOY_MODES),
  asyncOutputUri: S3Folder,
  /** Empty: beside others of the workspace's bucket, as the Python SDK does. */
  asyncFailureUri: S3Folder,
  asyncKmsKeyId: KmsKey,
  asyncSuccessTopic: TopicArn,
  asyncErrorTopic: TopicArn,
  asyncMaxConcurrent: optionalInt(1, 1000, "requests"),
  /** The number of instances follows what waits, down to none. */
  scaleFromZero: z.boolean(),
  scaleMaxInstances: optionalInt(1, 1000, "instances"),
  scaleBacklogTarget: optionalInt(1, 100_000, "requests"),
  serverlessMemoryMb: z.coerce
    .number<number | string>()
    .refine((size) => MEMORY_SIZES_MB.some((known) => known === size), "Choose one of the six sizes."),
  serverlessMaxConcurrency: z.coerce
    .number<number | string>("Enter a number.")
    .int("Enter a whole number.")
    .min(1, "At least one call at once.")
    .max(200, "SageMaker allows at most 200 calls at once."),
  serverlessProvisioned: optionalInt(1, 200, "environments"),
};

export type ModeInput = z.output<z.ZodObject<typeof ModeFields>>;
export type ModeValues = z.input<z.ZodObject<typeof ModeFields>>;

/** What is picked most, and what sample notebook 16 scales by. */
export const EMPTY_MODE: ModeValues & ModeInput = {
  mode: "real-time",
  asyncOutputUri: "",
  asyncFailureUri: "",
  asyncKmsKeyId: "",
  asyncSuccessTopic: "",
  asyncErrorTopic: "",
  asyncMaxConcurrent: "",
  scaleFromZero: false,
  scaleMaxInstances: "5",
  scaleBacklogTarget: "5",
  serverlessMemoryMb: 2048,
  serverlessMaxConcurrency: 5,
  serverlessProvisioned: "",
};

type Say = (field: string, message: string) => void;
/** The fields outside the modes that a mode may rule out. */
type Beside = { image: string; dataCaptureUri: string; subnets: string; networkIsolation: boolean };

/** What fields of a mode must be together, beside their own shapes. */
export function checkMode(input: ModeInput & Beside, say: Say): void {
  if (input.mode === "async") checkAsync(input, say);
  if (input.mode === "serverless") checkServerless(input, say);
}

function checkAsync(input: ModeInput & { dataCaptureUri: string }, say: Say): void {
  if (!input.asyncOutputUri) say("asyncOutputUri", "Say where answers go: s3://bucket/prefix.");
  if (input.scaleFromZero) {
    if (!input.scaleMaxInstances) say("scaleMaxInstances", "Say how many instances there may be.");
    if (!input.scaleBacklogTarget) say("scaleBacklogTarget", "Say how many requests may wait for each instance.");
  }
  if (input.dataCaptureUri) {
    say("dataCaptureUri", "Asynchronous endpoints capture nothing: inputs and answers lie in S3 already.");
  }
}

/** Features that "Serverless Inference" in SageMaker's guide excludes. */
function checkServerless(input: ModeInput & Beside, say: Say): void {
  if (isForAccelerator(input.image)) {
    say("image", "Serverless environments have no accelerator. Choose a container for the CPU.");
  }
  if (Number(input.serverlessProvisioned) > input.serverlessMaxConcurrency) {
    say("serverlessProvisioned", `At most the ${input.serverlessMaxConcurrency} calls at once above.`);
  }
  if (input.dataCaptureUri) say("dataCaptureUri", "Serverless endpoints do not capture requests.");
  if (input.subnets) say("subnets", "Serverless endpoints cannot be put into a VPC.");
  if (input.networkIsolation) say("networkIsolation", "Serverless endpoints have no network isolation.");
}

/** Whether an image was built for a GPU or another accelerator; by its tag where the catalogue does not know it. */
export function isForAccelerator(image: string): boolean {
  const parsed = parseImageUri(image);
  return parsed.ok ? parsed.container.device !== "cpu" : /-gpu-|-cu\d{3}|-neuronx?-/.test(image);
}
