import "server-only";
import { type ScalingRequests, scalingRequests } from "@/lib/aws/application-auto-scaling/scaling-requests";
import { alarmRequests } from "@/lib/aws/cloudwatch/alarm-requests";
import { cachedRead } from "@/lib/aws/read-cache";
import { creationRequests } from "@/lib/aws/sagemaker/creation-requests";
import { AppError } from "@/lib/errors";
import { componentResource, variantResource } from "@/lib/scaling/target-view";
import type { Workspace } from "@/lib/workspaces/view";

import { componentsIn } from "./components-in";
import { inOrder } from "./in-order";
import { maskCalls } from "./mask";
import type { AwsCall, EndpointCodeView, EndpointSpecification, Unread } from "./view";

/** All of an endpoint is a dozen calls: people who look at the same one share them. */
const CODE_TTL_MS = 15_000;
const NO_SCALING: ScalingRequests = { targets: [], policies: [], schedules: [] };

/**
 * An endpoint as it is now with its scaling and alarms, secrets included: for the server alone, to be sealed where it is
 * kept. Throws when a part cannot be read, because what is missing could not be made again.
 */
export async function readSpecification(workspace: Workspace, endpoint: string): Promise<EndpointSpecification> {
  const created = await creationRequests(workspace, endpoint);
  const scaling = await scalingRequests(workspace, resourceIds(endpoint, created));
  const alarms = await alarmRequests(workspace, watched(endpoint, created), policyArns(scaling));
  return { endpoint, calls: inOrder(withoutScaledCounts(created, scaling), scaling, alarms) };
}

/** The same for people: masked, and with a word on what could not be read instead of a failure. */
export function readEndpointCode(workspace: Workspace, endpoint: string): Promise<EndpointCodeView> {
  return cachedRead(workspace, "EndpointCode", endpoint, CODE_TTL_MS, () => readMasked(workspace, endpoint));
}

async function readMasked(workspace: Workspace, endpoint: string): Promise<EndpointCodeView> {
  const created = await creationRequests(workspace, endpoint);
  const unread: Unread[] = [];
  const orSay = async <T>(what: string, reading: Promise<T>, instead: T): Promise<T> => {
    try {
      return await reading;
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause;
      unread.push({ what, message: cause.message });
      return instead;
    }
  };
  const scaling = await orSay("scaling", scalingRequests(workspace, resourceIds(endpoint, created)), NO_SCALING);
  const alarms = await orSay("alarms", alarmRequests(workspace, watched(endpoint, created), policyArns(scaling)), []);
  return { endpoint, calls: maskCalls(inOrder(withoutScaledCounts(created, scaling), scaling, alarms)), unread };
}

function resourceIds(endpoint: string, created: readonly AwsCall[]): string[] {
  const config = created.find(({ operation }) => operation === "CreateEndpointConfig")?.input;
  const variants = (config?.ProductionVariants ?? []) as { VariantName?: string }[];
  return [
    ...variants.map(({ VariantName }) => variantResource(endpoint, VariantName ?? "")),
    ...componentsIn(created).map(componentResource),
  ];
}

function watched(endpoint: string, created: readonly AwsCall[]): { endpoint: string; components: string[] } {
  return { endpoint, components: componentsIn(created) };
}

function policyArns({ policies }: ScalingRequests): string[] {
  return policies.map(({ arn }) => arn);
}

/** What scales automatically has no count of its own: the one that is there now is the load's. */
function withoutScaledCounts(created: readonly AwsCall[], { targets }: ScalingRequests): AwsCall[] {
  const scaled = new Set(targets.map(({ input }) => input.ResourceId));
  return created.flatMap((call) => {
    if (call.operation !== "UpdateEndpointWeightsAndCapacities") return [call];
    const { EndpointName, DesiredWeightsAndCapacities } = call.input as {
      EndpointName: string;
      DesiredWeightsAndCapacities: { VariantName: string; DesiredWeight?: number; DesiredInstanceCount?: number }[];
    };
    const moved = DesiredWeightsAndCapacities.flatMap(({ DesiredInstanceCount, ...variant }) => {
      const isScaled = scaled.has(variantResource(EndpointName, variant.VariantName));
      const count = isScaled || DesiredInstanceCount === undefined ? {} : { DesiredInstanceCount };
      const change = { ...variant, ...count };
      return Object.keys(change).length > 1 ? [change] : [];
    });
    return moved.length > 0 ? [{ ...call, input: { EndpointName, DesiredWeightsAndCapacities: moved } }] : [];
  });
}
