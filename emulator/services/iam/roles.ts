import type { EmulatorContext } from "../../context.ts";
import type { Operations } from "../../protocol/aws-request.ts";
import { Fault, validation } from "../../protocol/fault.ts";
import { readStatements } from "./policy-document.ts";
import {
  describeRole,
  existingRole,
  findRole,
  IAM_REGION,
  missing,
  ROLE_KIND,
  type Role,
  roleArn,
  saveRole,
  uniqueId,
} from "./role.ts";

const DEFAULT_PAGE = 100;
const MAX_PAGE = 1000;

type RoleName = { RoleName?: string };
type ListRoles = { PathPrefix?: string; Marker?: string; MaxItems?: number };
type CreateRole = RoleName & {
  Path?: string;
  AssumeRolePolicyDocument?: string;
  Description?: string;
  MaxSessionDuration?: string;
  Tags?: Role["tags"];
};

/** Reading, making and removing roles. */
export function roleOperations(context: EmulatorContext): Operations {
  function listRoles({ PathPrefix = "/", Marker, MaxItems }: ListRoles) {
    const limit = Math.min(MaxItems ?? DEFAULT_PAGE, MAX_PAGE);
    const after = Marker === undefined ? "" : Buffer.from(Marker, "base64url").toString("utf8");
    const left = context.records
      .list<Role>(ROLE_KIND, IAM_REGION)
      .filter((role) => role.path.startsWith(PathPrefix) && role.name > after);
    const page = left.slice(0, limit);
    const isTruncated = left.length > page.length;
    return {
      Roles: page.map(describeRole),
      IsTruncated: isTruncated,
      Marker: isTruncated ? Buffer.from(page.at(-1)?.name ?? "").toString("base64url") : undefined,
    };
  }

  function getRole({ RoleName }: RoleName) {
    const role = existingRole(context, RoleName);
    return { Role: { ...describeRole(role), Tags: role.tags, RoleLastUsed: {} } };
  }

  function createRole(input: CreateRole) {
    const { RoleName: name, Path: path = "/", AssumeRolePolicyDocument: trustPolicy } = input;
    if (!name) throw missing("roleName");
    if (!trustPolicy) throw missing("assumeRolePolicyDocument");
    if (!/^[\w+=,.@-]{1,64}$/.test(name)) {
      throw validation(
        "The specified value for roleName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-",
      );
    }
    if (!/^\/([\x21-\x7e]+\/)?$/.test(path)) {
      throw validation(
        "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.",
      );
    }
    readStatements(trustPolicy);
    if (findRole(context, name)) throw new Fault("EntityAlreadyExists", `Role with name ${name} already exists.`, 409);
    const role: Role = {
      name,
      path,
      id: uniqueId("AROA"),
      arn: roleArn(path, name),
      createdAt: context.clock.now(),
      trustPolicy,
      description: input.Description ?? null,
      maxSessionSeconds: Number(input.MaxSessionDuration ?? 3600),
      tags: input.Tags ?? [],
      inlinePolicies: {},
      attachedPolicies: [],
    };
    saveRole(context, role);
    return { Role: describeRole(role) };
  }

  function updateAssumeRolePolicy({ RoleName, PolicyDocument }: RoleName & { PolicyDocument?: string }) {
    const role = existingRole(context, RoleName);
    if (!PolicyDocument) throw missing("policyDocument");
    readStatements(PolicyDocument);
    saveRole(context, { ...role, trustPolicy: PolicyDocument });
  }

  function deleteRole({ RoleName }: RoleName) {
    const role = existingRole(context, RoleName);
    if (role.attachedPolicies.length > 0) throw conflict("Cannot delete entity, must detach all policies first.");
    if (Object.keys(role.inlinePolicies).length > 0)
      throw conflict("Cannot delete entity, must delete policies first.");
    context.records.delete(ROLE_KIND, IAM_REGION, role.name);
  }

  return {
    ListRoles: listRoles,
    GetRole: getRole,
    CreateRole: createRole,
    UpdateAssumeRolePolicy: updateAssumeRolePolicy,
    DeleteRole: deleteRole,
  };
}

const conflict = (message: string) => new Fault("DeleteConflict", message, 409);
