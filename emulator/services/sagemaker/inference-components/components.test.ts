import {
  AddTagsCommand,
  CreateInferenceComponentCommand,
  DeleteEndpointCommand,
  DeleteInferenceComponentCommand,
  DescribeEndpointCommand,
  ListInferenceComponentsCommand,
  ListTagsCommand,
  SageMakerClient,
  UpdateEndpointWeightsAndCapacitiesCommand,
  UpdateInferenceComponentCommand,
  UpdateInferenceComponentRuntimeConfigCommand,
} from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createComponent, createHost, describeComponent, untilComponent } from "../../../testing/component-fixtures.ts";
import { heldInference, instantInference } from "../../../testing/held-inference.ts";
import { createModel, failureOf, IMAGE } from "../../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../../testing/start-test-emulator.ts";

let emulator: TestEmulator;
let client: SageMakerClient;

beforeAll(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  client = new SageMakerClient(emulator.sdk);
  await createModel(client, "m");
});
afterAll(async () => {
  await emulator.close();
});

const arn = (type: string, name: string): string => `arn:aws:sagemaker:us-east-1:111122223333:${type}/${name}`;
const instancesOf = async (name: string) => {
  const { ProductionVariants } = await client.send(new DescribeEndpointCommand({ EndpointName: name }));
  const [variant] = ProductionVariants ?? [];
  return { current: variant?.CurrentInstanceCount, desired: variant?.DesiredInstanceCount };
};
const scaleTo = (name: string, CopyCount: number) =>
  client.send(
    new UpdateInferenceComponentRuntimeConfigCommand({
      InferenceComponentName: name,
      DesiredRuntimeConfig: { CopyCount },
    }),
  );
const remove = (name: string) => client.send(new DeleteInferenceComponentCommand({ InferenceComponentName: name }));

test("a component is described as it was created", async () => {
  await createHost(client, "described");
  const { InferenceComponentArn } = await createComponent(client, "Described-one", "described", "m", {
    copies: 2,
    specification: { StartupParameters: { ContainerStartupHealthCheckTimeoutInSeconds: 120 } },
  });
  await untilComponent(client, "Described-one", "InService");
  const { $metadata: _, ...described } = await describeComponent(client, "described-ONE");
  const at = new Date(emulator.clock.now());
  expect(InferenceComponentArn).toBe(arn("inference-component", "described-one"));
  expect(described).toStrictEqual({
    InferenceComponentName: "Described-one",
    InferenceComponentArn,
    EndpointName: "described",
    EndpointArn: arn("endpoint", "described"),
    VariantName: "AllTraffic",
    InferenceComponentStatus: "InService",
    CreationTime: at,
    LastModifiedTime: at,
    Specification: {
      ModelName: "m",
      ComputeResourceRequirements: { NumberOfCpuCoresRequired: 1, MinMemoryRequiredInMb: 1024 },
      StartupParameters: { ContainerStartupHealthCheckTimeoutInSeconds: 120 },
    },
    RuntimeConfig: { DesiredCopyCount: 2, CurrentCopyCount: 2 },
  });
});

test("a container of a component's own is described with its image as it was looked up", async () => {
  await createHost(client, "own-container");
  const Container = { Image: IMAGE, Environment: { HF_MODEL_ID: "bundled/afinn-sentiment" } };
  await createComponent(client, "own-container", "own-container", "m", {
    specification: { ModelName: undefined, Container, ComputeResourceRequirements: { MinMemoryRequiredInMb: 512 } },
  });
  const { Specification } = await describeComponent(client, "own-container");
  expect(Specification?.Container).toMatchObject({
    Environment: Container.Environment,
    DeployedImage: { SpecifiedImage: IMAGE, ResolvedImage: expect.stringContaining("@sha256:") },
  });
  expect(Specification?.ModelName).toBeUndefined();
});

test("lists are filtered by endpoint, status and name, sorted and paged", async () => {
  await createHost(client, "listed");
  for (const name of ["listed-b", "listed-a", "listed-c"]) await createComponent(client, name, "listed", "m");
  await untilComponent(client, "listed-c", "InService");
  const list = (input: object) =>
    client.send(new ListInferenceComponentsCommand({ EndpointNameEquals: "listed", SortBy: "Name", ...input }));
  const names = async (input: object) =>
    (await list(input)).InferenceComponents?.map((each) => each.InferenceComponentName);
  expect(await names({ SortOrder: "Ascending" })).toStrictEqual(["listed-a", "listed-b", "listed-c"]);
  expect(await names({ NameContains: "D-B" })).toStrictEqual(["listed-b"]);
  expect(await names({ StatusEquals: "Failed" })).toStrictEqual([]);
  expect(await names({ VariantNameEquals: "Other" })).toStrictEqual([]);
  const first = await list({ MaxResults: 2 });
  expect(first.InferenceComponents?.map((each) => each.InferenceComponentName)).toStrictEqual(["listed-c", "listed-b"]);
  expect(await names({ MaxResults: 2, NextToken: first.NextToken })).toStrictEqual(["listed-a"]);
});

test("a component carries tags", async () => {
  await createHost(client, "tagged");
  const { InferenceComponentArn = "" } = await createComponent(client, "tagged", "tagged", "m");
  await client.send(new AddTagsCommand({ ResourceArn: InferenceComponentArn, Tags: [{ Key: "team", Value: "nlp" }] }));
  const { Tags } = await client.send(new ListTagsCommand({ ResourceArn: InferenceComponentArn }));
  expect(Tags).toStrictEqual([{ Key: "team", Value: "nlp" }]);
});

test("an endpoint stays while components are on it, and goes after them", async () => {
  await createHost(client, "held");
  await createComponent(client, "held-a", "held", "m");
  await untilComponent(client, "held-a", "InService");
  const deletion = () => client.send(new DeleteEndpointCommand({ EndpointName: "held" }));
  expect(await failureOf(deletion())).toStrictEqual({
    name: "ValidationException",
    message: `Cannot delete endpoint "${arn("endpoint", "held")}" because it hosts inference components. Delete them first: held-a.`,
  });
  await remove("held-a");
  expect(await failureOf(describeComponent(client, "held-a"))).toStrictEqual({
    name: "ValidationException",
    message: `Could not find inference component "${arn("inference-component", "held-a")}".`,
  });
  await deletion();
});

test("a component that the instances cannot hold fails in SageMaker's words", async () => {
  await createHost(client, "full");
  await createComponent(client, "full-a", "full", "m", { cpuCores: 3 });
  await createComponent(client, "full-b", "full", "m", { cpuCores: 2 });
  await untilComponent(client, "full-b", "Failed");
  const failed = await describeComponent(client, "full-b");
  expect(failed.FailureReason).toMatch(
    /^There is not enough hardware resources on the instances for this endpoint to create a copy of the inference component\./,
  );
  expect(failed.RuntimeConfig).toStrictEqual({ DesiredCopyCount: 1, CurrentCopyCount: 0 });
  // Room is made, and the same component is asked for less.
  await client.send(
    new UpdateInferenceComponentCommand({
      InferenceComponentName: "full-b",
      Specification: {
        ComputeResourceRequirements: { NumberOfCpuCoresRequired: 1, MinMemoryRequiredInMb: 1024 },
      },
    }),
  );
  await untilComponent(client, "full-b", "InService");
  await createComponent(client, "full-gpu", "full", "m", {
    specification: {
      ComputeResourceRequirements: { NumberOfAcceleratorDevicesRequired: 1, MinMemoryRequiredInMb: 128 },
    },
  });
  await untilComponent(client, "full-gpu", "Failed");
  await createComponent(client, "full-memory", "full", "m", { cpuCores: 0.25, memoryMb: 20_000 });
  await untilComponent(client, "full-memory", "Failed");
});

test("a scale-out without room leaves the copies that run, and says why", async () => {
  await createHost(client, "narrow");
  await createComponent(client, "narrow", "narrow", "m", { cpuCores: 2 });
  await untilComponent(client, "narrow", "InService");
  await scaleTo("narrow", 3);
  const { RuntimeConfig, FailureReason, InferenceComponentStatus } = await describeComponent(client, "narrow");
  expect({ RuntimeConfig, InferenceComponentStatus }).toStrictEqual({
    RuntimeConfig: { DesiredCopyCount: 1, CurrentCopyCount: 1 },
    InferenceComponentStatus: "InService",
  });
  expect(FailureReason).toMatch(/not enough hardware resources/);
});

test("managed scaling adds instances for copies up to its maximum, and gives them back", async () => {
  const ManagedInstanceScaling = { Status: "ENABLED", MinInstanceCount: 0, MaxInstanceCount: 2 } as const;
  await createHost(client, "managed", { ManagedInstanceScaling });
  expect(await instancesOf("managed")).toStrictEqual({ current: 1, desired: 1 });
  await createComponent(client, "managed", "managed", "m", { cpuCores: 3 });
  await untilComponent(client, "managed", "InService");
  expect(await instancesOf("managed")).toStrictEqual({ current: 1, desired: 1 });
  await scaleTo("managed", 2);
  await untilComponent(client, "managed", "InService");
  expect(await instancesOf("managed")).toStrictEqual({ current: 2, desired: 2 });
  await scaleTo("managed", 3);
  await untilComponent(client, "managed", "InService");
  const { FailureReason, RuntimeConfig } = await describeComponent(client, "managed");
  expect(FailureReason).toMatch(/not enough hardware resources/);
  expect(RuntimeConfig?.CurrentCopyCount).toBe(2);
  await scaleTo("managed", 0);
  await untilComponent(client, "managed", "InService");
  expect(await instancesOf("managed")).toStrictEqual({ current: 0, desired: 0 });
  await scaleTo("managed", 1);
  await untilComponent(client, "managed", "InService");
  expect(await instancesOf("managed")).toStrictEqual({ current: 1, desired: 1 });
  const { ProductionVariants } = await client.send(new DescribeEndpointCommand({ EndpointName: "managed" }));
  expect(ProductionVariants?.[0]?.ManagedInstanceScaling).toStrictEqual(ManagedInstanceScaling);
  expect(ProductionVariants?.[0]?.DeployedImages).toBeUndefined();
});

test("instances that managed scaling keeps cannot be set, and others not below what copies are on", async () => {
  const setCount = (EndpointName: string, DesiredInstanceCount: number) =>
    client.send(
      new UpdateEndpointWeightsAndCapacitiesCommand({
        EndpointName,
        DesiredWeightsAndCapacities: [{ VariantName: "AllTraffic", DesiredInstanceCount }],
      }),
    );
  await createHost(client, "kept-managed", {
    ManagedInstanceScaling: { Status: "ENABLED", MinInstanceCount: 1, MaxInstanceCount: 2 },
  });
  expect((await failureOf(setCount("kept-managed", 2))).message).toMatch(/follows its ManagedInstanceScaling/);
  await createHost(client, "kept-fixed", { InitialInstanceCount: 2 });
  await createComponent(client, "kept-fixed", "kept-fixed", "m", { copies: 2, cpuCores: 1 });
  await untilComponent(client, "kept-fixed", "InService");
  // Copies spread over the instances that are there.
  expect((await failureOf(setCount("kept-fixed", 1))).message).toMatch(/copies of its inference components are on 2/);
  await setCount("kept-fixed", 3);
});

test("what cannot be is refused", async () => {
  await createHost(client, "refusing");
  const refusal = async (input: object) =>
    (
      await failureOf(
        client.send(
          new CreateInferenceComponentCommand({
            InferenceComponentName: "refused",
            EndpointName: "refusing",
            VariantName: "AllTraffic",
            RuntimeConfig: { CopyCount: 1 },
            Specification: { ModelName: "m", ComputeResourceRequirements: { MinMemoryRequiredInMb: 1024 } },
            ...input,
          }),
        ),
      )
    ).message;
  const ComputeResourceRequirements = { MinMemoryRequiredInMb: 1024 };
  expect(await refusal({ EndpointName: "nowhere" })).toBe(`Could not find endpoint "${arn("endpoint", "nowhere")}".`);
  expect(await refusal({ VariantName: "Other" })).toMatch(/"Other" is\/are not present/);
  expect(await refusal({ VariantName: undefined })).toMatch(/VariantName must be specified/);
  expect(await refusal({ RuntimeConfig: { CopyCount: 0 } })).toMatch(/an integer larger than 0/);
  expect(await refusal({ Specification: { ModelName: "gone", ComputeResourceRequirements } })).toBe(
    `Could not find model "${arn("model", "gone")}".`,
  );
  expect(await refusal({ Specification: { ComputeResourceRequirements } })).toMatch(/Exactly one of ModelName/);
  expect(await refusal({ Specification: { ModelName: "m" } })).toMatch(/ComputeResourceRequirements must be/);
  expect(await refusal({ Specification: { BaseInferenceComponentName: "base" } })).toMatch(/runs no adapters/);
  expect(
    await refusal({ Specification: { ModelName: "m", ComputeResourceRequirements: { MinMemoryRequiredInMb: 1 } } }),
  ).toMatch(/minMemoryRequiredInMb' failed to satisfy constraint: Member must have value greater than or equal to 128/);
  await createComponent(client, "twice", "refusing", "m");
  expect((await failureOf(createComponent(client, "twice", "refusing", "m"))).message).toBe(
    `Cannot create already existing inference component "${arn("inference-component", "twice")}".`,
  );
});

test("a component that is being made can neither change nor go, and outlives a restart", {
  timeout: 60_000,
}, async () => {
  const inference = heldInference();
  let own = await startTestEmulator({ inference });
  let sagemaker = new SageMakerClient(own.sdk);
  await createModel(sagemaker, "slow");
  await createHost(sagemaker, "slow");
  await createComponent(sagemaker, "slow", "slow", "slow");
  expect(inference.waiting().map((target) => target.component?.name)).toStrictEqual(["slow"]);
  const inProgress = `Cannot update in-progress inference component "${arn("inference-component", "slow")}".`;
  const deletion = () => sagemaker.send(new DeleteInferenceComponentCommand({ InferenceComponentName: "slow" }));
  expect((await failureOf(deletion())).message).toBe(inProgress);
  expect((await describeComponent(sagemaker, "slow")).InferenceComponentStatus).toBe("Creating");
  own = await own.restart();
  sagemaker = new SageMakerClient(own.sdk);
  expect((await describeComponent(sagemaker, "slow")).InferenceComponentStatus).toBe("Creating");
  inference.letGo();
  await untilComponent(sagemaker, "slow", "InService");
  await deletion();
  expect((await failureOf(describeComponent(sagemaker, "slow"))).message).toMatch(/Could not find/);
  expect(inference.released().map((target) => target.component?.name)).toStrictEqual(["slow"]);
  await own.close();
});

test("a container that never answers makes its component fail with the reason", async () => {
  const inference = heldInference();
  const own = await startTestEmulator({ inference });
  const sagemaker = new SageMakerClient(own.sdk);
  await createModel(sagemaker, "broken");
  await createHost(sagemaker, "broken");
  await createComponent(sagemaker, "broken", "broken", "broken");
  inference.fail("No weights.");
  await untilComponent(sagemaker, "broken", "Failed");
  expect((await describeComponent(sagemaker, "broken")).FailureReason).toBe(
    "The container for inference component broken did not pass the ping health check. Please check CloudWatch logs for this inference component. No weights.",
  );
  await own.close();
});
