import { expect, test } from "./support/own-console";
import { serveClassifier } from "./support/own-endpoints";
import type { OwnProcess } from "./support/own-process";
import { passSeconds } from "./support/pass-seconds";
import {
  expectScalingChanged,
  happened,
  reloadUntil,
  reviewScaling,
  scalingForm,
  sendScaling,
} from "./support/scaling-form";

test.setTimeout(240_000);

const NAME = "planned";
const DAY = 24 * 3_600;
const SEEN = { timeout: 10_000 };

/** Calls of an operation are refused, as AWS does at a limit of the account, until `faults` are taken away. */
async function refuse(emulator: OwnProcess, operation: string): Promise<void> {
  const error = { type: "LimitExceededException", message: "Too many policies for this target.", status: 400 };
  // The SDK sends what meets a limit once more, and again: each try is refused.
  const fault = { service: "application-autoscaling", operation, error, times: 50 };
  const answer = await fetch(`${emulator.url}/_emulator/faults`, { method: "POST", body: JSON.stringify(fault) });
  if (!answer.ok) throw new Error(await answer.text());
}

const refuseNoMore = (emulator: OwnProcess) => fetch(`${emulator.url}/_emulator/faults`, { method: "DELETE" });

test("bounds follow a schedule in its time zone, rest while it is suspended, and a refusal keeps what was entered", async ({
  page,
  ownConsole,
  ownEmulator,
  signInTo,
  expectAccessible,
}) => {
  await serveClassifier(ownEmulator, NAME);
  await signInTo(ownConsole, page);
  const tab = `${ownConsole.url}/local/endpoints/${NAME}?tab=scaling&range=3d`;
  const form = scalingForm(page);

  await test.step("made in the editor, with its next runs in its time zone", async () => {
    await page.goto(tab);
    await page.getByRole("button", { name: "Set up scaling" }).click();
    await form.getByLabel("Maximum instances").fill("4");
    await form.getByRole("button", { name: "Scheduled action" }).click();
    await form.getByLabel("Schedule", { exact: true }).fill("cron(30 8 * * ? *)");
    await form.getByLabel("Time zone").fill("Asia/Kolkata");
    await form.getByLabel("New minimum").fill("2");
    await expect(form.getByText(/^Next: (.+, 8:30\sAM; ){2}.+, 8:30\sAM \(Asia\/Kolkata\)$/)).toBeVisible();
    await sendScaling(page, 2);
    await expectScalingChanged(page);
    await expect(page.getByText("min 2 at cron(30 8 * * ? *), Asia/Kolkata")).toBeVisible();
  });

  await test.step("a day later it has run", async () => {
    await passSeconds(ownEmulator, DAY);
    await reloadUntil(page, tab, async () => {
      await expect(happened(page).getByRole("row", { name: /Scaled to 2 instances/ })).toContainText(
        "Minimum capacity was set to 2.",
        SEEN,
      );
      await expect(page.getByText("2 to 4 instances").first()).toBeVisible(SEEN);
    });
    await expect(happened(page).getByRole("row", { name: /Minimum set to 2/ })).toContainText(
      "The scheduled action schedule-1 ran.",
    );
    await expectAccessible();
  });

  await test.step("suspended, it does nothing for a day", async () => {
    await page.getByRole("button", { name: "Edit" }).click();
    await form.getByLabel("Minimum instances").fill("1");
    await form.getByRole("checkbox", { name: "Scheduled actions" }).check();
    await expect(form.getByText("schedule-1 does nothing while scheduled actions are suspended.")).toBeVisible();
    await sendScaling(page, 1);
    await expectScalingChanged(page);
    await passSeconds(ownEmulator, DAY);
    await reloadUntil(page, tab, async () => {
      await expect(page.getByText("Scheduled actions", { exact: true })).toBeVisible(SEEN);
      await expect(page.getByText("1 to 4 instances").first()).toBeVisible(SEEN);
    });
  });

  await test.step("what AWS refuses stays in the form, and only that is sent again", async () => {
    await page.getByRole("button", { name: "Edit" }).click();
    await form.getByRole("checkbox", { name: "Scheduled actions" }).uncheck();
    await form.getByRole("button", { name: "Target tracking" }).click();
    const target = form.getByRole("spinbutton", { name: "Target", exact: true });
    await target.fill("33");
    await refuse(ownEmulator, "PutScalingPolicy");
    await sendScaling(page, 2);
    const alert = form.getByRole("alert");
    await expect(alert).toContainText("Too many policies for this target.", { timeout: 30_000 });
    await expect(alert).toContainText("LimitExceededException");
    await expect(alert).toContainText("1 request of it is missing");
    await expect(target).toHaveValue("33");
    await expectAccessible();
    await refuseNoMore(ownEmulator);
    await sendScaling(page, 1);
    // Open, the form says some of the same; its review hides it before it is closed.
    await expect(page.getByRole("button", { name: "Edit" })).toBeVisible();
    await expect(page.getByText("Keeps invocations per instance at 33; out after 60 s, in after 300 s")).toBeVisible();
    await expect(page.getByText("Scheduled actions", { exact: true })).toBeHidden();
  });

  await test.step("taking the policy away takes its alarms along, and says so", async () => {
    await page.getByRole("button", { name: "Edit" }).click();
    await form.getByText(`Request-ScalingPolicy-${NAME}`).click();
    await form.getByRole("button", { name: `Remove the policy Request-ScalingPolicy-${NAME}` }).click();
    const review = await reviewScaling(page);
    await expect(review.getByText("Alarms that AWS made for this policy go with it.")).toBeVisible();
    await expect(review.getByRole("figure", { name: "DeleteScalingPolicy" })).toBeVisible();
    await sendScaling(page, 1);
    await expect(page.getByText(/^Keeps invocations per instance at 33/)).toBeHidden();
  });
});
