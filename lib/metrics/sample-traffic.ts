import "server-only";
import type { AwsTarget } from "@/lib/aws/client";
import { listTags } from "@/lib/aws/sagemaker/tags";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";

/** What the emulator's scenario tags an endpoint with whose traffic it made up. */
const SAMPLE_TAG = "sample-traffic";

/** True when an endpoint's traffic was made up. AWS is not asked: only an emulator makes traffic up. */
export async function isSampleTraffic(target: AwsTarget, { arn }: Pick<EndpointDetail, "arn">): Promise<boolean> {
  if (!target.isEmulator && target.endpointUrl === null) return false;
  const tags = await listTags(target, arn).catch(() => []);
  return tags.some(({ key }) => key === SAMPLE_TAG);
}
