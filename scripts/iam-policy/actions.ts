import type { UsedCommand } from "./used-commands.ts";

/** IAM's service prefix where an action carries the command's own name. */
const SAME_NAME: Record<string, string> = {
  "client-sagemaker": "sagemaker",
  "client-sagemaker-runtime": "sagemaker",
  "client-application-auto-scaling": "application-autoscaling",
  "client-cloudwatch": "cloudwatch",
  "client-cloudwatch-logs": "logs",
  "client-iam": "iam",
  "client-sts": "sts",
  "client-ecr": "ecr",
  "client-service-quotas": "servicequotas",
  "client-sns": "sns",
  "client-pricing": "pricing",
};

/**
 * Commands whose IAM action has another name, or several.
 * Source: "Actions, resources, and condition keys" of the Service Authorization Reference, and
 * "Required permissions for Amazon S3 API operations" of the S3 user guide.
 */
const OTHER_NAME: Record<string, string[]> = {
  // SageMaker deregisters what scales the endpoint in the caller's name, and refuses the deletion otherwise: "the IAM
  // identity used to invoke DeleteEndpoint does not have application-autoscaling:DeregisterScalableTarget permission".
  "client-sagemaker/DeleteEndpoint": ["sagemaker:DeleteEndpoint", "application-autoscaling:DeregisterScalableTarget"],
  "client-sagemaker-runtime/InvokeEndpointWithResponseStream": ["sagemaker:InvokeEndpointWithResponseStream"],
  "client-sagemaker-runtime/InvokeEndpointAsync": ["sagemaker:InvokeEndpointAsync"],
  "client-s3/PutObject": ["s3:PutObject"],
  "client-s3/GetObject": ["s3:GetObject"],
  "client-s3/HeadObject": ["s3:GetObject"],
  "client-s3/DeleteObject": ["s3:DeleteObject"],
  "client-s3/DeleteObjects": ["s3:DeleteObject"],
  "client-s3/CopyObject": ["s3:GetObject", "s3:PutObject"],
  "client-s3/ListObjectsV2": ["s3:ListBucket"],
  "client-s3/HeadBucket": ["s3:ListBucket"],
  "client-s3/ListBuckets": ["s3:ListAllMyBuckets"],
  "client-s3/CreateBucket": ["s3:CreateBucket"],
  "client-s3/GetBucketLocation": ["s3:GetBucketLocation"],
  "client-s3/CreateMultipartUpload": ["s3:PutObject"],
  "client-s3/UploadPart": ["s3:PutObject"],
  "client-s3/CompleteMultipartUpload": ["s3:PutObject"],
  "client-s3/AbortMultipartUpload": ["s3:AbortMultipartUpload"],
  "client-s3/ListMultipartUploads": ["s3:ListBucketMultipartUploads"],
  "client-s3/ListParts": ["s3:ListMultipartUploadParts"],
};

/** Calls that IAM never refuses: they need no permission. */
const NEEDS_NONE = new Set(["client-sts/GetCallerIdentity"]);

/** The IAM actions that a command needs; throws for a command whose actions are not known here. */
export function actionsOf({ client, command }: UsedCommand): string[] {
  const key = `${client}/${command}`;
  if (NEEDS_NONE.has(key)) return [];
  const other = OTHER_NAME[key];
  if (other) return other;
  const prefix = SAME_NAME[client];
  if (!prefix) throw new Error(`scripts/iam-policy/actions.ts does not know the IAM action of ${key}. Add it.`);
  return [`${prefix}:${command}`];
}
