import "server-only";
import type { OperationKind } from "@/lib/operations/kind";
import type { OperationResource } from "@/lib/operations/view";

import {
  makeConfig,
  makeEndpoint,
  removeConfig,
  removeEndpoint,
  removeFailedEndpoint,
  waitForService,
  waitUntilGone,
  waitUntilSettled,
} from "../deploy-steps";
import { type EndpointContext, type EndpointPlan, findConfig, findEndpoint } from "../find-ours";

const MAKE = [makeConfig, makeEndpoint, { ...waitForService, title: "Instances starting" }];
const CLEAR_FAILED = [waitUntilSettled, removeFailedEndpoint, waitUntilGone];
const REMOVE = [waitUntilSettled, removeEndpoint, waitUntilGone, removeConfig];

/** The making of an endpoint for inference components: its config, itself, then waiting for its instances. */
export const hostingKind: OperationKind<EndpointPlan> = {
  steps: [...MAKE, ...CLEAR_FAILED, ...REMOVE],
  make: MAKE,
  retry: (failedStep) => (failedStep === waitForService.id ? [...CLEAR_FAILED, ...MAKE] : MAKE),
  remove: REMOVE,
  existing,
  secrets: () => [],
};

async function existing(context: EndpointContext): Promise<OperationResource[]> {
  const { endpointConfig, endpoint } = context.plan.requests;
  const [foundEndpoint, foundConfig] = await Promise.all([findEndpoint(context), findConfig(context)]);
  return [
    ...(foundEndpoint === "ours" ? [{ kind: "endpoint" as const, name: endpoint.EndpointName }] : []),
    ...(foundConfig === "ours" ? [{ kind: "endpoint-config" as const, name: endpointConfig.EndpointConfigName }] : []),
  ];
}
