import "server-only";
import type { OperationKind } from "@/lib/operations/kind";
import type { OperationResource } from "@/lib/operations/view";

import { findAlarms, makeAlarms, removeAlarms } from "./alarms-step";
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
import { findArchive, packCode, removeArchive } from "./pack-step";
import { setScaling } from "./scaling-step";
import { secretValues } from "./secrets";

const MAKE = [makeModel, makeConfig, makeEndpoint, waitForService];
const CLEAR_FAILED = [waitUntilSettled, removeFailedEndpoint, waitUntilGone];
const REMOVE = [waitUntilSettled, removeEndpoint, waitUntilGone, removeConfig, removeModel];

/** A deploy: model, endpoint configuration, endpoint, then waiting until it answers, and its scaling. */
export const deployKind: OperationKind<DeployPlan> = {
  steps: [packCode, ...MAKE, setScaling, makeAlarms, ...CLEAR_FAILED, ...REMOVE, removeAlarms, removeArchive],
  more: ({ pack, requests }) => ({
    first: pack ? [packCode] : [],
    last: [...(requests.scaling ? [setScaling] : []), ...(requests.alarms ? [makeAlarms] : [])],
    removedLast: [...(requests.alarms ? [removeAlarms] : []), ...(pack ? [removeArchive] : [])],
  }),
  make: MAKE,
  // Every step finds what is there, so a retry goes through all of them.
  retry: (failedStep) => (failedStep === waitForService.id ? [...CLEAR_FAILED, ...MAKE] : MAKE),
  remove: REMOVE,
  existing,
  secrets: ({ requests }) => secretValues(requests.model.PrimaryContainer.Environment),
};

/** What AWS has of a deploy, newest first: the order in which it is removed. */
async function existing(context: DeployContext): Promise<OperationResource[]> {
  const { requests, pack } = context.plan;
  const { model, endpointConfig, endpoint } = requests;
  const looks = [
    { kind: "endpoint", name: endpoint.EndpointName, found: findEndpoint(context) },
    { kind: "endpoint-config", name: endpointConfig.EndpointConfigName, found: findConfig(context) },
    { kind: "model", name: model.ModelName, found: findModel(context) },
    ...(pack ? [{ kind: "archive" as const, name: pack.packedUri, found: findArchive(context) }] : []),
  ] as const;
  const found = await Promise.all(looks.map((look) => look.found));
  const made = looks.flatMap(({ kind, name }, index) => (found[index] === "ours" ? [{ kind, name }] : []));
  const alarms = requests.alarms ? await findAlarms(context) : [];
  return [...made, ...alarms.map((name) => ({ kind: "alarm" as const, name }))];
}
