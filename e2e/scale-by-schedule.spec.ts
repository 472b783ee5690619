import type { Page } from "@playwright/test";

import { expect, test } from "./support/own-console";
import type { OwnProcess } from "./support/own-process";
import { passSeconds } from "./support/pass-seconds";

test.setTimeout(300_000);

const NAME = "planned";
const DAY = 24 * 3_600;

/** Deploys a small classifier from the form. */
async function deploy(page: Page, console: OwnProcess): Promise<void> {
  await page.goto(`${console.url}/local/deploy?source=bundled&model=afinn-sentiment&name=${NAME}`);
  await page.getByRole("button", { name: "Review the requests" }).click();
  await page.getByRole("button", { name: "Deploy endpoint" }).click();
  await expect(page.getByText("The endpoint is in service.")).toBeVisible({ timeout: 90_000 });
}

/** The next call of an operation is refused, as AWS does at a limit of the account. */
async function refuseOnce(emulator: OwnProcess, operation: string): Promise<void> {
  const error = { type: "LimitExceededException", message: "Too many policies for this target.", status: 400 };
  const fault = { service: "application-autoscaling", operation, error };
  const answer = await fetch(`${emulator.url}/_emulator/faults`, { method: "POST", body: JSON.stringify(fault) });
  if (!answer.ok) throw new Error(await answer.text());
}

async function send(page: Page, button: string): Promise<void> {
  await page.getByRole("button", { name: "Review changes" }).click();
  await page.getByRole("dialog", { name: "Review changes" }).getByRole("button", { name: button }).click();
}

test("bounds follow a schedule in its time zone, rest while it is suspended, and a refusal keeps what was entered", async ({
  page,
  ownConsole,
  ownEmulator,
  signInTo,
  expectAccessible,
}) => {
  await signInTo(ownConsole, page);
  await deploy(page, ownConsole);
  const tab = `${ownConsole.url}/local/endpoints/${NAME}?tab=scaling&range=1h`;
  const form = page.getByRole("form", { name: "Scaling", exact: true });
  const happened = page.getByRole("table", { name: "What happened" });

  await test.step("made in the editor, with its next runs in its time zone", async () => {
    await page.goto(tab);
    await page.getByRole("button", { name: "Set up scaling" }).click();
    await form.getByLabel("Maximum instances").fill("4");
    await form.getByRole("button", { name: "Scheduled action" }).click();
    await form.getByLabel("Schedule", { exact: true }).fill("cron(30 8 * * ? *)");
    await form.getByLabel("Time zone").fill("Asia/Kolkata");
    await form.getByLabel("New minimum").fill("2");
    await expect(form.getByText(/^Next: (.+, 8:30\sAM; ){2}.+, 8:30\sAM \(Asia\/Kolkata\)$/)).toBeVisible();
    await send(page, "Send 2 requests");
    await expect(page.getByText("Scaling changed")).toBeVisible();
    await expect(page.getByText("min 2 at cron(30 8 * * ? *), Asia/Kolkata")).toBeVisible();
  });

  await test.step("a day later it has run", async () => {
    await passSeconds(ownEmulator, DAY);
    await expect(async () => {
      await page.goto(tab.replace("1h", "3d"));
      await expect(happened.getByRole("row", { name: /Scaled to 2 instances/ })).toContainText(
        "Minimum capacity was set to 2.",
        { timeout: 4_000 },
      );
    }).toPass({ timeout: 60_000 });
    await expect(happened.getByRole("row", { name: /Minimum set to 2/ })).toContainText(
      "The scheduled action schedule-1 ran.",
    );
    await expect(page.getByText("2 to 4 instances").first()).toBeVisible();
    await expectAccessible();
  });

  await test.step("suspended, it does nothing for a day", async () => {
    await page.getByRole("button", { name: "Edit" }).click();
    await form.getByLabel("Minimum instances").fill("1");
    await form.getByRole("checkbox", { name: "Scheduled actions" }).check();
    await expect(form.getByText("schedule-1 does nothing while scheduled actions are suspended.")).toBeVisible();
    await send(page, "Send 1 request");
    await expect(page.getByText("Scaling changed")).toBeVisible();
    await passSeconds(ownEmulator, DAY);
    await expect(async () => {
      await page.goto(tab.replace("1h", "3d"));
      await expect(page.getByText("Scheduled actions", { exact: true })).toBeVisible({ timeout: 4_000 });
    }).toPass({ timeout: 60_000 });
    await expect(page.getByText("1 to 4 instances").first()).toBeVisible();
  });

  await test.step("what AWS refuses stays in the form, and only that is sent again", async () => {
    await page.getByRole("button", { name: "Edit" }).click();
    await form.getByRole("checkbox", { name: "Scheduled actions" }).uncheck();
    await form.getByRole("button", { name: "Target tracking" }).click();
    await form.getByRole("spinbutton", { name: "Target", exact: true }).fill("33");
    await refuseOnce(ownEmulator, "PutScalingPolicy");
    await send(page, "Send 2 requests");
    const alert = form.getByRole("alert");
    await expect(alert).toContainText("Too many policies for this target.", { timeout: 30_000 });
    await expect(alert).toContainText("LimitExceededException");
    await expect(alert).toContainText("1 request of it is missing");
    await expect(form.getByRole("spinbutton", { name: "Target", exact: true })).toHaveValue("33");
    await expectAccessible();
    await send(page, "Send 1 request");
    await expect(page.getByText("Keeps invocations per instance at 33; out after 60 s, in after 300 s")).toBeVisible();
    await expect(page.getByText("Scheduled actions", { exact: true })).toBeHidden();
  });

  await test.step("taking the policy away takes its alarms along, and says so", async () => {
    await page.getByRole("button", { name: "Edit" }).click();
    await form.getByText(`Request-ScalingPolicy-${NAME}`).click();
    await form.getByRole("button", { name: `Remove the policy Request-ScalingPolicy-${NAME}` }).click();
    await page.getByRole("button", { name: "Review changes" }).click();
    const review = page.getByRole("dialog", { name: "Review changes" });
    await expect(review.getByText("Alarms that AWS made for this policy go with it.")).toBeVisible();
    await expect(review.getByRole("figure", { name: "DeleteScalingPolicy" })).toBeVisible();
    await review.getByRole("button", { name: "Send 1 request" }).click();
    await expect(page.getByText(/^Keeps invocations per instance at 33/)).toBeHidden();
  });
});
