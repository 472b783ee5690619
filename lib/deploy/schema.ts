import { z } from "zod";

import { HOST_AMIS } from "@/catalog/containers/host-ami";
import {
  environmentRow,
  ImageUri,
  InstanceTypeName,
  idList,
  instanceCount,
  KmsKey,
  notMasked,
  optionalInt,
  ResourceName,
  repeats,
  roleArn,
  s3Uri,
  TagRows,
} from "@/lib/fields/aws-fields";
import { isHubId } from "@/lib/hub/schema";
import { MAX_SCRIPT_LENGTH } from "@/lib/own-code/limits";
import { runsOwnCode } from "@/lib/own-code/runs-own-code";
import { checkMode, ModeFields } from "./mode-fields";

const S3Uri = s3Uri("s3://bucket/path/model.tar.gz");
const SAGEMAKER_OWN = /^SAGEMAKER_(PROGRAM|SUBMIT_DIRECTORY|REGION)$/;

/** `none`: the code of one's own brings what it needs. */
export const DEPLOY_SOURCES = ["bundled", "hub", "s3", "none"] as const;
export type DeploySourceKind = (typeof DEPLOY_SOURCES)[number];

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
  /** An inference.py of one's own is packed into the model's archive. */
  ownCode: z.boolean(),
  inferencePy: z.string().max(MAX_SCRIPT_LENGTH, "A script may have 512 KiB here."),
  requirementsTxt: z.string().max(MAX_SCRIPT_LENGTH, "The file may have 512 KiB."),
  /** Where the code was uploaded to as a tar.gz; empty until the deploy begins. */
  codeUri: z.union([z.literal(""), s3Uri("s3://bucket/path/code.tar.gz")]),
  endpointName: z.union([z.literal(""), ResourceName]),
  task: z.string().trim().max(64, "Use at most 64 characters."),
  image: ImageUri,
  instanceType: InstanceTypeName,
  instanceCount: instanceCount(1000),
  initialWeight: z.coerce
    .number<number | string>("Enter a number.")
    .min(0, "Zero or more.")
    .max(1_000_000, "At most 1,000,000."),
  variantName: ResourceName,
  tags: TagRows,
  environment: z
    .array(environmentRow((name) => SAGEMAKER_OWN.test(name), 1024))
    .max(90, "SageMaker takes at most 100 variables, the console's own included."),
  hubTokenFrom: z.enum(["none", "workspace", "typed"]),
  hubToken: z
    .string()
    .trim()
    .max(1024, "SageMaker takes at most 1,024 characters.")
    .refine(...notMasked),
  executionRoleArn: roleArn("to read the model"),
  volumeSizeGb: optionalInt(1, 512, "GB"),
  startupTimeoutSeconds: optionalInt(60, 3600, "seconds"),
  downloadTimeoutSeconds: optionalInt(60, 3600, "seconds"),
  /** The host image of the instances; empty: SageMaker's default. */
  inferenceAmiVersion: z
    .string()
    .refine(
      (name) => name === "" || HOST_AMIS.some((known) => known === name),
      "Choose one of SageMaker's host images.",
    ),
  subnets: idList("subnet", 16),
  securityGroups: idList("sg", 5),
  networkIsolation: z.boolean(),
  dataCaptureUri: z.union([z.literal(""), S3Uri]),
  dataCapturePercent: optionalInt(1, 100, "percent"),
  kmsKeyId: KmsKey,
  /** The alarms that an endpoint of its kind should have are made with it. */
  usualAlarms: z.boolean(),
  ...ModeFields,
});

/** Everything that a deploy asks for. */
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
  if (input.source === "none" && !input.ownCode)
    say("ownCode", "Without a model the container needs code of your own.");
  if (input.ownCode) {
    if (!input.codeUri && !input.inferencePy.trim()) say("inferencePy", "Write the script, or upload one.");
    if (!runsOwnCode(input.image)) {
      say("image", "This image ignores inference code of your own: only those of the inference toolkit run it.");
    }
  }
  if (input.hubTokenFrom === "typed" && !input.hubToken) say("hubToken", "Type the token, or choose another way.");
  if (input.networkIsolation && input.source === "hub") {
    say("networkIsolation", "A container without network cannot read the Hub. Deploy from S3, or switch this off.");
  }
  checkMode(input, say);
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
