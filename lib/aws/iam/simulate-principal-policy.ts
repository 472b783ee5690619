import "server-only";
import { type ContextEntry, SimulatePrincipalPolicyCommand } from "@aws-sdk/client-iam";

import { type AwsTarget, iamClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

export type Simulation = {
  /** ARN of a role or user. */
  principal: string;
  action: string;
  resource: string;
  context?: ContextEntry[];
};

/** Whether IAM would allow a principal an action by the policies that are attached to it; bucket policies do not count. */
export function isAllowed(target: AwsTarget, simulation: Simulation): Promise<boolean> {
  return cachedRead(target, "SimulatePrincipalPolicy", simulation, 60_000, async () => {
    const { principal, action, resource, context } = simulation;
    try {
      const out = await iamClient(target).send(
        new SimulatePrincipalPolicyCommand({
          PolicySourceArn: principal,
          ActionNames: [action],
          ResourceArns: [resource],
          ContextEntries: context,
        }),
      );
      return (out.EvaluationResults ?? []).every(({ EvalDecision }) => EvalDecision === "allowed");
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}
