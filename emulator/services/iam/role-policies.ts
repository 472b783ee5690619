import type { EmulatorContext } from "../../context.ts";
import type { Operations } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";
import { readStatements } from "./policy-document.ts";
import { existingRole, missing, saveRole } from "./role.ts";

type OfRole = { RoleName?: string };
type Inline = OfRole & { PolicyName?: string; PolicyDocument?: string };
type Attached = OfRole & { PolicyArn?: string };

/** A role's inline and attached policies. */
export function rolePolicyOperations(context: EmulatorContext): Operations {
  return {
    ListRolePolicies: ({ RoleName }: OfRole) => ({
      PolicyNames: Object.keys(existingRole(context, RoleName).inlinePolicies).sort(),
      IsTruncated: false,
    }),

    ListAttachedRolePolicies: ({ RoleName }: OfRole) => ({
      AttachedPolicies: existingRole(context, RoleName).attachedPolicies,
      IsTruncated: false,
    }),

    GetRolePolicy: ({ RoleName, PolicyName = "" }: Inline) => {
      const document = existingRole(context, RoleName).inlinePolicies[PolicyName];
      if (document === undefined) throw noSuchPolicy(PolicyName);
      return { RoleName, PolicyName, PolicyDocument: encodeURIComponent(document) };
    },

    PutRolePolicy: ({ RoleName, PolicyName, PolicyDocument }: Inline) => {
      const role = existingRole(context, RoleName);
      if (!PolicyName) throw missing("policyName");
      if (!PolicyDocument) throw missing("policyDocument");
      readStatements(PolicyDocument);
      saveRole(context, { ...role, inlinePolicies: { ...role.inlinePolicies, [PolicyName]: PolicyDocument } });
    },

    DeleteRolePolicy: ({ RoleName, PolicyName = "" }: Inline) => {
      const role = existingRole(context, RoleName);
      const { [PolicyName]: gone, ...inlinePolicies } = role.inlinePolicies;
      if (gone === undefined) throw noSuchPolicy(PolicyName);
      saveRole(context, { ...role, inlinePolicies });
    },

    AttachRolePolicy: ({ RoleName, PolicyArn }: Attached) => {
      const role = existingRole(context, RoleName);
      if (!PolicyArn) throw missing("policyArn");
      const others = role.attachedPolicies.filter((policy) => policy.PolicyArn !== PolicyArn);
      const PolicyName = PolicyArn.split("/").at(-1) ?? PolicyArn;
      saveRole(context, { ...role, attachedPolicies: [...others, { PolicyName, PolicyArn }] });
    },

    DetachRolePolicy: ({ RoleName, PolicyArn }: Attached) => {
      const role = existingRole(context, RoleName);
      const attachedPolicies = role.attachedPolicies.filter((policy) => policy.PolicyArn !== PolicyArn);
      if (attachedPolicies.length === role.attachedPolicies.length) {
        throw new Fault("NoSuchEntity", `Policy ${PolicyArn ?? ""} was not found.`, 404);
      }
      saveRole(context, { ...role, attachedPolicies });
    },
  };
}

const noSuchPolicy = (name: string) =>
  new Fault("NoSuchEntity", `The role policy with name ${name} cannot be found.`, 404);
