import "server-only";
import { describeAlarmOwners } from "@/lib/aws/cloudwatch/alarm-owners";
import { forgetReads } from "@/lib/aws/read-cache";
import { describeEndpointConfig } from "@/lib/aws/sagemaker/endpoint-configs";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { describeModel } from "@/lib/aws/sagemaker/models";
import { isOurComponent, isOurEndpoint } from "@/lib/deploy/prove-ours";
import { orNull } from "@/lib/endpoints/service";
import type { StepContext } from "@/lib/operations/kind";
import type { OperationResource } from "@/lib/operations/view";
import { componentsIn } from "@/lib/specification/components-in";

import { findComponents } from "./delete-components";
import type { RestorePlan } from "./restore-plan";

/** What a restore has made so far; parts that stood before it are not its own. */
export async function existingParts({
  workspace,
  plan,
  startedAt,
}: StepContext<RestorePlan>): Promise<OperationResource[]> {
  forgetReads(workspace.id);
  const { there, requests, calls } = plan;
  const { EndpointName, EndpointConfigName } = requests.endpoint;
  const names = (operation: string, field: string) =>
    calls.filter((call) => call.operation === operation).map(({ input }) => String(input[field]));
  const models = names("CreateModel", "ModelName").filter((name) => !there.models.includes(name));
  const alarms = names("PutMetricAlarm", "AlarmName").filter((name) => !there.alarms.includes(name));
  const [endpoint, config, foundModels, foundAlarms] = await Promise.all([
    orNull(describeEndpoint(workspace, EndpointName)),
    there.config ? null : orNull(describeEndpointConfig(workspace, EndpointConfigName)),
    Promise.all(models.map((name) => orNull(describeModel(workspace, name)))),
    describeAlarmOwners(workspace, alarms),
  ]);
  const isOurs = endpoint !== null && isOurEndpoint(requests.endpoint, endpoint, startedAt);
  const components = await findComponents(workspace, componentsIn(calls), (component) =>
    isOurComponent(EndpointName, component, startedAt),
  );
  return [
    ...components.map(({ name }) => ({ kind: "inference-component" as const, name })),
    ...(isOurs ? [{ kind: "endpoint" as const, name: EndpointName }] : []),
    ...(config ? [{ kind: "endpoint-config" as const, name: EndpointConfigName }] : []),
    ...foundModels.flatMap((model) => (model ? [{ kind: "model" as const, name: model.name }] : [])),
    ...foundAlarms.map(({ name }) => ({ kind: "alarm" as const, name })),
  ];
}
