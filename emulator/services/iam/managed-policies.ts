import type { Statement } from "./policy-document.ts";

const everything = (action: string | string[], resource: string | string[] = "*"): Statement => ({
  Effect: "Allow",
  Action: action,
  Resource: resource,
});

/**
 * What AWS's managed policies allow, cut down to what this product asks about. AmazonSageMakerFullAccess reaches S3
 * only where "sagemaker" is in the name, as on AWS.
 */
const MANAGED: Record<string, Statement[]> = {
  AdministratorAccess: [everything("*")],
  AmazonSageMakerFullAccess: [
    everything([
      "sagemaker:*",
      "application-autoscaling:*",
      "cloudwatch:*",
      "logs:*",
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:Describe*",
      "ecr:GetAuthorizationToken",
      "ecr:GetDownloadUrlForLayer",
      "iam:GetRole",
      "iam:ListRoles",
      "s3:CreateBucket",
      "s3:GetBucketLocation",
      "s3:ListAllMyBuckets",
      "s3:ListBucket",
    ]),
    everything("s3:*Object", ["arn:aws:s3:::*SageMaker*", "arn:aws:s3:::*Sagemaker*", "arn:aws:s3:::*sagemaker*"]),
    everything("iam:PassRole", "arn:aws:iam::*:role/*AmazonSageMaker*"),
  ],
  AmazonSageMakerReadOnly: [everything(["sagemaker:Describe*", "sagemaker:List*", "cloudwatch:Describe*"])],
  AmazonS3FullAccess: [everything("s3:*")],
  AmazonS3ReadOnlyAccess: [everything(["s3:Get*", "s3:List*", "s3:Describe*"])],
  CloudWatchFullAccess: [everything(["cloudwatch:*", "logs:*"])],
};

/** Statements of an attached policy; nothing for one that the emulator does not know. */
export function managedStatements(policyArn: string): Statement[] {
  return MANAGED[policyArn.split("/").at(-1) ?? ""] ?? [];
}
