import { actionsOf } from "./actions.ts";
import { type UsedCommand, usedCommands } from "./used-commands.ts";

type Statement = { Sid: string; Effect: "Allow"; Action: string[]; Resource: string; Condition?: unknown };
type Policy = { Version: "2012-10-17"; Statement: Statement[] };

/** Creating a model hands the execution role to SageMaker: that needs a permission of its own, narrowed to SageMaker. */
const PASS_ROLE: Statement = {
  Sid: "PassExecutionRole",
  Effect: "Allow",
  Action: ["iam:PassRole"],
  Resource: "arn:aws:iam::*:role/*",
  Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
};

/** The least policy for a set of commands: one statement for each service, actions in order. */
export function policyFor(commands: UsedCommand[]): Policy {
  const byService = new Map<string, Set<string>>();
  for (const action of commands.flatMap(actionsOf)) {
    const service = action.split(":")[0] ?? "";
    byService.set(service, (byService.get(service) ?? new Set()).add(action));
  }
  const statements = [...byService]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([service, actions]): Statement => {
      return { Sid: sid(service), Effect: "Allow", Action: [...actions].sort(), Resource: "*" };
    });
  const isDeploying = commands.some(({ command }) => command === "CreateModel");
  return { Version: "2012-10-17", Statement: isDeploying ? [...statements, PASS_ROLE] : statements };
}

/** The policy of the console as it stands, as the text of docs/iam-policy.json. */
export function consolePolicyText(root: string): string {
  return `${JSON.stringify(policyFor(usedCommands(`${root}/lib/aws`)), null, 2)}\n`;
}

function sid(service: string): string {
  return service.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
}
