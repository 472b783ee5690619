import "server-only";
import type { AwsTarget } from "@/lib/aws/client";
import { listTags } from "@/lib/aws/sagemaker/tags";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { inPool } from "@/lib/endpoints/pool";

/** What the emulator's scenario tags an endpoint with whose traffic it made up. */
const SAMPLE_TAG = "sample-traffic";
const WIDTH = 5;

/** True when an endpoint's traffic was made up. AWS is not asked: only an emulator makes traffic up. */
export async function isSampleTraffic(target: AwsTarget, { arn }: Pick<EndpointDetail, "arn">): Promise<boolean> {
  if (!target.isEmulator && target.endpointUrl === null) return false;
  const tags = await listTags(target, arn).catch(() => []);
  return tags.some(({ key }) => key === SAMPLE_TAG);
}

/** The names of those whose traffic was made up. */
export async function namesWithSampleTraffic(
  target: AwsTarget,
  endpoints: readonly Pick<EndpointDetail, "name" | "arn">[],
): Promise<ReadonlySet<string>> {
  const names = await inPool(endpoints, WIDTH, async (endpoint) =>
    (await isSampleTraffic(target, endpoint)) ? endpoint.name : null,
  );
  return new Set(names.filter((name) => name !== null));
}
