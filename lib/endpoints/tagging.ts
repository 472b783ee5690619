import "server-only";
import { toAppError } from "@/lib/aws/errors";
import { addTags, deleteTags } from "@/lib/aws/sagemaker/change-tags";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import type { Problem } from "@/lib/errors";
import type { Workspace } from "@/lib/workspaces/view";

import { inPool } from "./pool";
import type { ChangeTagsInput } from "./schema";

const WIDTH = 4;

/** Puts tags on endpoints and takes others off; says of each that could not be changed why. */
export async function changeTags(
  workspace: Workspace,
  { names, add, remove }: ChangeTagsInput,
): Promise<{ name: string; problem: Problem }[]> {
  const results = await inPool(names, WIDTH, async (name) => {
    try {
      const { arn } = await describeEndpoint(workspace, name);
      if (remove.length > 0) await deleteTags(workspace, arn, remove);
      if (add.length > 0) await addTags(workspace, arn, add);
      return null;
    } catch (cause) {
      return { name, problem: toAppError(cause).problem };
    }
  });
  return results.filter((result) => result !== null);
}
