import "server-only";
import type { OperationKind } from "@/lib/operations/kind";
import type { OperationResource } from "@/lib/operations/view";

import {
  makeConfig,
  makeEndpoint,
  makeModel,
  removeConfig,
  removeEndpoint,
  removeFailedEndpoint,
  removeModel,
  waitForService,
  waitUntilGone,
  waitUntilSettled,
} from "./deploy-steps";
import { type DeployContext, type DeployPlan, findConfig, findEndpoint, findModel } from "./find-ours";
import { secretValues } from "./secrets";

const MAKE = [makeModel, makeConfig, makeEndpoint, waitForService];
const CLEAR_FAILED = [waitUntilSettled, removeFailedEndpoint, waitUntilGone];
const REMOVE = [waitUntilSettled, removeEndpoint, waitUntilGone, removeConfig, removeModel];

/** A real-time deploy: model, endpoint configuration, endpoint, then waiting until it answers. */
export const deployKind: OperationKind<DeployPlan> = {
  steps: [...MAKE, ...CLEAR_FAILED, ...REMOVE],
  make: MAKE,
  // Every step finds what is there, so a retry goes through all of them.
  retry: (failedStep) => (failedStep === waitForService.id ? [...CLEAR_FAILED, ...MAKE] : MAKE),
  remove: REMOVE,
  existing,
  secrets: ({ requests }) => secretValues(requests.model.PrimaryContainer.Environment),
};

/** What AWS has of a deploy, newest first: the order in which it is removed. */
async function existing(context: DeployContext): Promise<OperationResource[]> {
  const { model, endpointConfig, endpoint } = context.plan.requests;
  const looks = [
    { kind: "endpoint", name: endpoint.EndpointName, found: findEndpoint(context) },
    { kind: "endpoint-config", name: endpointConfig.EndpointConfigName, found: findConfig(context) },
    { kind: "model", name: model.ModelName, found: findModel(context) },
  ] as const;
  const found = await Promise.all(looks.map((look) => look.found));
  return looks.flatMap(({ kind, name }, index) => (found[index] === "ours" ? [{ kind, name }] : []));
}
