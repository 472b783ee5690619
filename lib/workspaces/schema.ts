import { z } from "zod";

/** First path segments that the console itself uses. */
const RESERVED = new Set(["api", "sign-in", "sign-out", "_next", "_emulator", "settings", "new", "public", "static"]);

export const WorkspaceId = z
  .string()
  .trim()
  .min(2, "Use at least 2 characters.")
  .max(40, "Use at most 40 characters.")
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "Use lower-case letters, digits and single hyphens, starting with a letter.")
  .refine((id) => !RESERVED.has(id), "This word is taken by the console. Choose another one.");

/** Empty in a form means none. */
const optional = <S extends z.ZodType<string, string>>(schema: S) =>
  z
    .union([z.literal("").transform(() => null), z.null(), schema])
    .optional()
    .transform((value) => value ?? null);

/** IAM's own rule for role ARNs: any partition, a 12-digit account, an optional path. */
const RoleArn = z
  .string()
  .trim()
  .max(2_048, "Use at most 2,048 characters.")
  .regex(
    /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
    "Write a role ARN, for example arn:aws:iam::123456789012:role/SageMakerExecutionRole.",
  );

/** S3's rules for bucket names (General purpose buckets naming rules). */
const BucketName = z
  .string()
  .trim()
  .regex(
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    "Write a bucket name alone: 3 to 63 lower-case letters, digits, . and -.",
  );

const Region = z
  .string()
  .trim()
  .regex(/^[a-z]{2,4}(-[a-z]+)+-\d$/, "Write a region, for example us-east-1.");

const EndpointUrl = z
  .url({ protocol: /^https?$/, error: "Write an address that starts with http:// or https://." })
  .max(500, "Use at most 500 characters.")
  // Every member sees the address, in code to copy too.
  .refine(hasNoCredentials, "Leave name and password out of the address.");

function hasNoCredentials(address: string): boolean {
  if (!URL.canParse(address)) return true; // said already
  const { username, password } = new URL(address);
  return username === "" && password === "";
}

export const SaveWorkspaceInput = z.object({
  id: WorkspaceId,
  label: z.string().trim().min(1, "Give it a label.").max(60, "Use at most 60 characters."),
  region: Region,
  endpointUrl: optional(EndpointUrl),
  roleArn: optional(RoleArn),
});
export type SaveWorkspaceInput = z.output<typeof SaveWorkspaceInput>;

export const WorkspaceInput = z.object({ id: z.string().min(1).max(100) });

export const SaveDefaultsInput = z.object({
  executionRoleArn: optional(RoleArn),
  bucket: optional(BucketName),
});
export type SaveDefaultsInput = z.output<typeof SaveDefaultsInput>;
