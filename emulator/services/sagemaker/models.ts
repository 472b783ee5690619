import type { EmulatorContext } from "../../context.ts";
import type { Call, Operations } from "../../protocol/aws-request.ts";
import { validation } from "../../protocol/fault.ts";
import { sagemakerArn } from "./arn.ts";
import { type ContainerDefinition, checkContainer } from "./container-definition.ts";
import { checkExecutionRole } from "./execution-role.ts";
import { alreadyExists } from "./faults.ts";
import { type ListInput, listPage } from "./listing.ts";
import {
  deleteResource,
  existingResource,
  findResource,
  type Resource,
  recordKind,
  saveResource,
} from "./resources.ts";
import { seconds } from "./seconds.ts";
import { addTags, checkTags, dropTags, type Tag } from "./tag-store.ts";

type ModelDefinition = {
  ModelName: string;
  PrimaryContainer?: ContainerDefinition;
  Containers?: ContainerDefinition[];
  ExecutionRoleArn?: string;
  EnableNetworkIsolation?: boolean;
};

export type Model = Resource & { definition: ModelDefinition };

type CreateModel = ModelDefinition & { Tags?: Tag[] };
type ModelName = { ModelName: string };

export function modelOperations(context: EmulatorContext): Operations {
  const { records, clock } = context;

  function createModel({ Tags = [], ...definition }: CreateModel, { region }: Call) {
    const name = definition.ModelName;
    if (findResource(records, region, "model", name)) throw alreadyExists(region, "model", name);
    const containers = containersOf(definition);
    if (containers.length === 0) throw validation("PrimaryContainer or Containers must be specified.");
    if (definition.PrimaryContainer && definition.Containers?.length) {
      throw validation("Only one of PrimaryContainer and Containers may be specified.");
    }
    if (definition.ExecutionRoleArn) checkExecutionRole(context, definition.ExecutionRoleArn);
    for (const container of containers) checkContainer(context, container);
    checkTags(Tags);
    const arn = sagemakerArn(region, "model", name);
    const model: Model = { name, arn, createdAt: clock.now(), definition };
    records.transaction(() => {
      saveResource(records, region, "model", model);
      addTags(records, region, arn, Tags);
    });
    return { ModelArn: arn };
  }

  function describeModel({ ModelName }: ModelName, { region }: Call) {
    const { arn, createdAt, definition } = existingResource<Model>(records, region, "model", ModelName);
    return { EnableNetworkIsolation: false, ...definition, CreationTime: seconds(createdAt), ModelArn: arn };
  }

  function listModels(input: ListInput, { region }: Call) {
    const all = records.list<Model>(recordKind("model"), region);
    const { items, nextToken } = listPage(records, `models ${region}`, all, input, { Name: (model) => model.name });
    return {
      Models: items.map(({ name, arn, createdAt }) => ({
        ModelName: name,
        ModelArn: arn,
        CreationTime: seconds(createdAt),
      })),
      NextToken: nextToken,
    };
  }

  /** Endpoints that run the model keep running: they hold what they were started with. */
  function deleteModel({ ModelName }: ModelName, { region }: Call): void {
    const { name, arn } = existingResource<Model>(records, region, "model", ModelName);
    records.transaction(() => {
      deleteResource(records, region, "model", name);
      dropTags(records, region, arn);
    });
  }

  return { CreateModel: createModel, DescribeModel: describeModel, ListModels: listModels, DeleteModel: deleteModel };
}

/** A model's containers, the one that gets the request first. */
export function containersOf({ PrimaryContainer, Containers = [] }: ModelDefinition): ContainerDefinition[] {
  return PrimaryContainer ? [PrimaryContainer, ...Containers] : Containers;
}
