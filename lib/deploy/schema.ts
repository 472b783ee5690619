import { z } from "zod";

import { isHubId } from "@/lib/hub/schema";
import { MASK } from "@/lib/secrets/mask";

/** The rule SageMaker enforces on endpoint, model, configuration and variant names (EndpointName in its service model). */
export const ResourceName = z
  .string()
  .trim()
  .min(1, "Give it a name.")
  .max(63, "Use at most 63 characters.")
  .regex(/^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/, "Use letters, digits and hyphens; begin and end with a letter or digit.");

const S3Uri = z
  .string()
  .trim()
  .max(1024, "Use at most 1,024 characters.")
  .regex(/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/\S+$/, "Write it as s3://bucket/path/model.tar.gz.");

/** The pattern of RoleArn in SageMaker's service model, over the whole string. */
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-_/]+$/;
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const SAGEMAKER_OWN = /^SAGEMAKER_(PROGRAM|SUBMIT_DIRECTORY|REGION)$/;

export const DEPLOY_SOURCES = ["bundled", "hub", "s3"] as const;
export type DeploySourceKind = (typeof DEPLOY_SOURCES)[number];

const MASKED = "This is what the console shows instead of a secret. Type the secret itself.";
const isNoMask = (text: string) => !text.includes(MASK);

const EnvironmentRow = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Give it a name.")
    .max(1024, "Use at most 1,024 characters.")
    .regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/, "Use letters, digits and underscores; do not begin with a digit.")
    .refine((name) => !SAGEMAKER_OWN.test(name), "The console sets this one itself."),
  value: z.string().max(1024, "SageMaker takes at most 1,024 characters.").refine(isNoMask, MASKED),
});

const TagRow = z.object({
  key: z
    .string()
    .trim()
    .min(1, "Give the tag a key.")
    .max(128, "Use at most 128 characters.")
    .regex(TAG_TEXT, "Use letters, digits, spaces and _ . : / = + - @.")
    .refine((key) => !/^aws:/i.test(key), "Keys that begin with aws: belong to AWS."),
  value: z
    .string()
    .max(256, "Use at most 256 characters.")
    .regex(TAG_TEXT, "Use letters, digits, spaces and _ . : / = + - @."),
});

/** An optional whole number typed into a field; empty means AWS's default. */
const optionalInt = (min: number, max: number, unit: string) =>
  z
    .string()
    .trim()
    .refine(
      (text) => text === "" || (/^\d+$/.test(text) && Number(text) >= min && Number(text) <= max),
      `Enter a whole number from ${min} to ${max.toLocaleString("en-US")} ${unit}, or leave it empty.`,
    );

const idList = (prefix: string, most: number) =>
  z
    .string()
    .trim()
    .refine((text) => {
      const ids = splitList(text);
      return ids.length <= most && ids.every((id) => new RegExp(`^${prefix}-[0-9a-zA-Z]{1,27}$`).test(id));
    }, `Write ${prefix}-… ids with commas between, at most ${most}.`);

/** The ids in a field that takes several, separated by commas or spaces. */
export function splitList(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

const DeployFields = z.object({
  /** Made by the browser when the form opens: sending the form twice starts one deploy. */
  requestId: z.uuid("Reload the page and try again."),
  /** The time that the names made by the console carry; set when the review opens, so that it shows what is sent. */
  stampedAt: z.iso.datetime("Open the review again."),
  source: z.enum(DEPLOY_SOURCES),
  bundledModel: z.string().trim(),
  hubModelId: z.string().trim(),
  hubRevision: z.string().trim().max(255, "Use at most 255 characters."),
  modelDataUrl: z.string().trim(),
  endpointName: z.union([z.literal(""), ResourceName]),
  task: z.string().trim().max(64, "Use at most 64 characters."),
  image: z
    .string()
    .trim()
    .min(1, "Choose a container.")
    .max(255, "SageMaker takes at most 255 characters.")
    .regex(/^\S+\/\S+[:@]\S+$/, "Write the whole image address with its tag."),
  instanceType: z
    .string()
    .min(1, "Choose an instance type.")
    .regex(/^ml\.[a-z0-9-]+\.[a-z0-9-]+$/, "Instance types look like ml.m5.xlarge."),
  instanceCount: z.coerce
    .number<number | string>("Enter a number.")
    .int("Enter a whole number.")
    .min(1, "At least one instance.")
    .max(1000, "At most 1,000 instances."),
  initialWeight: z.coerce
    .number<number | string>("Enter a number.")
    .min(0, "Zero or more.")
    .max(1_000_000, "At most 1,000,000."),
  variantName: ResourceName,
  tags: z.array(TagRow).max(50, "AWS takes at most 50 tags."),
  environment: z.array(EnvironmentRow).max(90, "SageMaker takes at most 100 variables, the console's own included."),
  hubTokenFrom: z.enum(["none", "workspace", "typed"]),
  hubToken: z.string().trim().max(1024, "SageMaker takes at most 1,024 characters.").refine(isNoMask, MASKED),
  executionRoleArn: z
    .string()
    .trim()
    .min(1, "Choose the role that SageMaker takes on to read the model.")
    .max(2048, "Use at most 2,048 characters.")
    .regex(ROLE_ARN, "Write a role's ARN: arn:aws:iam::123456789012:role/name."),
  volumeSizeGb: optionalInt(1, 512, "GB"),
  startupTimeoutSeconds: optionalInt(60, 3600, "seconds"),
  downloadTimeoutSeconds: optionalInt(60, 3600, "seconds"),
  subnets: idList("subnet", 16),
  securityGroups: idList("sg", 5),
  networkIsolation: z.boolean(),
  dataCaptureUri: z.union([z.literal(""), S3Uri]),
  dataCapturePercent: optionalInt(1, 100, "percent"),
  kmsKeyId: z
    .string()
    .trim()
    .max(2048, "Use at most 2,048 characters.")
    .regex(/^[a-zA-Z0-9:/_-]*$/, "Write a key's id, alias or ARN."),
});

/** Everything that a real-time deploy asks for. */
export const DeployInput = DeployFields.superRefine((input, context) => {
  const say = (path: string | (string | number)[], message: string) =>
    context.addIssue({ code: "custom", path: [path].flat(), message });

  if (input.source === "bundled" && !input.bundledModel) say("bundledModel", "Choose a model.");
  if (input.source === "hub" && !isHubId(input.hubModelId)) {
    say("hubModelId", input.hubModelId ? "Write a Hub id: owner/model." : "Write the model's Hub id.");
  }
  if (input.source === "s3") {
    const uri = S3Uri.safeParse(input.modelDataUrl);
    if (!uri.success)
      say(
        "modelDataUrl",
        input.modelDataUrl ? (uri.error.issues[0]?.message ?? "") : "Write the archive's S3 address.",
      );
  }
  if (input.hubTokenFrom === "typed" && !input.hubToken) say("hubToken", "Type the token, or choose another way.");
  if (input.networkIsolation && input.source === "hub") {
    say("networkIsolation", "A container without network cannot read the Hub. Deploy from S3, or switch this off.");
  }
  if (Boolean(input.subnets) !== Boolean(input.securityGroups)) {
    say(input.subnets ? "securityGroups" : "subnets", "A VPC needs both subnets and security groups.");
  }
  if (input.dataCapturePercent && !input.dataCaptureUri) say("dataCaptureUri", "Say where captured requests go.");
  for (const index of repeats(input.environment.map((row) => row.name))) {
    say(["environment", index, "name"], "This variable is already above.");
  }
  for (const index of repeats(input.tags.map((row) => row.key)))
    say(["tags", index, "key"], "This key is already above.");
});
export type DeployInput = z.output<typeof DeployInput>;
/** What the form holds: numbers may still be text. */
export type DeployFormValues = z.input<typeof DeployInput>;

function repeats(names: string[]): number[] {
  return names.flatMap((name, index) => (names.indexOf(name) < index ? [index] : []));
}
