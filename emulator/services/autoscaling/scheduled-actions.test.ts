import {
  ApplicationAutoScalingClient,
  DeleteScheduledActionCommand,
  DescribeScalableTargetsCommand,
  DescribeScalingActivitiesCommand,
  DescribeScheduledActionsCommand,
  ListTagsForResourceCommand,
  PutScheduledActionCommand,
  type PutScheduledActionCommandInput,
  RegisterScalableTargetCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-application-auto-scaling";
import { DescribeEndpointCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { afterEach, beforeEach, expect, test } from "vitest";
import { deployModel } from "../../testing/deploy-model.ts";
import { instantInference } from "../../testing/held-inference.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

const ID = {
  ServiceNamespace: "sagemaker" as const,
  ResourceId: "endpoint/reviews/variant/AllTraffic",
  ScalableDimension: "sagemaker:variant:DesiredInstanceCount" as const,
};
const HOUR = 3_600_000;

let emulator: TestEmulator;
let scaling: ApplicationAutoScalingClient;

beforeEach(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  scaling = new ApplicationAutoScalingClient(emulator.sdk);
  await deployModel(emulator, "reviews", [{ environment: { HF_MODEL_ID: "bundled/afinn-sentiment" } }]);
  await register({});
});
afterEach(() => emulator.close());

const register = (more: object) =>
  scaling.send(new RegisterScalableTargetCommand({ ...ID, MinCapacity: 1, MaxCapacity: 4, ...more }));

const put = (more: Partial<PutScheduledActionCommandInput>) =>
  scaling.send(
    new PutScheduledActionCommand({
      ...ID,
      ScheduledActionName: "morning",
      Schedule: "cron(0 11 * * ? *)",
      Timezone: "Europe/Berlin",
      ScalableTargetAction: { MinCapacity: 3, MaxCapacity: 6 },
      ...more,
    }),
  );

const actions = async () =>
  (await scaling.send(new DescribeScheduledActionsCommand({ ServiceNamespace: "sagemaker" }))).ScheduledActions ?? [];
const activities = async () =>
  (await scaling.send(new DescribeScalingActivitiesCommand({ ...ID }))).ScalingActivities ?? [];

async function target() {
  const wish = new DescribeScalableTargetsCommand({ ServiceNamespace: "sagemaker" });
  const { ScalableTargets = [] } = await scaling.send(wish);
  return ScalableTargets[0];
}

async function instances() {
  const sagemaker = new SageMakerClient(emulator.sdk);
  const { ProductionVariants = [] } = await sagemaker.send(new DescribeEndpointCommand({ EndpointName: "reviews" }));
  return ProductionVariants[0]?.CurrentInstanceCount;
}

// The clock of a test begins on 15 January 2026 at 9:00 UTC, which is 10:00 in Berlin.
test("at its local time an action sets the bounds, and capacity outside them moves at once", async () => {
  await put({});
  emulator.clock.advance(HOUR - 1_000);
  expect(await activities()).toEqual([]);
  emulator.clock.advance(1_000);
  expect(await activities()).toMatchObject([
    { Cause: "minimum capacity was set to 3", Description: "Setting desired instance count to 3." },
    {
      Cause: "scheduled action name morning was triggered",
      Description: "Setting min capacity to 3 and max capacity to 6",
      StatusCode: "Successful",
    },
  ]);
  expect(await target()).toMatchObject({ MinCapacity: 3, MaxCapacity: 6 });
  expect(await instances()).toBe(3);

  await put({
    ScheduledActionName: "noon",
    Schedule: "at(2026-01-15T12:00:00)",
    ScalableTargetAction: { MinCapacity: 1, MaxCapacity: 2 },
  });
  emulator.clock.advance(HOUR);
  expect((await activities())[0]).toMatchObject({ Cause: "maximum capacity was set to 2" });
  expect(await instances()).toBe(2);
});

test("an action is shown, changed by what is given, kept over a restart, and deleted", async () => {
  await put({ StartTime: new Date("2026-02-01T00:00:00Z"), EndTime: new Date("2026-03-01T00:00:00Z") });
  await put({ ScalableTargetAction: { MaxCapacity: 8 }, Schedule: undefined, Timezone: undefined });
  emulator = await emulator.restart();
  scaling = new ApplicationAutoScalingClient(emulator.sdk);
  expect(await actions()).toMatchObject([
    {
      ...ID,
      ScheduledActionName: "morning",
      Schedule: "cron(0 11 * * ? *)",
      Timezone: "Europe/Berlin",
      StartTime: new Date("2026-02-01T00:00:00Z"),
      EndTime: new Date("2026-03-01T00:00:00Z"),
      ScalableTargetAction: { MaxCapacity: 8 },
    },
  ]);
  const gone = new DeleteScheduledActionCommand({ ...ID, ScheduledActionName: "morning" });
  await scaling.send(gone);
  expect(await actions()).toEqual([]);
  await expect(scaling.send(gone)).rejects.toMatchObject({ name: "ObjectNotFoundException" });
});

test("suspended schedules pass, and a minimum above the maximum fails in its activity", async () => {
  await register({ SuspendedState: { ScheduledScalingSuspended: true } });
  await put({});
  emulator.clock.advance(HOUR);
  expect(await activities()).toEqual([]);
  await register({ SuspendedState: { ScheduledScalingSuspended: false } });
  await put({ ScheduledActionName: "odd", Schedule: "rate(1 hour)", ScalableTargetAction: { MinCapacity: 9 } });
  expect((await activities())[0]).toMatchObject({ StatusCode: "Failed", Description: "Setting min capacity to 9" });
  expect(await target()).toMatchObject({ MinCapacity: 1, MaxCapacity: 4 });
});

test.each([
  ["no schedule", { Schedule: "cron(0 8 * * *)" }],
  ["no time zone", { Timezone: "Mars/Olympus" }],
  ["no bounds", { ScalableTargetAction: {} }],
  ["bounds the wrong way round", { ScalableTargetAction: { MinCapacity: 3, MaxCapacity: 1 } }],
  ["an end before its start", { StartTime: new Date("2026-03-01"), EndTime: new Date("2026-02-01") }],
])("%s is refused", async (_, more) => {
  await expect(put(more)).rejects.toMatchObject({ name: "ValidationException" });
});

test("an action needs its target, and a far jump of the clock runs what was due once a day", async () => {
  await expect(put({ ResourceId: "endpoint/nobody/variant/AllTraffic" })).rejects.toMatchObject({
    name: "ObjectNotFoundException",
  });
  await put({ Schedule: "rate(1 minute)" });
  emulator.clock.advance(40 * 24 * HOUR);
  await activities();
  expect(await target()).toMatchObject({ MinCapacity: 3, MaxCapacity: 6 });
  // A day of minutes, each with a run of the action.
}, 120_000);

test("tags of a target are set with it or later, listed and taken away", async () => {
  const arn = (await target())?.ScalableTargetARN;
  const tags = async () => (await scaling.send(new ListTagsForResourceCommand({ ResourceARN: arn }))).Tags;
  await register({ Tags: { team: "search" } });
  await scaling.send(new TagResourceCommand({ ResourceARN: arn, Tags: { stage: "test" } }));
  expect(await tags()).toStrictEqual({ team: "search", stage: "test" });
  await scaling.send(new UntagResourceCommand({ ResourceARN: arn, TagKeys: ["team"] }));
  expect(await tags()).toStrictEqual({ stage: "test" });
  const stranger = new ListTagsForResourceCommand({ ResourceARN: arn?.replace(/\/.*/, "/abc") });
  await expect(scaling.send(stranger)).rejects.toMatchObject({ name: "ResourceNotFoundException" });
});
