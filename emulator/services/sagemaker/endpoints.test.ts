import {
  CreateEndpointCommand,
  DeleteEndpointCommand,
  DeleteEndpointConfigCommand,
  DeleteModelCommand,
  DescribeEndpointCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HeldInference, heldInference } from "../../testing/held-inference.ts";
import { createEndpoint, failureOf, IMAGE, statusOf, untilStatus } from "../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

const ARN = "arn:aws:sagemaker:us-east-1:111122223333:endpoint/e";

let emulator: TestEmulator;
let client: SageMakerClient;
let inference: HeldInference;

beforeEach(async () => {
  inference = heldInference();
  emulator = await startTestEmulator({
    inference,
    delays: { endpointDelayMs: 3_000, deleteDelayMs: 1_000, trainingDelayMs: 0, coldStartMs: 0 },
  });
  client = new SageMakerClient(emulator.sdk);
});
afterEach(async () => {
  await emulator.close();
});

const describe = () => client.send(new DescribeEndpointCommand({ EndpointName: "e" }));
const remove = () => client.send(new DeleteEndpointCommand({ EndpointName: "e" }));

test("an endpoint is Creating until its model has loaded and the delay has passed", async () => {
  await createEndpoint(client, "e");
  emulator.clock.advance(3_600_000);
  expect(await statusOf(client, "e")).toBe("Creating");
  inference.letGo();
  expect(await statusOf(client, "e")).toBe("Creating");
  emulator.clock.advance(2_999);
  expect(await statusOf(client, "e")).toBe("Creating");
  emulator.clock.advance(1);
  expect(await statusOf(client, "e")).toBe("InService");
});

test("the container is started with what the model says", async () => {
  await createEndpoint(client, "e");
  expect(inference.waiting()).toStrictEqual([
    {
      region: "us-east-1",
      endpointName: "e",
      variantName: "AllTraffic",
      image: IMAGE,
      modelDataUrl: null,
      environment: { HF_MODEL_ID: "bundled/afinn-sentiment", HF_TASK: "text-classification" },
      machine: { instanceType: "ml.m5.xlarge", serverlessMb: null },
    },
  ]);
});

test("a creating endpoint tells what is under way, one in service what it runs", async () => {
  const createdAt = new Date(emulator.clock.now());
  await createEndpoint(client, "e");
  const creating = await describe();
  expect(creating.ProductionVariants?.[0]).toMatchObject({ CurrentInstanceCount: 0, DesiredInstanceCount: 1 });
  expect(creating.PendingDeploymentSummary).toMatchObject({ EndpointConfigName: "e", StartTime: createdAt });

  inference.letGo();
  await describe();
  emulator.clock.advance(3_000);
  const { $metadata: _, ...described } = await describe();
  expect(described).toStrictEqual({
    EndpointName: "e",
    EndpointArn: ARN,
    EndpointConfigName: "e",
    EndpointStatus: "InService",
    CreationTime: createdAt,
    LastModifiedTime: new Date(createdAt.getTime() + 3_000),
    ProductionVariants: [
      {
        VariantName: "AllTraffic",
        DeployedImages: [
          {
            SpecifiedImage: IMAGE,
            ResolvedImage: expect.stringMatching(/huggingface-pytorch-inference@sha256:[0-9a-f]{64}$/),
            ResolutionTime: createdAt,
          },
        ],
        CurrentWeight: 1,
        DesiredWeight: 1,
        CurrentInstanceCount: 1,
        DesiredInstanceCount: 1,
      },
    ],
  });
});

test("an endpoint whose container does not start is Failed with the reason, and can only be deleted", async () => {
  await createEndpoint(client, "e");
  inference.fail("The model has no weights.");
  await describe();
  emulator.clock.advance(3_000);
  const { EndpointStatus, FailureReason } = await describe();
  expect({ EndpointStatus, FailureReason }).toStrictEqual({
    EndpointStatus: "Failed",
    FailureReason:
      "The primary container for production variant AllTraffic did not pass the ping health check. Please check CloudWatch logs for this endpoint. The model has no weights.",
  });
  await remove();
  emulator.clock.advance(1_000);
  expect((await failureOf(describe())).message).toBe(`Could not find endpoint "${ARN}".`);
});

test("an endpoint that is being created cannot be deleted", async () => {
  await createEndpoint(client, "e");
  expect(await failureOf(remove())).toStrictEqual({
    name: "ValidationException",
    message: `Cannot update in-progress endpoint "${ARN}".`,
  });
});

test("a deleted endpoint is Deleting for a while, then gone, and its name is free again", async () => {
  await createEndpoint(client, "e");
  inference.letGo();
  await describe();
  emulator.clock.advance(3_000);
  await remove();
  expect(await statusOf(client, "e")).toBe("Deleting");
  expect((await failureOf(remove())).message).toBe(`Cannot update in-progress endpoint "${ARN}".`);
  emulator.clock.advance(1_000);
  expect((await failureOf(remove())).message).toBe(`Could not find endpoint "${ARN}".`);
  expect(inference.released().map((target) => target.endpointName)).toStrictEqual(["e"]);
  await client.send(new CreateEndpointCommand({ EndpointName: "e", EndpointConfigName: "e" }));
  expect(await statusOf(client, "e")).toBe("Creating");
});

test("names are unique whatever their case", async () => {
  await createEndpoint(client, "e");
  const again = client.send(new CreateEndpointCommand({ EndpointName: "E", EndpointConfigName: "e" }));
  expect(await failureOf(again)).toStrictEqual({
    name: "ValidationException",
    message: `Cannot create already existing endpoint "${ARN}".`,
  });
});

test("an endpoint needs its configuration, and that its models", async () => {
  const orphan = client.send(new CreateEndpointCommand({ EndpointName: "x", EndpointConfigName: "nothing" }));
  expect((await failureOf(orphan)).message).toBe(
    'Could not find endpoint configuration "arn:aws:sagemaker:us-east-1:111122223333:endpoint-config/nothing".',
  );
  await createEndpoint(client, "e");
  await client.send(new DeleteModelCommand({ ModelName: "e" }));
  const modelless = client.send(new CreateEndpointCommand({ EndpointName: "x", EndpointConfigName: "e" }));
  expect((await failureOf(modelless)).message).toContain("Could not find model");
});

test("an endpoint goes on when its model and configuration are deleted", async () => {
  await createEndpoint(client, "e");
  await client.send(new DeleteModelCommand({ ModelName: "e" }));
  await client.send(new DeleteEndpointConfigCommand({ EndpointConfigName: "e" }));
  inference.letGo();
  await describe();
  emulator.clock.advance(3_000);
  expect((await describe()).EndpointConfigName).toBe("e");
  expect(await statusOf(client, "e")).toBe("InService");
});

test("an endpoint that was Creating when the emulator stopped is started again by the next", async () => {
  await createEndpoint(client, "e");
  const next = await emulator.restart();
  const nextClient = new SageMakerClient(next.sdk);
  expect(await statusOf(nextClient, "e")).toBe("Creating");
  expect(inference.waiting().map((target) => target.endpointName)).toStrictEqual(["e"]);
  inference.letGo();
  await statusOf(nextClient, "e");
  next.clock.advance(3_000);
  await untilStatus(nextClient, "e", "InService");
  await next.close();
  emulator = await startTestEmulator({ inference });
});
