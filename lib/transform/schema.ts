import { z } from "zod";

import { type DeployFormValues, DeployInput } from "@/lib/deploy/schema";
import {
  environmentRow,
  InstanceTypeName,
  instanceCount,
  KmsKey,
  optionalInt,
  ResourceName,
  s3Uri,
  TagRows,
} from "@/lib/fields/aws-fields";

/** A JSONPath of DataProcessing (JsonPath in SageMaker's service model: at most 63 characters). */
const filter = z
  .string()
  .trim()
  .max(63, "SageMaker takes at most 63 characters.")
  .regex(/^(\$.*)?$/, "A path begins with $: $.inputs, $[1:].");

/** The fields of a model that is to be made are those of the deploy form and are checked by its rules. */
const OwnFields = z.object({
  /** Made by the browser when the review opens: sending it twice starts one job. */
  requestId: z.uuid("Reload the page and try again."),
  stampedAt: z.iso.datetime("Open the review again."),
  modelFrom: z.enum(["existing", "new"]),
  modelName: z.string().trim(),
  source: z.string(),
  image: z.string(),
  hubTokenFrom: z.string(),
  jobName: z.union([z.literal(""), ResourceName]),
  inputType: z.enum(["S3Prefix", "ManifestFile"]),
  inputUri: s3Uri("s3://bucket/folder/records.jsonl"),
  isGzip: z.boolean(),
  contentType: z.string().trim().min(1, "Choose what the records are.").max(256, "Use at most 256 characters."),
  splitType: z.enum(["None", "Line"]),
  strategy: z.enum(["SingleRecord", "MultiRecord"]),
  maxPayloadMb: optionalInt(0, 100, "MB"),
  maxConcurrent: optionalInt(1, 100, "requests"),
  timeoutSeconds: optionalInt(1, 3600, "seconds"),
  maxRetries: optionalInt(0, 3, "retries"),
  outputUri: s3Uri("s3://bucket/folder"),
  accept: z.string().trim().max(256, "Use at most 256 characters."),
  assembleWith: z.enum(["None", "Line"]),
  isJoined: z.boolean(),
  inputFilter: filter,
  outputFilter: filter,
  outputKmsKeyId: KmsKey,
  instanceType: InstanceTypeName,
  instanceCount: instanceCount(100),
  environment: z.array(environmentRow(() => false, 1024)).max(90),
  tags: TagRows,
});

/** Everything that a batch transform job asks for. */
export const TransformInput = OwnFields.loose().superRefine((input, context) => {
  const say = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (input.modelFrom === "existing") {
    const name = ResourceName.safeParse(input.modelName);
    if (!name.success) say("modelName", input.modelName ? (name.error.issues[0]?.message ?? "") : "Name the model.");
    if (input.environment.length > 16) say("environment", "A transform job takes at most 16 variables.");
  } else {
    for (const issue of DeployInput.safeParse(input).error?.issues ?? []) {
      context.addIssue({ code: "custom", path: issue.path, message: issue.message });
    }
  }
  const inFlight = Number(input.maxPayloadMb || 6) * Number(input.maxConcurrent || 1);
  if (inFlight > 100) {
    say("maxConcurrent", `Payload times requests must not exceed 100 MB; this is ${inFlight} MB.`);
  }
});
export type TransformInput = z.output<typeof TransformInput>;

/** What the form holds: numbers may still be text. */
export type TransformFormValues = DeployFormValues & Omit<z.input<typeof OwnFields>, keyof DeployFormValues>;
