import { randomBytes } from "node:crypto";
import { ACCOUNT_ID, type EmulatorContext } from "../../context.ts";
import { Fault } from "../../protocol/fault.ts";

export const ROLE_KIND = "iam-role";
/** IAM has no regions. */
export const IAM_REGION = "global";

export type AttachedPolicy = { PolicyName: string; PolicyArn: string };

/** A role as it is stored; documents are JSON text. */
export type Role = {
  name: string;
  path: string;
  id: string;
  arn: string;
  createdAt: number;
  trustPolicy: string;
  description: string | null;
  maxSessionSeconds: number;
  tags: { Key: string; Value: string }[];
  inlinePolicies: Record<string, string>;
  attachedPolicies: AttachedPolicy[];
};

export const roleArn = (path: string, name: string): string => `arn:aws:iam::${ACCOUNT_ID}:role${path}${name}`;

/** A unique id of AWS's form: a prefix that names the kind, then capitals and digits. */
export function uniqueId(prefix: "AROA" | "ASIA" | "AIDA"): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  return prefix + Array.from(randomBytes(16), (byte) => letters[byte % letters.length]).join("");
}

export function findRole({ records }: EmulatorContext, name: string): Role | undefined {
  return records.get<Role>(ROLE_KIND, IAM_REGION, name);
}

/** The role, or IAM's NoSuchEntity. */
export function existingRole(context: EmulatorContext, name: string | undefined): Role {
  if (!name) throw missing("roleName");
  const role = findRole(context, name);
  if (!role) throw new Fault("NoSuchEntity", `The role with name ${name} cannot be found.`, 404);
  return role;
}

export function saveRole({ records }: EmulatorContext, role: Role): void {
  records.put(ROLE_KIND, IAM_REGION, role.name, role);
}

/** IAM's answer to a member that is required and absent. */
export function missing(member: string): Fault {
  return new Fault(
    "ValidationError",
    `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
  );
}

/** A role the way IAM's answers show it: the trust policy percent-encoded. */
export function describeRole(role: Role) {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: new Date(role.createdAt),
    AssumeRolePolicyDocument: encodeURIComponent(role.trustPolicy),
    Description: role.description ?? undefined,
    MaxSessionDuration: role.maxSessionSeconds,
  };
}
