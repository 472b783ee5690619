import type { Workspace } from "@/lib/workspaces/view";

import type { RecipeFacts } from "./view";

const EXAMPLE_ACCOUNT = "111122223333";

export type WorkspaceFacts = {
  facts: RecipeFacts /** What stands for something that the workspace does not say. */;
  examples: string[];
};

/** The facts of a workspace, with examples where its defaults are empty. `unique` is a UUID. */
export function workspaceFacts(
  { region, bucket, executionRoleArn }: Pick<Workspace, "region" | "bucket" | "executionRoleArn">,
  now: Date,
  unique: string,
): WorkspaceFacts {
  const account = /^arn:aws[a-z-]*:iam::(\d{12}):/.exec(executionRoleArn ?? "")?.[1];
  return {
    facts: {
      region,
      // The Python SDK's default bucket, where the workspace names none.
      bucket: bucket ?? `sagemaker-${region}-${account ?? EXAMPLE_ACCOUNT}`,
      executionRoleArn: executionRoleArn ?? `arn:aws:iam::${EXAMPLE_ACCOUNT}:role/SageMakerExecutionRole`,
      now,
      unique,
    },
    examples: [...(executionRoleArn ? [] : ["the execution role"]), ...(bucket || account ? [] : ["the bucket"])],
  };
}
