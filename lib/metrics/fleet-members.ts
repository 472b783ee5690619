import "server-only";
import type { AwsTarget } from "@/lib/aws/client";
import { describeEndpointConfig } from "@/lib/aws/sagemaker/endpoint-configs";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { inPool } from "@/lib/endpoints/pool";
import { orNull } from "@/lib/endpoints/service";
import type { EndpointSummary } from "@/lib/endpoints/view";

import type { FleetMember } from "./plan-fleet";
import { isSampleTraffic } from "./sample-traffic";

const WIDTH = 10;
/** A few workspaces of two thousand endpoints each. */
const MAX_REMEMBERED = 10_000;

/** With whether its traffic was made up, which an emulator says when it makes the endpoint. */
type Member = FleetMember & { isSample: boolean };
type Remembered = { updatedAt: string | null; member: Member };
const remembered = new Map<string, Remembered>();

/**
 * What decides which metrics each endpoint has, by its name and in the order given; those that are gone are left out.
 * It changes only when SageMaker changes the endpoint, and the list says when that was: who has not changed since it was
 * last described is not described again, so that a refresh over hundreds of endpoints costs no call for each.
 */
export async function readFleetMembers(target: AwsTarget, endpoints: readonly EndpointSummary[]): Promise<Member[]> {
  const members = await inPool(endpoints, WIDTH, async (endpoint) => {
    const { id, region, endpointUrl, roleArn } = target;
    const key = JSON.stringify([id, region, endpointUrl, roleArn, endpoint.arn, endpoint.createdAt]);
    const known = remembered.get(key);
    if (known && known.updatedAt === endpoint.updatedAt) return known.member;
    const described = await orNull(describeMember(target, endpoint));
    if (!described) return null;
    // While it changes, the time of its last change says nothing.
    if (endpoint.status === "InService" && described.isSettled)
      remember(key, { updatedAt: endpoint.updatedAt, member: described.member });
    return described.member;
  });
  return members.filter((member) => member !== null);
}

async function describeMember(target: AwsTarget, { name, arn }: EndpointSummary) {
  const [endpoint, isSample] = await Promise.all([describeEndpoint(target, name), isSampleTraffic(target, { arn })]);
  const config = endpoint.configName ? await orNull(describeEndpointConfig(target, endpoint.configName)) : null;
  const variants = [...endpoint.variants, ...(config?.variants ?? [])].map((variant) => variant.name);
  return {
    member: {
      name,
      mode: config?.mode ?? "real-time",
      variants: [...new Set(variants)],
      metricFrequencySeconds: config?.metricFrequencySeconds ?? 60,
      isSample,
    } satisfies Member,
    isSettled: endpoint.status === "InService",
  };
}

function remember(key: string, value: Remembered): void {
  remembered.delete(key); // so that the newest is last
  remembered.set(key, value);
  if (remembered.size > MAX_REMEMBERED) remembered.delete(remembered.keys().next().value ?? "");
}
