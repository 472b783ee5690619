import type { EmulatorContext } from "../../context.ts";
import { findRole, type Role, roleArn, saveRole, uniqueId } from "./role.ts";

const SEEDED = "SageMakerExecutionRole";

/** The role that SageMaker runs as, so that a first deploy needs no preparation. */
export function seedRoles(context: EmulatorContext): void {
  if (findRole(context, SEEDED)) return;
  const role: Role = {
    name: SEEDED,
    path: "/",
    id: uniqueId("AROA"),
    arn: roleArn("/", SEEDED),
    createdAt: context.clock.now(),
    trustPolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "sagemaker.amazonaws.com" }, Action: "sts:AssumeRole" }],
    }),
    description: "Execution role of the emulator's account",
    maxSessionSeconds: 3600,
    tags: [],
    inlinePolicies: {},
    attachedPolicies: [
      { PolicyName: "AmazonSageMakerFullAccess", PolicyArn: "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess" },
    ],
  };
  saveRole(context, role);
}
