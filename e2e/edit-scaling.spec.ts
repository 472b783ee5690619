import {
  DescribeScalingPoliciesCommand,
  DescribeScheduledActionsCommand,
} from "@aws-sdk/client-application-auto-scaling";

import { autoscaling, createBundledEndpoint, scaleAutomatically, untilInService } from "./support/endpoints";
import { expect, test } from "./support/test";

const SENTIMENT = { model: "afinn-sentiment", task: "text-classification" };

test("scaling is set up, changed, put on a schedule and taken away, each time by requests that were shown", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("scale");
  const ResourceId = `endpoint/${name}/variant/AllTraffic`;
  await createBundledEndpoint({ name, ...SENTIMENT });
  await untilInService(name);
  await page.goto(`/local/endpoints/${name}?tab=scaling`);
  await page.getByRole("button", { name: "Set up scaling" }).click();
  const form = page.getByRole("form", { name: "Scaling", exact: true });
  await form.getByLabel("Minimum instances").fill("5");
  await form.getByLabel("Maximum instances").fill("3");
  await form.getByRole("button", { name: "Target tracking" }).click();
  await form.getByRole("spinbutton", { name: "Target", exact: true }).fill("12");
  await form.getByRole("button", { name: "Review changes" }).click();
  await expect(form.getByText("Not below the minimum.")).toBeVisible();
  await form.getByLabel("Minimum instances").fill("1");
  await expectAccessible();
  await form.getByRole("button", { name: "Review changes" }).click();

  const review = page.getByRole("dialog", { name: "Review changes" });
  await expect(review.getByRole("figure", { name: "RegisterScalableTarget" })).toContainText('"MaxCapacity": 3');
  await expect(review.getByRole("figure", { name: "PutScalingPolicy" })).toContainText('"TargetValue": 12');
  await expectAccessible();
  await review.getByRole("button", { name: "Send 2 requests" }).click();
  await expect(page.getByText("Scaling changed")).toBeVisible();
  await expect(page.getByText("Keeps invocations per instance at 12; out after 60 s, in after 300 s")).toBeVisible();

  await page.getByRole("button", { name: "Edit" }).click();
  await form.getByRole("checkbox", { name: "Scaling in" }).check();
  await form.getByRole("button", { name: "Steps" }).click();
  await expect(
    form.getByRole("img", { name: /^InvocationsPerInstance: \+1 from 100 to 200, \+2 from 200 on$/ }),
  ).toBeVisible();
  await form.getByRole("button", { name: "Scheduled action" }).click();
  await form.getByLabel("Time zone").fill("Europe/Berlin");
  await form.getByLabel("New minimum").fill("2");
  await expect(form.getByText(/^Next: .+8:00.+\(Europe\/Berlin\)$/)).toBeVisible();
  await expect(
    form.getByText("Several policies: whichever asks for the most decides how far it scales out."),
  ).toBeVisible();
  await form.getByRole("button", { name: "Review changes" }).click();
  await expect(review.getByRole("figure", { name: "PutMetricAlarm" })).toContainText(
    "{PolicyARN of Step-ScalingPolicy-",
  );
  await review.getByRole("button", { name: "Send 4 requests" }).click();
  await expect(page.getByText("min 2 at cron(0 8 ? * MON-FRI *), Europe/Berlin")).toBeVisible();

  const { ScalingPolicies } = await autoscaling.send(
    new DescribeScalingPoliciesCommand({ ServiceNamespace: "sagemaker", ResourceId }),
  );
  expect(ScalingPolicies?.map(({ PolicyType, Alarms }) => [PolicyType, Alarms?.length])).toEqual(
    expect.arrayContaining([
      ["TargetTrackingScaling", 2],
      ["StepScaling", 1],
    ]),
  );
  const { ScheduledActions } = await autoscaling.send(
    new DescribeScheduledActionsCommand({ ServiceNamespace: "sagemaker", ResourceId }),
  );
  expect(ScheduledActions).toMatchObject([{ Timezone: "Europe/Berlin", ScalableTargetAction: { MinCapacity: 2 } }]);

  await page.goto(`/local/scaling?search=${name}`);
  const row = page.getByRole("table", { name: "Scalable targets" }).getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText("Keeps invocations per instance at 12");
  await expect(row).toContainText("Scaling in");
  await expectAccessible();
  await row.getByRole("link", { name }).click();

  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("button", { name: "Stop scaling…" }).click();
  const removal = page.getByRole("dialog", { name: "Stop scaling" });
  await expect(removal.getByRole("figure", { name: "DeleteAlarms" })).toBeVisible();
  await removal.getByRole("button", { name: "Stop scaling" }).click();
  await expect(page.getByRole("button", { name: "Set up scaling" })).toBeVisible();
});

test("a change by somebody else in between is not overwritten unseen, and a viewer may only look", async ({
  page,
  asRole,
  uniqueName,
}) => {
  const name = uniqueName("between");
  await createBundledEndpoint({ name, ...SENTIMENT });
  await untilInService(name);
  await scaleAutomatically(name, 1, 4);
  await page.goto(`/local/endpoints/${name}?tab=scaling`);
  await page.getByRole("button", { name: "Edit" }).click();
  const form = page.getByRole("form", { name: "Scaling", exact: true });
  await form.getByLabel("Maximum instances").fill("5");
  await form.getByRole("button", { name: "Review changes" }).click();
  await scaleAutomatically(name, 1, 5);
  await page.getByRole("button", { name: "Send 1 request" }).click();
  await expect(page.getByText("Somebody changed the scaling of this variant in the meantime.")).toBeVisible();

  const viewer = await asRole("viewer");
  await viewer.goto(`/local/endpoints/${name}?tab=scaling`);
  await expect(viewer.getByRole("button", { name: "Edit" })).toBeDisabled();
  await expect(viewer.getByText("Needs the operator role.")).toBeVisible();
});
