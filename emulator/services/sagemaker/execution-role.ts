import { ACCOUNT_ID, type EmulatorContext } from "../../context.ts";
import { validation } from "../../protocol/fault.ts";
import { findRole } from "../iam/role.ts";

/** SageMaker assumes the role before it keeps anything; the emulator looks whether the role is there. */
export function checkExecutionRole(context: EmulatorContext, roleArn: string): void {
  const [, , , , account, path = ""] = roleArn.split(":");
  if (account !== ACCOUNT_ID) throw validation("Cross-account pass role is not allowed.");
  const role = findRole(context, path.split("/").at(-1) ?? "");
  if (role?.arn === roleArn) return;
  throw validation(
    `Could not assume role ${roleArn}. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.`,
  );
}
