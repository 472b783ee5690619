import type { EmulatorContext } from "../../context.ts";
import type { Call, Operations } from "../../protocol/aws-request.ts";
import { validation } from "../../protocol/fault.ts";
import { sagemakerArn } from "./arn.ts";
import { checkEndpointQuota } from "./check-endpoint-quota.ts";
import { readDeployment } from "./deployment.ts";
import { type Endpoint, endpointStatus } from "./endpoint.ts";
import type { EndpointLifecycle } from "./endpoint-lifecycle.ts";
import type { EndpointStore } from "./endpoint-store.ts";
import { describeEndpoint, summarizeEndpoint } from "./endpoint-view.ts";
import { alreadyExists } from "./faults.ts";
import { inProgress } from "./in-progress.ts";
import type { ComponentStore } from "./inference-components/component-store.ts";
import { isWithin, type ListInput, listPage } from "./listing.ts";
import { addTags, checkTags, type Tag } from "./tag-store.ts";

type CreateEndpoint = {
  EndpointName: string;
  EndpointConfigName: string;
  DeploymentConfig?: object;
  Tags?: Tag[];
};
type EndpointName = { EndpointName: string };
type ListEndpoints = ListInput & {
  StatusEquals?: string;
  LastModifiedTimeBefore?: number;
  LastModifiedTimeAfter?: number;
};

export function endpointOperations(
  { records, clock, behaviour, quotas }: EmulatorContext,
  store: EndpointStore,
  lifecycle: EndpointLifecycle,
  components: ComponentStore,
): Operations {
  function createEndpoint(input: CreateEndpoint, { region }: Call) {
    const { EndpointName: name, EndpointConfigName, DeploymentConfig = null, Tags = [] } = input;
    if (store.find(region, name)) throw alreadyExists(region, "endpoint", name);
    const next = readDeployment(records, clock, region, EndpointConfigName);
    checkTags(Tags);
    checkEndpointQuota(quotas, store.list(region), name, next);
    const now = clock.now();
    const endpoint: Endpoint = {
      name,
      arn: sagemakerArn(region, "endpoint", name),
      createdAt: now,
      modifiedAt: now,
      configName: next.configName,
      current: null,
      change: null,
      failureReason: null,
      deploymentConfig: DeploymentConfig,
      deleteAt: null,
    };
    records.transaction(() => {
      addTags(records, region, endpoint.arn, Tags);
      lifecycle.begin(region, endpoint, "create", next);
    });
    return { EndpointArn: endpoint.arn };
  }

  function listEndpoints(input: ListEndpoints, { region }: Call) {
    const { StatusEquals, LastModifiedTimeAfter, LastModifiedTimeBefore } = input;
    const wanted = store
      .list(region)
      .filter((endpoint) => StatusEquals === undefined || endpointStatus(endpoint) === StatusEquals)
      .filter(({ modifiedAt }) => isWithin(modifiedAt, LastModifiedTimeAfter, LastModifiedTimeBefore));
    const { items, nextToken } = listPage(records, `endpoints ${region}`, wanted, input, {
      Name: (endpoint) => endpoint.name,
      Status: endpointStatus,
    });
    return { Endpoints: items.map(summarizeEndpoint), NextToken: nextToken };
  }

  /** The rule is AWS's, the wording the emulator's. */
  function checkNoComponents(region: string, { name, arn }: Endpoint): void {
    const names = components.list(region).flatMap((each) => (each.endpointName === name ? each.name : []));
    if (names.length === 0) return;
    throw validation(
      `Cannot delete endpoint "${arn}" because it hosts inference components. Delete them first: ${names.join(", ")}.`,
    );
  }

  function deleteEndpoint({ EndpointName }: EndpointName, { region }: Call): void {
    const endpoint = store.existing(region, EndpointName);
    if (endpoint.change || endpoint.deleteAt !== null) throw inProgress(endpoint);
    checkNoComponents(region, endpoint);
    const now = clock.now();
    store.save(region, { ...endpoint, modifiedAt: now, deleteAt: now + behaviour.deleteDelayMs });
  }

  return {
    CreateEndpoint: createEndpoint,
    DescribeEndpoint: ({ EndpointName }: EndpointName, { region }: Call) =>
      describeEndpoint(store.existing(region, EndpointName), clock.now()),
    ListEndpoints: listEndpoints,
    DeleteEndpoint: deleteEndpoint,
  };
}
