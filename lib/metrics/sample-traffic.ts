import "server-only";
import { listTags } from "@/lib/aws/sagemaker/tags";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import type { Workspace } from "@/lib/workspaces/view";

/** What the emulator's scenario tags an endpoint with whose traffic it made up. */
const SAMPLE_TAG = "sample-traffic";

/** True when an endpoint's traffic was made up. AWS is not asked: only an emulator makes traffic up. */
export async function isSampleTraffic(workspace: Workspace, { arn }: Pick<EndpointDetail, "arn">): Promise<boolean> {
  if (!workspace.isEmulator && workspace.endpointUrl === null) return false;
  const tags = await listTags(workspace, arn).catch(() => []);
  return tags.some(({ key }) => key === SAMPLE_TAG);
}
