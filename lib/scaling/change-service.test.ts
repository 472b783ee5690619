import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { deployModel } from "@/emulator/testing/deploy-model.ts";
import { instantInference } from "@/emulator/testing/held-inference.ts";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";
import { putMetricAlarm } from "@/lib/aws/cloudwatch/alarms";
import { describeScalingAlarmsNamed } from "@/lib/aws/cloudwatch/scaling-alarms";
import { forgetReads } from "@/lib/aws/read-cache";
import { previewDeletion, removeEndpoint } from "@/lib/endpoints/deletion";
import { insertWorkspace } from "@/lib/workspaces/service";
import type { Workspace } from "@/lib/workspaces/view";

import { changeScaling, deleteLeftAlarm } from "./change-service";
import { INSTANCES } from "./dimensions";
import { readEndpointScaling } from "./endpoint-service";
import { planChange } from "./plan-change";
import { freshSchedule, freshTracking, wakePolicy } from "./presets";
import { readReviewPart } from "./review-service";
import type { ScalingConfig } from "./schema";
import { variantResource } from "./target-view";
import { alarmRequest } from "./to-requests";

const member = { id: "m", name: "mia", role: "operator" } as const;
const root = mkdtempSync(join(tmpdir(), "console-scaling-"));
const NAME = "reviews";
let emulator: TestEmulator;
let workspace: Workspace;

beforeAll(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  vi.stubEnv("DATA_DIR", root);
  const place = { id: "test", label: "Test", region: emulator.sdk.region, bucket: null };
  workspace = { ...place, isEmulator: false, endpointUrl: emulator.url, roleArn: null, executionRoleArn: null };
  await insertWorkspace({
    ...place,
    is_emulator: 0,
    endpoint_url: emulator.url,
    role_arn: null,
    execution_role_arn: null,
  });
  await deployModel(emulator, NAME, [{ environment: { HF_MODEL_ID: "bundled/afinn-sentiment" } }]);
}, 60_000);

afterAll(async () => {
  await emulator.close();
  rmSync(root, { recursive: true, force: true });
});

const target = { resourceId: variantResource(NAME, "AllTraffic"), dimension: INSTANCES } as const;
const wish: ScalingConfig = {
  min: 1,
  max: 3,
  suspended: { scaleIn: true, scaleOut: false, scheduled: false },
  policies: [freshTracking(NAME, "real-time", INSTANCES), wakePolicy(NAME)],
  scheduled: [freshSchedule("morning", 2, "Europe/Berlin")],
};

async function change(to: ScalingConfig | null) {
  forgetReads(workspace.id);
  const [present] = (await readEndpointScaling(workspace, NAME)).variants;
  const before = present?.config ? { config: present.config, arns: present.arns } : null;
  const reviewed = JSON.stringify(planChange(target, before, to));
  return changeScaling(workspace, member, { id: randomUUID(), endpoint: NAME, ...target, wish: to, reviewed });
}

test("what was wished is what is there afterwards, and nothing is left to change", async () => {
  expect(await change(wish)).toMatchObject({
    status: "succeeded",
    steps: [{ id: "scalable-target" }, { id: "scaling-policies" }, { id: "scheduled-actions" }],
  });
  forgetReads(workspace.id);
  const [scaling] = (await readEndpointScaling(workspace, NAME)).variants;
  const present = scaling?.config ?? null;
  expect(present && { ...present, policies: present.policies.toSorted((a, b) => (a.name < b.name ? 1 : -1)) }).toEqual(
    wish,
  );
  expect(planChange(target, present && { config: present, arns: scaling?.arns ?? {} }, wish)).toStrictEqual([]);
  expect(scaling?.alarms.map(({ actions }) => actions[0])).toEqual(
    expect.arrayContaining(Object.values(scaling?.arns ?? {})),
  );
});

test("others than the reviewed requests are not sent", async () => {
  const input = { id: randomUUID(), endpoint: NAME, ...target, wish: { ...wish, max: 9 }, reviewed: "[]" };
  await expect(changeScaling(workspace, member, input)).rejects.toMatchObject({ code: "conflict" });
});

test("the review reads its lists over the whole namespace", async () => {
  forgetReads(workspace.id);
  expect(await readReviewPart(workspace, "targets", null)).toMatchObject({ items: [target], nextCursor: null });
  expect((await readReviewPart(workspace, "policies", null)).items).toHaveLength(2);
  expect(await readReviewPart(workspace, "schedules", null)).toMatchObject({ items: [{ name: "morning" }] });
  expect((await readReviewPart(workspace, "alarms", null)).items).toHaveLength(3);
});

test("an alarm goes only when no policy of its actions is there", async () => {
  const name = wakePolicy(NAME).name;
  await expect(deleteLeftAlarm(workspace, name)).rejects.toMatchObject({ code: "conflict" });
  const alarm = wakePolicy("gone").alarm;
  if (!alarm) throw new Error("The policy has an alarm.");
  const arn =
    "arn:aws:autoscaling:us-east-1:111122223333:scalingPolicy:x:resource/sagemaker/endpoint/gone/variant/AllTraffic:policyName/wake";
  await putMetricAlarm(workspace, alarmRequest(alarm, arn));
  await deleteLeftAlarm(workspace, alarm.name);
  forgetReads(workspace.id);
  expect(await describeScalingAlarmsNamed(workspace, [alarm.name])).toStrictEqual([]);
});

test("deleting the endpoint deregisters it and takes its alarms along", async () => {
  forgetReads(workspace.id);
  const { scaling } = await previewDeletion(workspace, NAME);
  expect(scaling).toMatchObject({ variants: [{ min: 1, max: 3 }], alarms: [{ keptBecause: null }] });
  const alarms = (scaling.variants ? scaling.alarms : []).map(({ name }) => name);
  const result = await removeEndpoint(workspace, member, { name: NAME, config: false, models: [], alarms });
  expect(result).toMatchObject({ problem: null, gone: [`endpoint ${NAME}`, `alarm ${alarms[0]}`] });
  forgetReads(workspace.id);
  expect(await readReviewPart(workspace, "targets", null)).toMatchObject({ items: [] });
  expect(await readReviewPart(workspace, "alarms", null)).toMatchObject({ items: [] });
});
