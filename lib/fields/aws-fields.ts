import { z } from "zod";

import { MASK } from "@/lib/secrets/mask";

/** Fields that several forms ask for; the rules are those of SageMaker's service model, the messages for the person typing. */

export const ResourceName = z
  .string()
  .trim()
  .min(1, "Give it a name.")
  .max(63, "Use at most 63 characters.")
  .regex(/^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/, "Use letters, digits and hyphens; begin and end with a letter or digit.");

/** The address of an object, or of everything that begins like it; `example` is what the message shows. */
export const s3Uri = (example: string) =>
  z
    .string()
    .trim()
    .max(1024, "Use at most 1,024 characters.")
    .regex(/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/\S+$/, `Write it as ${example}.`);

/** The address of a folder or an object; a whole bucket is `s3://bucket/`. */
export const s3FolderUri = (example: string) =>
  z
    .string()
    .trim()
    .max(1024, "Use at most 1,024 characters.")
    .regex(/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/\S*$/, `Write it as ${example}.`);

/** The pattern of RoleArn in SageMaker's service model, over the whole string. */
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-_/]+$/;

/** `purpose`: what SageMaker needs the role for. */
export const roleArn = (purpose: string) =>
  z
    .string()
    .trim()
    .min(1, `Choose the role that SageMaker takes on ${purpose}.`)
    .max(2048, "Use at most 2,048 characters.")
    .regex(ROLE_ARN, "Write a role's ARN: arn:aws:iam::123456789012:role/name.");

export const ImageUri = z
  .string()
  .trim()
  .min(1, "Choose a container.")
  .max(255, "SageMaker takes at most 255 characters.")
  .regex(/^\S+\/\S+[:@]\S+$/, "Write the whole image address with its tag.");

export const InstanceTypeName = z
  .string()
  .min(1, "Choose an instance type.")
  .regex(/^ml\.[a-z0-9-]+\.[a-z0-9-]+$/, "Instance types look like ml.m5.xlarge.");

export const instanceCount = (most: number) =>
  z.coerce
    .number<number | string>("Enter a number.")
    .int("Enter a whole number.")
    .min(1, "At least one instance.")
    .max(most, `At most ${most.toLocaleString("en-US")} instances.`);

export const KmsKey = z
  .string()
  .trim()
  .max(2048, "Use at most 2,048 characters.")
  .regex(/^[a-zA-Z0-9:/_-]*$/, "Write a key's id, alias or ARN.");

const MASKED = "This is what the console shows instead of a secret. Type the secret itself.";
/** Refuses the mask that the console shows in place of secrets. */
export const notMasked = [(text: string) => !text.includes(MASK), MASKED] as const;

/** A variable for the container; `isOurs` names those that the console sets itself. */
export const environmentRow = (isOurs: (name: string) => boolean, longest: number) =>
  z.object({
    name: z
      .string()
      .trim()
      .min(1, "Give it a name.")
      .max(longest, `Use at most ${longest.toLocaleString("en-US")} characters.`)
      .regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/, "Use letters, digits and underscores; do not begin with a digit.")
      .refine((name) => !isOurs(name), "The console sets this one itself."),
    value: z
      .string()
      .max(longest, `SageMaker takes at most ${longest.toLocaleString("en-US")} characters.`)
      .refine(...notMasked),
  });

const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

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

export const TagRows = z.array(TagRow).max(50, "AWS takes at most 50 tags.");

/** An optional whole number typed into a field; empty means AWS's default. */
export const optionalInt = (min: number, max: number, unit: string) =>
  z
    .string()
    .trim()
    .refine(
      (text) => text === "" || (/^\d+$/.test(text) && Number(text) >= min && Number(text) <= max),
      `Enter a whole number from ${min} to ${max.toLocaleString("en-US")} ${unit}, or leave it empty.`,
    );

export const idList = (prefix: string, most: number) =>
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

/** The places of names that stand in a list before already. */
export function repeats(names: string[]): number[] {
  return names.flatMap((name, index) => (names.indexOf(name) < index ? [index] : []));
}
