import "server-only";
import { createEndpointConfig, deleteEndpointConfig } from "@/lib/aws/sagemaker/endpoint-configs";
import { createEndpoint, deleteEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { createModel, deleteModel } from "@/lib/aws/sagemaker/models";
import type { Step } from "@/lib/operations/kind";

import {
  type DeployPlan,
  type EndpointPlan,
  ensure,
  findConfig,
  findEndpoint,
  findModel,
  removeOurs,
} from "./find-ours";
import { endpointInService, endpointIsGone, endpointIsSettled, isOurFailedEndpoint } from "./watch-endpoint";

type DeployStep = Step<DeployPlan>;
/** These make or remove an endpoint of any kind. */
type EndpointStep = Step<EndpointPlan>;

const modelName = ({ requests }: DeployPlan) => requests.model.ModelName;
const configName = ({ requests }: EndpointPlan) => requests.endpointConfig.EndpointConfigName;
const endpointName = ({ requests }: EndpointPlan) => requests.endpoint.EndpointName;

export const makeModel: DeployStep = {
  id: "model",
  title: "Model",
  change: { permission: "endpoint:deploy", target: (plan) => `model ${modelName(plan)}` },
  run: (context) => {
    const make = () => createModel(context.workspace, context.plan.requests.model);
    return ensure(context, { noun: "a model", name: modelName(context.plan) }, make, findModel);
  },
};

export const makeConfig: EndpointStep = {
  id: "endpoint-config",
  title: "Endpoint configuration",
  change: { permission: "endpoint:deploy", target: (plan) => `endpoint configuration ${configName(plan)}` },
  run: (context) => {
    const make = () => createEndpointConfig(context.workspace, context.plan.requests.endpointConfig);
    return ensure(context, { noun: "an endpoint configuration", name: configName(context.plan) }, make, findConfig);
  },
};

export const makeEndpoint: EndpointStep = {
  id: "endpoint",
  title: "Endpoint",
  change: { permission: "endpoint:deploy", target: (plan) => `endpoint ${endpointName(plan)}` },
  run: (context) => {
    const make = () => createEndpoint(context.workspace, context.plan.requests.endpoint);
    return ensure(context, { noun: "an endpoint", name: endpointName(context.plan) }, make, findEndpoint);
  },
};

export const waitForService: EndpointStep = {
  id: "in-service",
  title: "Container starting",
  change: null,
  run: endpointInService,
};

export const waitUntilSettled: EndpointStep = {
  id: "settled",
  title: "Wait until the endpoint can be deleted",
  change: null,
  run: endpointIsSettled,
};

export const removeEndpoint: EndpointStep = {
  id: "remove-endpoint",
  title: "Delete the endpoint",
  change: { permission: "endpoint:delete", target: (plan) => `endpoint ${endpointName(plan)}` },
  run: (context) =>
    removeOurs(context, findEndpoint, () => deleteEndpoint(context.workspace, endpointName(context.plan))),
};

/** Before a retry: a failed endpoint can only be deleted, and its name must be free again. */
export const removeFailedEndpoint: EndpointStep = {
  ...removeEndpoint,
  id: "remove-failed-endpoint",
  title: "Delete the failed endpoint",
  run: async (context) => ((await isOurFailedEndpoint(context)) ? removeEndpoint.run(context) : "done"),
};

export const waitUntilGone: EndpointStep = { id: "gone", title: "Endpoint gone", change: null, run: endpointIsGone };

export const removeConfig: EndpointStep = {
  id: "remove-endpoint-config",
  title: "Delete the endpoint configuration",
  change: { permission: "endpoint:delete", target: (plan) => `endpoint configuration ${configName(plan)}` },
  run: (context) =>
    removeOurs(context, findConfig, () => deleteEndpointConfig(context.workspace, configName(context.plan))),
};

export const removeModel: DeployStep = {
  id: "remove-model",
  title: "Delete the model",
  change: { permission: "endpoint:delete", target: (plan) => `model ${modelName(plan)}` },
  run: (context) => removeOurs(context, findModel, () => deleteModel(context.workspace, modelName(context.plan))),
};
