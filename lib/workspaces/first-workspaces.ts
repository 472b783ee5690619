import "server-only";
import { env } from "@/lib/env";

import { insertWorkspace, listWorkspaces } from "./service";

/** The emulator's account, the one that AWS's documentation uses. */
const EMULATOR = { region: "us-east-1", account: "111122223333" };

/** Makes sure that there is somewhere to work: `local` on the emulator, or `aws` on the SDK's own credentials. */
export async function createFirstWorkspaces(): Promise<void> {
  if (env().EMULATOR_URL) {
    await insertWorkspace({
      id: "local",
      label: "Local emulator",
      region: EMULATOR.region,
      is_emulator: 1,
      endpoint_url: null,
      role_arn: null,
      execution_role_arn: `arn:aws:iam::${EMULATOR.account}:role/SageMakerExecutionRole`,
      bucket: `sagemaker-${EMULATOR.region}-${EMULATOR.account}`,
    });
    return;
  }
  if ((await listWorkspaces()).length > 0) return;
  await insertWorkspace({
    id: "aws",
    label: "AWS",
    region: env().AWS_REGION,
    is_emulator: 0,
    endpoint_url: null,
    role_arn: null,
    execution_role_arn: null,
    bucket: null,
  });
}
