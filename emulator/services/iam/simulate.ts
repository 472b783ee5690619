import type { EmulatorContext } from "../../context.ts";
import type { Operations } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";
import { managedStatements } from "./managed-policies.ts";
import { decide, readStatements, type Statement } from "./policy-document.ts";
import { existingRole, missing } from "./role.ts";

type Simulate = { PolicySourceArn?: string; ActionNames?: string[]; ResourceArns?: string[] };

/** SimulatePrincipalPolicy: by the role's policies; the account's users may do everything. */
export function simulationOperations(context: EmulatorContext): Operations {
  function simulatePrincipalPolicy({ PolicySourceArn, ActionNames = [], ResourceArns = ["*"] }: Simulate) {
    if (!PolicySourceArn) throw missing("policySourceArn");
    if (ActionNames.length === 0) throw missing("actionNames");
    const statements = statementsOf(PolicySourceArn);
    return {
      EvaluationResults: ActionNames.flatMap((action) =>
        ResourceArns.map((resource) => ({
          EvalActionName: action,
          EvalResourceName: resource,
          EvalDecision: decide(statements, action, resource),
          MatchedStatements: [],
          MissingContextValues: [],
        })),
      ),
      IsTruncated: false,
    };
  }

  function statementsOf(arn: string): Statement[] {
    const [, kind, path = ""] = /^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/(.+)$/.exec(arn) ?? [];
    if (kind === "user") return [{ Effect: "Allow", Action: "*", Resource: "*" }];
    if (kind !== "role")
      throw new Fault("InvalidInput", `Invalid Entity Arn: ${arn} does not clearly define entity type and name.`);
    const role = existingRole(context, path.split("/").at(-1));
    return [
      ...Object.values(role.inlinePolicies).flatMap(readStatements),
      ...role.attachedPolicies.flatMap((policy) => managedStatements(policy.PolicyArn)),
    ];
  }

  return { SimulatePrincipalPolicy: simulatePrincipalPolicy };
}
