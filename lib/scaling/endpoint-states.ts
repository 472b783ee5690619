import "server-only";
import { instanceTypeById } from "@/catalog/instance-types/select";
import { getMetricData } from "@/lib/aws/cloudwatch/get-metric-data";
import { describeEndpointConfig } from "@/lib/aws/sagemaker/endpoint-configs";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { hostsComponents } from "@/lib/endpoints/config-view";
import { inPool } from "@/lib/endpoints/pool";
import { orNull } from "@/lib/endpoints/service";
import { AppError } from "@/lib/errors";
import type { Workspace } from "@/lib/workspaces/view";

import { componentStates } from "./component-states";
import type { EndpointState, VariantState } from "./review-view";

const WIDTH = 5;
const DAY_MS = 86_400_000;
const HOUR_SECONDS = 3_600;

/** The named endpoints as they are now: two calls each, and one to CloudWatch for all. At most a page of a table. */
export async function readEndpointStates(workspace: Workspace, names: readonly string[]): Promise<EndpointState[]> {
  const states = await inPool(names, WIDTH, (name) => readState(workspace, name));
  return withCapacity(workspace, states);
}

async function readState(workspace: Workspace, name: string): Promise<EndpointState> {
  const endpoint = await orNull(describeEndpoint(workspace, name));
  const config = endpoint?.configName ? await orNull(describeEndpointConfig(workspace, endpoint.configName)) : null;
  const variants = (endpoint?.variants ?? []).map((variant): VariantState => {
    const planned = config?.variants.find((each) => each.name === variant.name);
    return {
      name: variant.name,
      instanceType: planned?.instanceType ?? null,
      current: variant.currentInstances,
      desired: variant.desiredInstances,
      currentConcurrency: variant.currentConcurrency,
      desiredConcurrency: variant.desiredConcurrency,
      maxConcurrency: planned?.serverless?.maxConcurrency ?? null,
      capacityPerMinute: null,
    };
  });
  return {
    name,
    status: endpoint?.status ?? null,
    mode: config?.mode ?? "real-time",
    components: config && hostsComponents(config) ? await componentStates(workspace, name) : null,
    variants,
  };
}

/** Adds what an instance could answer at most, from the latency of the last day; without CloudWatch it stays unknown. */
async function withCapacity(workspace: Workspace, states: EndpointState[]): Promise<EndpointState[]> {
  const asked = states.flatMap(({ name, mode, variants }) =>
    mode === "real-time" ? variants.map((variant) => ({ name, variant })) : [],
  );
  const to = new Date(Math.ceil(Date.now() / (HOUR_SECONDS * 1_000)) * HOUR_SECONDS * 1_000);
  const queries = asked.map(({ name, variant }) => ({
    namespace: "AWS/SageMaker",
    metric: "ModelLatency",
    dimensions: { EndpointName: name, VariantName: variant.name },
    stat: "Average" as const,
    periodSeconds: HOUR_SECONDS,
  }));
  try {
    const window = { from: new Date(to.getTime() - DAY_MS), to };
    const series = await getMetricData(workspace, queries.slice(0, 500), window);
    const latencies = new Map(asked.map(({ variant }, index) => [variant, median(series[index] ?? [])]));
    return states.map((state) => ({
      ...state,
      variants: state.variants.map((variant) => ({
        ...variant,
        capacityPerMinute: mostPerMinute(latencies.get(variant) ?? null, variant.instanceType),
      })),
    }));
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    return states;
  }
}

/** The middle of the hours that had traffic, in microseconds. */
function median(points: readonly { value: number }[]): number | null {
  const values = points.map(({ value }) => value).toSorted((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? null;
}

/**
 * An upper bound: as many calls at once as there are accelerators, or vCPUs without any, because that is how many
 * workers the inference toolkit starts at most ("SAGEMAKER_MODEL_SERVER_WORKERS").
 */
export function mostPerMinute(latencyUs: number | null, instanceType: string | null): number | null {
  const hardware = instanceType ? instanceTypeById(instanceType) : null;
  if (!latencyUs || !hardware) return null;
  const atOnce = hardware.accelerator?.count ?? hardware.vcpu;
  return Math.floor((60_000_000 / latencyUs) * atOnce);
}
