import "server-only";
import {
  type ContainerDefinition,
  CreateModelCommand,
  DeleteModelCommand,
  DescribeModelCommand,
  type DescribeModelOutput,
  ListModelsCommand,
} from "@aws-sdk/client-sagemaker";

import type { CreateModelRequest } from "@/lib/deploy/view";
import type { ContainerView, ModelView } from "@/lib/endpoints/model-view";
import type { ModelPage } from "@/lib/models/view";
import { maskEnvironment } from "@/lib/secrets/mask";

import { type AwsTarget, sagemakerClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

/** A model never changes; minutes only bound how long a deleted one stays visible. */
const MODEL_TTL_MS = 300_000;

/** Long enough that people who look at the same list share a call. */
const LIST_TTL_MS = 5_000;

/** The newest models whose names contain a text, one page of them. */
export function listModels(target: AwsTarget, input: { search: string; limit: number }): Promise<ModelPage> {
  return cachedRead(target, "ListModels", input, LIST_TTL_MS, async () => {
    try {
      const out = await sagemakerClient(target).send(
        new ListModelsCommand({
          NameContains: input.search || undefined,
          MaxResults: input.limit,
          SortBy: "CreationTime",
          SortOrder: "Descending",
        }),
      );
      return {
        items: (out.Models ?? []).map((model) => ({
          name: model.ModelName ?? "",
          createdAt: model.CreationTime?.toISOString() ?? null,
        })),
        hasMore: Boolean(out.NextToken),
      };
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** Makes a SageMaker model; throws `conflict` when the name is taken. */
export async function createModel(target: AwsTarget, request: CreateModelRequest): Promise<void> {
  try {
    await sagemakerClient(target).send(new CreateModelCommand(request));
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** The SageMaker model of that name, secrets masked; throws `not-found`. */
export function describeModel(target: AwsTarget, name: string): Promise<ModelView> {
  return cachedRead(target, "DescribeModel", name, MODEL_TTL_MS, async () => {
    try {
      return toModelView(await sagemakerClient(target).send(new DescribeModelCommand({ ModelName: name })));
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** Removes a SageMaker model; the data it points at stays in S3. */
export async function deleteModel(target: AwsTarget, name: string): Promise<void> {
  try {
    await sagemakerClient(target).send(new DeleteModelCommand({ ModelName: name }));
  } catch (cause) {
    throw toAppError(cause);
  }
}

function toModelView(model: DescribeModelOutput): ModelView {
  const containers = model.PrimaryContainer ? [model.PrimaryContainer] : (model.Containers ?? []);
  return {
    name: model.ModelName ?? "",
    arn: model.ModelArn ?? "",
    createdAt: model.CreationTime?.toISOString() ?? null,
    executionRoleArn: model.ExecutionRoleArn ?? null,
    containers: containers.map(toContainerView),
  };
}

function toContainerView(container: ContainerDefinition): ContainerView {
  return {
    image: container.Image ?? null,
    modelDataUrl: container.ModelDataUrl ?? container.ModelDataSource?.S3DataSource?.S3Uri ?? null,
    // Masked here, so that no cache, page or log above the gateway ever holds a token.
    environment: maskEnvironment(container.Environment),
  };
}
