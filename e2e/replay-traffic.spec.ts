import {
  DescribeScalableTargetsCommand,
  DescribeScalingPoliciesCommand,
  PutScalingPolicyCommand,
} from "@aws-sdk/client-application-auto-scaling";

import { autoscaling, scaleAutomatically, untilInService } from "./support/endpoints";
import { E2E } from "./support/settings";
import { expect, test } from "./support/test";

// All use the one endpoint that the scenario makes.
test.describe.configure({ mode: "serial" });

const ENDPOINT = "sample-traffic";
const RESOURCE = `endpoint/${ENDPOINT}/variant/AllTraffic`;

/** Two weeks of made-up traffic with the policy that its instances followed. */
async function layOutTraffic(): Promise<void> {
  const answer = await fetch(`${E2E.emulatorUrl}/_emulator/scenarios`, {
    method: "POST",
    body: JSON.stringify({ name: ENDPOINT }),
  });
  expect(answer.ok).toBe(true);
  await untilInService(ENDPOINT);
  await scaleAutomatically(ENDPOINT, 1, 4);
  await autoscaling.send(
    new PutScalingPolicyCommand({
      ServiceNamespace: "sagemaker",
      ResourceId: RESOURCE,
      ScalableDimension: "sagemaker:variant:DesiredInstanceCount",
      PolicyName: ENDPOINT,
      PolicyType: "TargetTrackingScaling",
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 9,
        PredefinedMetricSpecification: { PredefinedMetricType: "SageMakerVariantInvocationsPerInstance" },
      },
    }),
  );
}

test("past traffic is replayed, other settings are compared with it, and the best are applied", async ({
  page,
  expectAccessible,
}) => {
  await layOutTraffic();
  await page.goto(`/local/endpoints/${ENDPOINT}?tab=scaling`);
  await page.getByText("Replay", { exact: true }).click();
  await expect(page).toHaveURL(/view=replay/);
  await page.getByText("14 days", { exact: true }).click();

  const fidelity = page.getByRole("note").filter({ hasText: "How well the replay reproduces what was" });
  await expect(fidelity).toContainText(
    /In 9\d(\.\d)?% of 20,1\d\d minutes the replay has exactly the instances that really ran/,
  );
  const totals = page.getByRole("table", { name: "Totals" });
  const hours = totals.getByRole("row", { name: /Instance hours/ });
  await expect(hours.getByRole("cell").last()).toHaveText("0");

  const settings = page.getByRole("form", { name: "Settings to try" });
  await settings.getByLabel("Maximum").fill("0");
  await expect(settings.getByText("Not below the minimum.")).toBeVisible();
  await settings.getByLabel("Maximum").fill("4");
  await settings.getByLabel("Target").fill("18");
  await expect(page).toHaveURL(/target=18/);
  await expect(hours.getByRole("cell").last()).toContainText("−");
  await expect(
    totals
      .getByRole("row", { name: /Minutes above 9/ })
      .getByRole("cell")
      .last(),
  ).toContainText("+");
  await expect(page.getByRole("img", { name: /^Instances: / })).toBeVisible();

  const best = page.getByRole("table", { name: "Best settings" });
  await expect(
    page.getByRole("img", { name: /settings by cost and minutes above the target. Today's costs/ }),
  ).toBeVisible();
  await best
    .getByRole("button", { name: /^Try target/ })
    .last()
    .click();
  await expect(best.getByRole("button", { pressed: true })).toHaveText("Tried");
  await expectAccessible();

  const tried = Number(await settings.getByLabel("Target").inputValue());
  await page.getByRole("button", { name: "Apply these settings" }).click();
  const review = page.getByRole("dialog", { name: "Review changes" });
  await expect(review.getByRole("figure", { name: "PutScalingPolicy" })).toContainText(`"TargetValue": ${tried}`);
  await expectAccessible();
  await review.getByRole("button", { name: /^Send \d requests?$/ }).click();
  await expect(page.getByText("Scaling changed")).toBeVisible();
  await expect(page.getByRole("button", { name: "Apply these settings" })).toBeDisabled();

  const id = { ServiceNamespace: "sagemaker" } as const;
  const { ScalingPolicies } = await autoscaling.send(
    new DescribeScalingPoliciesCommand({ ...id, ResourceId: RESOURCE }),
  );
  expect(ScalingPolicies?.[0]?.TargetTrackingScalingPolicyConfiguration).toMatchObject({
    TargetValue: tried,
    PredefinedMetricSpecification: { PredefinedMetricType: "SageMakerVariantInvocationsPerInstance" },
  });
  const { ScalableTargets } = await autoscaling.send(
    new DescribeScalableTargetsCommand({ ...id, ResourceIds: [RESOURCE] }),
  );
  expect(String(ScalableTargets?.[0]?.MaxCapacity)).toBe(await settings.getByLabel("Maximum").inputValue());
});

test("a file of traffic is replayed, and a bad one is refused line by line", async ({ page, expectAccessible }) => {
  await layOutTraffic();
  await page.goto(`/local/endpoints/${ENDPOINT}?tab=scaling&view=replay&span=6h`);
  const input = page.getByLabel("Traffic as CSV");
  const file = (text: string) => ({ name: "traffic.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await input.setInputFiles(file("time,invocations\n2026-01-01T00:00Z,many\n"));
  await expect(page.getByRole("alert").filter({ hasText: "cannot be used" })).toContainText(
    'Line 2: "many" is no number of invocations.',
  );
  await expectAccessible();
  const minute = (index: number) => new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString().slice(0, 16);
  const rows = Array.from({ length: 120 }, (_, index) => `${minute(index)}Z,${index < 60 ? 4 : 30}`);
  await input.setInputFiles(file(["time,invocations", ...rows].join("\n")));
  await expect(page.getByText("traffic.csv")).toBeVisible();
  const totals = page.getByRole("table", { name: "Totals" });
  await expect(
    totals
      .getByRole("row", { name: /Scale-outs/ })
      .getByRole("cell")
      .nth(1),
  ).toHaveText("1");
  await page.getByRole("button", { name: "Back to CloudWatch" }).click();
  await expect(page.getByText(/Read from CloudWatch minute by minute with 1 GetMetricData call,/)).toBeVisible();
});

test("other bounds at set times are tried without being sent, and can be applied", async ({
  page,
  expectAccessible,
}) => {
  await layOutTraffic();
  await page.goto(`/local/endpoints/${ENDPOINT}?tab=scaling&view=replay&span=6h`);
  const settings = page.getByRole("form", { name: "Settings to try" });
  const hours = page.getByRole("table", { name: "Totals" }).getByRole("row", { name: /Instance hours/ });
  await expect(hours.getByRole("cell").last()).toHaveText("0");
  await settings.getByText("As today: 0.").click();
  await settings.getByRole("button", { name: "Scheduled action" }).click();
  await settings.getByLabel("Schedule", { exact: true }).fill("rate(1 hour)");
  await settings.getByLabel("New minimum").fill("4");
  await expect(settings.getByText("1 to try.")).toBeVisible();
  await expect(page).toHaveURL(/actions=/);
  await expect(hours.getByRole("cell").last()).toContainText("+");
  await expectAccessible();

  await page.getByRole("button", { name: "Apply these settings" }).click();
  const review = page.getByRole("dialog", { name: "Review changes" });
  await expect(review.getByRole("figure", { name: "PutScheduledAction" })).toContainText('"MinCapacity": 4');
  await review.getByRole("button", { name: "Back" }).click();
  await settings.getByRole("button", { name: "Back to today's settings" }).click();
  await expect(hours.getByRole("cell").last()).toHaveText("0");
});

test.describe("Someone who may only look", () => {
  test.use({ role: "viewer" });
  test("replays, and sees why they cannot apply", async ({ page }) => {
    await layOutTraffic();
    await page.goto(`/local/endpoints/${ENDPOINT}?tab=scaling&view=replay&span=6h&target=14`);
    await expect(page.getByRole("table", { name: "Totals" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Apply these settings" })).toBeDisabled();
    await expect(page.getByText("Needs the operator role.")).toBeVisible();
  });
});
