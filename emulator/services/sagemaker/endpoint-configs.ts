import type { EmulatorContext } from "../../context.ts";
import type { Call, Operations } from "../../protocol/aws-request.ts";
import { sagemakerArn } from "./arn.ts";
import { checkVariants } from "./check-variants.ts";
import type { EndpointConfig, EndpointConfigDefinition } from "./endpoint-config.ts";
import { checkExecutionRole } from "./execution-role.ts";
import { alreadyExists } from "./faults.ts";
import { type ListInput, listPage } from "./listing.ts";
import { deleteResource, existingResource, findResource, recordKind, saveResource } from "./resources.ts";
import { seconds } from "./seconds.ts";
import { addTags, checkTags, dropTags, type Tag } from "./tag-store.ts";
import type { VariantDefinition } from "./variant.ts";

type CreateEndpointConfig = EndpointConfigDefinition & { Tags?: Tag[] };
type ConfigName = { EndpointConfigName: string };

export function endpointConfigOperations(context: EmulatorContext): Operations {
  const { records, clock } = context;

  function createEndpointConfig({ Tags = [], ...given }: CreateEndpointConfig, { region }: Call) {
    const name = given.EndpointConfigName;
    if (findResource(records, region, "endpoint-config", name)) throw alreadyExists(region, "endpoint-config", name);
    checkVariants(records, region, given);
    if (given.ExecutionRoleArn) checkExecutionRole(context, given.ExecutionRoleArn);
    checkTags(Tags);
    const arn = sagemakerArn(region, "endpoint-config", name);
    const definition = { ...given, ProductionVariants: given.ProductionVariants.map(withDefaults) };
    const config: EndpointConfig = { name, arn, createdAt: clock.now(), definition };
    records.transaction(() => {
      saveResource(records, region, "endpoint-config", config);
      addTags(records, region, arn, Tags);
    });
    return { EndpointConfigArn: arn };
  }

  function describeEndpointConfig({ EndpointConfigName }: ConfigName, { region }: Call) {
    const config = existingResource<EndpointConfig>(records, region, "endpoint-config", EndpointConfigName);
    return {
      EnableNetworkIsolation: false,
      ...config.definition,
      EndpointConfigArn: config.arn,
      CreationTime: seconds(config.createdAt),
    };
  }

  function listEndpointConfigs(input: ListInput, { region }: Call) {
    const all = records.list<EndpointConfig>(recordKind("endpoint-config"), region);
    const { items, nextToken } = listPage(records, `endpoint-configs ${region}`, all, input, {
      Name: (config) => config.name,
    });
    return {
      EndpointConfigs: items.map(({ name, arn, createdAt }) => ({
        EndpointConfigName: name,
        EndpointConfigArn: arn,
        CreationTime: seconds(createdAt),
      })),
      NextToken: nextToken,
    };
  }

  /** Allowed while endpoints use it, as on AWS. */
  function deleteEndpointConfig({ EndpointConfigName }: ConfigName, { region }: Call): void {
    const { name, arn } = existingResource<EndpointConfig>(records, region, "endpoint-config", EndpointConfigName);
    records.transaction(() => {
      deleteResource(records, region, "endpoint-config", name);
      dropTags(records, region, arn);
    });
  }

  return {
    CreateEndpointConfig: createEndpointConfig,
    DescribeEndpointConfig: describeEndpointConfig,
    ListEndpointConfigs: listEndpointConfigs,
    DeleteEndpointConfig: deleteEndpointConfig,
  };
}

function withDefaults(variant: VariantDefinition): VariantDefinition {
  return { ...variant, InitialVariantWeight: variant.InitialVariantWeight ?? 1 };
}
